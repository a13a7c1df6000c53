
namespace CourseLabs.Labs.Tests.Stability;

/// <summary>The figures of <c>Peers/stability.py</c> for one seed.</summary>
internal static class StabilityPeer
{
    private static readonly long[] Other = [7, -3, 123456789];
    private static readonly Lazy<string> Now = new(() => PythonPeer.Output("stability.py", [.. Other.Select(seed => $"--seed={seed}")]));

    /// <summary>Seeds that the file has not, asked of PyTorch while the tests run.</summary>
    public static TheoryData<long> OtherSeeds => [.. Other];

    public static PeerFigures Filed(long seed) => PeerFigures.Filed("stability", $"{seed}.");

    public static PeerFigures Asked(long seed) => PeerFigures.Asked(Now.Value, $"{seed}.");
}
