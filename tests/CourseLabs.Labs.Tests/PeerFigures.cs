using System.Text.Json;

namespace CourseLabs.Labs.Tests;

/// <summary>
/// The figures of one run of a program in <c>Peers/</c>: those that lie beside it as <c>NAME.json</c>, for every machine (then ours are
/// near), or taken from PyTorch now, where it runs on the same libtorch (then the bits are the same).
/// </summary>
internal sealed class PeerFigures
{
    // Of float32's rounding, amplified: hundreds of products or of steps of descent.
    private const double OfFloat32 = 1e-4;

    private readonly JsonElement figures;
    private readonly string run;
    private readonly double absolute;
    private readonly bool isExact;

    private PeerFigures(string json, string run, double absolute, bool isExact)
    {
        figures = JsonDocument.Parse(json).RootElement.GetProperty("figures");
        (this.run, this.absolute, this.isExact) = (run, absolute, isExact);
    }

    /// <summary>The seeds that the files have.</summary>
    public static TheoryData<long> FiledSeeds => [0, 1, 42];

    /// <summary>The figures in <c>Peers/NAME.json</c>.</summary>
    /// <param name="name">The program without its ending.</param>
    /// <param name="run">What the names of the run's figures begin with.</param>
    /// <param name="absolute">How far a number may be off, however small it is.</param>
    public static PeerFigures Filed(string name, string run, double absolute = 0) =>
        new(File.ReadAllText(PythonPeer.PathTo($"{name}.json")), run, absolute, isExact: false);

    /// <summary>The figures that the program printed just now.</summary>
    public static PeerFigures Asked(string output, string run) => new(output, run, absolute: 0, isExact: true);

    public double[] Numbers(string name) => [.. Figure(name).EnumerateArray().Select(e => e.GetDouble())];

    public string[] Texts(string name) => [.. Figure(name).EnumerateArray().Select(e => e.GetString()!)];

    /// <summary>The same bits, or near enough, each number relative to its own size.</summary>
    public void AssertEqual(string name, IEnumerable<double> actual, double relative = OfFloat32)
    {
        double[] expected = Numbers(name), ours = [.. actual];
        Assert.Equal(expected.Length, ours.Length);
        if (isExact)
            Assert.Equal(expected, ours);
        Assert.All(expected.Zip(ours), pair => Assert.InRange(
            Math.Abs(pair.Second - pair.First), 0, Math.Max(relative * Math.Abs(pair.First), absolute)));
    }

    public void AssertEqual(string name, IEnumerable<float> actual, double relative = OfFloat32) =>
        AssertEqual(name, actual.Select(value => (double)value), relative);

    // A figure that hangs on no run has its name alone.
    private JsonElement Figure(string name) =>
        figures.TryGetProperty(run + name, out JsonElement own) ? own : figures.GetProperty(name);
}
