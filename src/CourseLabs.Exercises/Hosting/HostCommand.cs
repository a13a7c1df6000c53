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
    public static HostCommand Standard { get; } = In(AppContext.BaseDirectory);

    /// <summary>The program in a folder.</summary>
    public static HostCommand In(string folder) =>
        new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(folder, Program)]);
}
