using CourseLabs.Grading.Sandboxing;

namespace CourseLabs.Grading.Tests.Hostile;

/// <summary>For what runs a hostile submission: skipped on a developer's machine without a sandbox, failing under CI.</summary>
internal static class TestSandbox
{
    public static string HostFolder { get; } =
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "CourseLabs.StudentHost", new DirectoryInfo(AppContext.BaseDirectory).Name));

    private static readonly Lazy<Sandbox> Found = new(() => Sandbox.Find(HostFolder, trust: false));

    public static Sandbox Get()
    {
        Assert.SkipWhen(Bubblewrap.Missing() is not null && Environment.GetEnvironmentVariable("CI") is null, "There is no bubblewrap here.");
        return Found.Value;
    }
}
