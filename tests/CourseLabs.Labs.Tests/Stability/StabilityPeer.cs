namespace CourseLabs.Labs.Tests;

/// <summary>The figures of <c>Peers/stability.py</c> for one seed.</summary>
internal static class StabilityPeer
{
    public static PeerFigures Of(long seed) => PeerFigures.Load("stability", $"{seed}.");
}
