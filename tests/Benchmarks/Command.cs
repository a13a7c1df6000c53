using System.ComponentModel;
using System.Diagnostics;

namespace CourseLabs.Benchmarks;

/// <summary>Another program, run to its end.</summary>
internal static class Command
{
    /// <summary>All that the program printed; an exception with it where it failed or is not there.</summary>
    public static string Run(string file, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0
                ? output + errors.Result
                : throw new InvalidOperationException($"{file} ended with {process.ExitCode}:\n{output}{errors.Result}");
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException($"{file} cannot be run: {e.Message}", e);
        }
    }
}
