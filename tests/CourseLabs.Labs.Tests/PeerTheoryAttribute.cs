using Xunit;

namespace CourseLabs.Labs.Tests;

/// <summary>A theory that needs the PyTorch peer, skipped with the reason where it cannot run.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PeerTheoryAttribute : TheoryAttribute
{
    public PeerTheoryAttribute() => Skip = PythonPeer.WhyNot;
}
