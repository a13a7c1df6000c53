using System.Text.Json;
using Xunit;

namespace CourseLabs.Labs.Tests.Stability;

/// <summary>
/// The figures of <c>Peers/stability.py</c> for one seed: taken from PyTorch now, where it runs on the same libtorch (then the bits are the
/// same), or those in <c>stability.json</c>, for every machine (then they are near).
/// </summary>
internal sealed class StabilityPeer
{
    // Of float32's rounding, amplified: a hundred products, or twenty steps of descent.
    private const double OfFloat32 = 1e-4;

    private static readonly long[] Other = [7, -3, 123456789];
    private static readonly Lazy<string> Now = new(() => PythonPeer.Output("stability.py", [.. Other.Select(seed => $"--seed={seed}")]));
    private readonly JsonElement figures;
    private readonly string prefix;
    private readonly bool isExact;

    private StabilityPeer(string json, long seed, bool isExact)
    {
        figures = JsonDocument.Parse(json).RootElement.GetProperty("figures");
        (prefix, this.isExact) = ($"{seed}.", isExact);
    }

    /// <summary>The seeds that the file has.</summary>
    public static TheoryData<long> FiledSeeds => [0, 1, 42];

    /// <summary>Others, asked of PyTorch while the tests run.</summary>
    public static TheoryData<long> OtherSeeds => [.. Other];

    public static StabilityPeer Filed(long seed) =>
        new(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Peers", "stability.json")), seed, isExact: false);

    public static StabilityPeer Asked(long seed) => new(Now.Value, seed, isExact: true);

    public double[] Numbers(string name) => [.. Figure(name).EnumerateArray().Select(e => e.GetDouble())];

    public string[] Texts(string name) => [.. Figure(name).EnumerateArray().Select(e => e.GetString()!)];

    /// <summary>The same bits, or near enough, each number relative to its own size.</summary>
    public void AssertEqual(string name, IEnumerable<double> actual, double tolerance = OfFloat32)
    {
        double[] expected = Numbers(name), ours = [.. actual];
        Assert.Equal(expected.Length, ours.Length);
        if (isExact)
            Assert.Equal(expected, ours);
        Assert.All(expected.Zip(ours), pair => Assert.InRange(Math.Abs(pair.Second - pair.First), 0, tolerance * Math.Abs(pair.First)));
    }

    public void AssertEqual(string name, IEnumerable<float> actual, double tolerance = OfFloat32) =>
        AssertEqual(name, actual.Select(value => (double)value), tolerance);

    private JsonElement Figure(string name) =>
        figures.GetProperty(name.StartsWith("sigmoid.", StringComparison.Ordinal) ? name : prefix + name);
}
