using System.Runtime.CompilerServices;

namespace CourseLabs.Tests;

/// <summary>A test with programs that are not this project's. Where one is missing it is skipped, except under CI, which installs them all.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FrontEndTheoryAttribute : TheoryAttribute
{
    public FrontEndTheoryAttribute(string programs, [CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        if (Environment.GetEnvironmentVariable("CI") is null && programs.Split(' ').FirstOrDefault(p => !IsThere(p)) is { } missing)
            Skip = $"{missing} is not there: .ci/run says what to install.";
    }

    // A program on the path, or a file.
    private static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append(Checkout.Root).Any(f => Path.Exists(Path.Combine(f, program)));
}
