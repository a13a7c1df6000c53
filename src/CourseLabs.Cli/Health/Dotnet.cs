using System.ComponentModel;
using System.Diagnostics;

namespace CourseLabs.Cli.Health;

/// <summary>The machine's `dotnet`, asked from the program's folder, above which lie global.json and the tools' manifest.</summary>
internal static class Dotnet
{
    /// <summary>The first line that `dotnet` prints with these arguments; null where there is none or it fails.</summary>
    public static string? Says(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? said.Split('\n')[0].Trim() : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
