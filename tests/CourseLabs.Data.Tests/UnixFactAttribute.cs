using System.Runtime.CompilerServices;

namespace CourseLabs.Data.Tests;

/// <summary>A test that needs Unix: shell scripts, symbolic links, /dev/full.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute(string needs, [CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        if (OperatingSystem.IsWindows())
            Skip = $"This test needs {needs}, which Windows does not have.";
        else if (needs.StartsWith('/') && !Path.Exists(needs))
            Skip = $"This system has no {needs}.";
    }
}
