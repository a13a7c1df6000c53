using CourseLabs.Exercises.Hosting;

namespace CourseLabs.Grading.Sandboxing;

/// <summary>How a student's process is kept apart from the machine.</summary>
public enum SandboxTier
{
    /// <summary>bubblewrap: namespaces and limits.</summary>
    Bubblewrap = 1,

    /// <summary>Landlock and limits: no network namespace, and the machine's processes can be seen.</summary>
    Landlock = 2,

    /// <summary>Not at all: for submissions that the instructor trusts.</summary>
    None = 3,
}

/// <summary>The way to start a student's process, tried out before the first submission.</summary>
/// <param name="Tier">How it is kept apart.</param>
/// <param name="Command">How it is started.</param>
public sealed record Sandbox(SandboxTier Tier, HostCommand Command)
{
    private const string Install =
        "On Debian and Ubuntu: sudo apt install bubblewrap (Ubuntu 24.04 also needs an AppArmor profile for /usr/bin/bwrap, or "
        + "sysctl kernel.apparmor_restrict_unprivileged_userns=0). On Windows and macOS: grade in WSL or in a Linux container. "
        + "--sandbox landlock takes the weaker second tier, where the kernel has it. --trust-submissions runs them without any protection.";

    /// <summary>The sandbox of this machine. Never one that is weaker than asked for.</summary>
    /// <param name="hostFolder">The folder with CourseLabs.StudentHost.dll and nothing that is an answer.</param>
    /// <param name="tier">The one that the instructor takes.</param>
    /// <exception cref="GradingException">There is none, or it does not hold; the message says what to install.</exception>
    public static Sandbox Find(string hostFolder, SandboxTier tier = SandboxTier.Bubblewrap)
    {
        if (tier == SandboxTier.None)
            return new(tier, HostCommand.In(hostFolder));
        if (!OperatingSystem.IsLinux())
            throw new GradingException($"Untrusted submissions are graded on Linux only, where there is a sandbox for them. {Install}");
        if (Limits.Missing(tier == SandboxTier.Bubblewrap ? ["bwrap"] : []) is { } missing)
            throw new GradingException($"There is no {missing} here, which keeps submissions apart from this machine. {Install}");
        if (tier == SandboxTier.Landlock && !Landlock.IsThere)
            throw new GradingException($"This kernel has no Landlock that holds TCP and signals (version 6, Linux 6.12). {Install}");
        var sandbox = new Sandbox(tier, tier == SandboxTier.Bubblewrap ? Bubblewrap.Command(hostFolder) : Landlock.Command(hostFolder));
        if (SandboxProbe.Fault(sandbox.Command) is { } fault)
            throw new GradingException($"The sandbox does not hold here: {fault}. {Install}");
        return sandbox;
    }
}
