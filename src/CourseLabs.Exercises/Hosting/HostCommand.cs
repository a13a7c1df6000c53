using System.Diagnostics;

namespace CourseLabs.Exercises.Hosting;

/// <summary>How the student's process is started.</summary>
/// <param name="File">The program.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record HostCommand(string File, IReadOnlyList<string> Arguments)
{
    /// <summary>Starts it; what keeps a process apart may have to do so from a thread of its own.</summary>
    public Func<ProcessStartInfo, Process> Start { get; init; } = info => Process.Start(info)!;

    /// <summary>The file of the student's process.</summary>
    public const string Program = "CourseLabs.StudentHost.dll";

    /// <summary>The program that lies beside the one that is running.</summary>
    public static HostCommand Standard => In(AppContext.BaseDirectory);

    /// <summary>The program in a folder.</summary>
    public static HostCommand In(string folder) => new(Dotnet, [Path.Combine(folder, Program)]);

    /// <summary>The dotnet that this process was started by, else that of its runtime: an editor's may not be on the PATH.</summary>
    public static string Dotnet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : OfRuntime();

    // .../dotnet of .../shared/Microsoft.NETCore.App/10.0.0/System.Private.CoreLib.dll
    private static string OfRuntime()
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        var file = Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return System.IO.File.Exists(file) ? file : "dotnet";
    }
}
