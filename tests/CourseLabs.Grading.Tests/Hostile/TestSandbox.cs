using CourseLabs.Grading.Sandboxing;

namespace CourseLabs.Grading.Tests.Hostile;

/// <summary>For what runs a hostile submission: skipped on a developer's machine without a sandbox, failing under CI.</summary>
internal static class TestSandbox
{
    public static string HostFolder { get; } =
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "CourseLabs.StudentHost", new DirectoryInfo(AppContext.BaseDirectory).Name));

    private static readonly Dictionary<SandboxTier, Sandbox> Found = [];

    public static Sandbox Get(SandboxTier tier = SandboxTier.Bubblewrap)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The sandboxes are Linux's.");
        Assert.SkipWhen(Limits.Missing("bwrap") is not null && Environment.GetEnvironmentVariable("CI") is null, "There is no bubblewrap here.");
        Assert.SkipWhen(tier == SandboxTier.Landlock && !Landlock.IsThere, "The kernel has no Landlock.");
        return Found.TryGetValue(tier, out var known) ? known : Found[tier] = Sandbox.Find(HostFolder, tier);
    }
}
