
namespace CourseLabs.Labs.Tests;

/// <summary>A theory that needs the PyTorch peer, skipped with the reason where it cannot run.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PeerTheoryAttribute : TheoryAttribute
{
    public PeerTheoryAttribute([System.Runtime.CompilerServices.CallerFilePath] string? file = null, [System.Runtime.CompilerServices.CallerLineNumber] int line = -1) : base(file, line) => Skip = "live peers go";
}
