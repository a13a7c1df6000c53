using System.ComponentModel;
using System.Diagnostics;

namespace CourseLabs.Benchmarks;

/// <summary>Another program, run to its end.</summary>
internal static class Command
{
    /// <summary>All that the program printed; an exception with it where it failed or is not there.</summary>
    public static string Run(string file, params string[] arguments) => Run(_ => { }, file, arguments);

    /// <summary>The same; <paramref name="watch"/> sees the running process every 50 ms.</summary>
    public static string Run(Action<Process> watch, string file, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("OPENBLAS_CORETYPE"); // it would hold NumPy back on newer processors
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            while (!process.WaitForExit(50))
                watch(process);
            return process.ExitCode == 0
                ? output.Result + errors.Result
                : throw new InvalidOperationException($"{file} ended with {process.ExitCode}:\n{output.Result}{errors.Result}");
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException($"{file} cannot be run: {e.Message}", e);
        }
    }

    /// <summary>Runs these benchmarks in a process of their own, whether they were started by their own file or by <c>dotnet X.dll</c>.</summary>
    public static string RunSelf(params string[] arguments)
    {
        string self = Environment.ProcessPath!, program = typeof(Command).Assembly.Location;
        return Path.GetFileNameWithoutExtension(self) == "dotnet" ? Run(self, [program, .. arguments]) : Run(self, arguments);
    }
}
