namespace CourseLabs.Data.Tests;

/// <summary>A test that needs Unix: shell scripts, symbolic links, /dev/full.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute(string needs)
    {
        if (OperatingSystem.IsWindows())
            Skip = $"This test needs {needs}, which Windows does not have.";
        else if (needs.StartsWith('/') && !Path.Exists(needs))
            Skip = $"This system has no {needs}.";
    }
}
