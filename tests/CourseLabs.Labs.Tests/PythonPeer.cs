using System.Diagnostics;
using System.Reflection;
using TorchSharp;

namespace CourseLabs.Labs.Tests;

/// <summary>
/// The PyTorch programs in <c>Peers/</c>, and whether they run here on the very libtorch that the labs use. <see cref="PeerFigures"/>
/// compares what they found.
/// </summary>
internal static class PythonPeer
{
    private static readonly Lazy<(string? Python, string? WhyNot)> Found = new(Find);

    /// <summary>Why results cannot be compared bit for bit; null when they can.</summary>
    public static string? WhyNot => Found.Value.WhyNot;

    /// <summary>What the program prints to standard output.</summary>
    public static string Output(string program, params string[] arguments) =>
        Run(Found.Value.Python!, [PathTo(program), .. arguments]) ?? throw new InvalidOperationException($"{program} failed.");

    /// <summary>Where a file of <c>Peers/</c> lies.</summary>
    public static string PathTo(string file) => Path.Combine(AppContext.BaseDirectory, "Peers", file);

    private static (string? Python, string? WhyNot) Find()
    {
        if (Provider != "System")
            return (null, "TorchSharp's packages bring a libtorch of their own; the peer is compared bit for bit with the system's.");
        const string program = "import torch, numpy; print(*[line.split()[-1] for line in open('/proc/self/maps') if 'libtorch_cpu.so' in line][:1])";
        foreach (string python in new[] { "/usr/bin/python3", "python3" })
        {
            if (Run(python, ["-c", program])?.Trim() is not { } theirs)
                continue;
            string? ours = OwnLibtorch();
            return theirs == ours ? (python, null) : (null, $"Python's torch is {theirs}, the labs' {ours}: other binaries, other bits.");
        }

        return (null, "Python 3 with torch and numpy is not installed (Debian: python3-torch).");
    }

    private static string? OwnLibtorch()
    {
        _ = torch.__version__; // loads it
        return File.ReadLines("/proc/self/maps").FirstOrDefault(line => line.Contains("libtorch_cpu.so", StringComparison.Ordinal))?.Split(' ')[^1];
    }

    private static string? Provider =>
        typeof(PythonPeer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "TorchProvider").Value;

    private static string? Run(string file, string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using Process process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null; // no such program
        }
    }
}
