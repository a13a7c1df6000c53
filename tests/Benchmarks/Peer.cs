namespace CourseLabs.Benchmarks;

/// <summary>The programs of other languages that ours are timed beside: the files in Peers.</summary>
internal static class Peer
{
    /// <summary>What NumPy needs; its recommended BLAS must be named, as a smaller installation takes the slow one.</summary>
    public const string NumPyPackages = "apt-get install libopenblas0-pthread python3-numpy";

    /// <summary>What PyTorch needs.</summary>
    public const string TorchPackages = NumPyPackages + " python3-torch";

    private const string Blas = "/etc/alternatives/libblas.so.3-x86_64-linux-gnu";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Peers");
    private static readonly HashSet<string> Compiled = [];

    /// <summary>Runs a Python program as a user would and reads its microseconds.</summary>
    public static double Python(string file, params string[] arguments) => Race.Microseconds(PythonPrints(file, arguments));

    /// <summary>The same with so many threads for its BLAS and OpenMP.</summary>
    public static double PythonOn(int threads, string file, params string[] arguments) =>
        Race.Microseconds(Command.Run("/usr/bin/env", [$"OMP_NUM_THREADS={threads}", .. PythonCommand(file), .. arguments]));

    /// <summary>What a Python program prints.</summary>
    public static string PythonPrints(string file, params string[] arguments) => Command.Run("/usr/bin/env", [.. PythonCommand(file), .. arguments]);

    /// <summary>Runs a program that is compiled when it is first needed, on so many threads, and reads its microseconds.</summary>
    public static double Program(int threads, string compiler, string file, string[] options, params string[] arguments)
    {
        var program = Path.Combine(Folder, Path.GetFileNameWithoutExtension(file));
        if (Compiled.Add(file))
            Command.Run(compiler, [Path.Combine(Folder, file), "-o", program, .. options]);
        return Race.Microseconds(Command.Run("/usr/bin/env", [$"OMP_NUM_THREADS={threads}", program, .. arguments]));
    }

    /// <summary>The versions of those that are there.</summary>
    public static string Versions()
    {
        var all = new[] { "torch", "numpy", "pandas" }.Select(module =>
            FirstLine("/usr/bin/python3", "-c", $"import {module}; print('{module}', {module}.__version__)")).Append(FirstLine("gcc", "--version"))
            // Debian's NumPy and PyTorch call whichever BLAS this link leads to; the reference one is several times slower.
            .Append(File.Exists(Blas) ? $"BLAS {Path.GetFileName(Path.GetDirectoryName(File.ResolveLinkTarget(Blas, true)?.FullName))}" : "");
        return string.Join(", ", all.Where(version => version != ""));

        static string FirstLine(string file, params string[] arguments)
        {
            try
            {
                return Command.Run(file, arguments).Split('\n')[0];
            }
            catch (InvalidOperationException)
            {
                return "";
            }
        }
    }

    private static string[] PythonCommand(string file) => ["/usr/bin/python3", Path.Combine(Folder, file)];
}
