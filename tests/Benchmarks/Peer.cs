namespace CourseLabs.Benchmarks;

/// <summary>The programs of other languages that ours are timed beside: the files in Peers.</summary>
internal static class Peer
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Peers");

    /// <summary>Runs a Python program and reads its microseconds; its BLAS has one thread.</summary>
    public static double Python(string file, params string[] arguments) =>
        Race.Microseconds(Command.Run("/usr/bin/env", ["OPENBLAS_NUM_THREADS=1", "/usr/bin/python3", Path.Combine(Folder, file), .. arguments]));

    /// <summary>Compiles a program, and says where it is.</summary>
    public static string Compile(string compiler, string file, params string[] options)
    {
        var program = Path.Combine(Folder, Path.GetFileNameWithoutExtension(file));
        Console.WriteLine($"compiling {file}");
        Command.Run(compiler, [Path.Combine(Folder, file), "-o", program, .. options]);
        return program;
    }
}
