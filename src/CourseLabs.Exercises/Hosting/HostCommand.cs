namespace CourseLabs.Exercises.Hosting;

/// <summary>How the student's process is started.</summary>
/// <param name="File">The program.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record HostCommand(string File, IReadOnlyList<string> Arguments)
{
    /// <summary>The program CourseLabs.StudentHost, which lies beside the one that is running.</summary>
    public static HostCommand Standard { get; } = new(
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
        [Path.Combine(AppContext.BaseDirectory, "CourseLabs.StudentHost.dll")]);
}
