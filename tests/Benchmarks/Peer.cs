namespace CourseLabs.Benchmarks;

/// <summary>The programs of other languages that ours are timed beside: the files in Peers.</summary>
internal static class Peer
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Peers");

    /// <summary>Runs a Python program as a user would and reads its microseconds.</summary>
    public static double Python(string file, params string[] arguments) => Python([], file, arguments);

    /// <summary>The same with one thread for its BLAS, to compare on one core.</summary>
    public static double PythonOnOneCore(string file, params string[] arguments) => Python(["OPENBLAS_NUM_THREADS=1"], file, arguments);

    /// <summary>What a Python program prints.</summary>
    public static string PythonPrints(string file, params string[] arguments) => Run([], file, arguments);

    /// <summary>Compiles a program, and says where it is.</summary>
    public static string Compile(string compiler, string file, params string[] options)
    {
        var program = Path.Combine(Folder, Path.GetFileNameWithoutExtension(file));
        Console.WriteLine($"compiling {file}");
        Command.Run(compiler, [Path.Combine(Folder, file), "-o", program, .. options]);
        return program;
    }

    private static double Python(string[] environment, string file, string[] arguments) =>
        Race.Microseconds(Run(environment, file, arguments));

    private static string Run(string[] environment, string file, string[] arguments) =>
        Command.Run("/usr/bin/env", [.. environment, "/usr/bin/python3", Path.Combine(Folder, file), .. arguments]);
}
