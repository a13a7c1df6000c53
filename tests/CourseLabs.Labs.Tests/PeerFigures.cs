using System.Text.Json;

namespace CourseLabs.Labs.Tests;

/// <summary>The figures of one run of a PyTorch program in <c>Peers/</c>, which lie beside it as <c>NAME.json</c>, with PyTorch's version.</summary>
internal sealed class PeerFigures
{
    // Of float32's rounding, amplified: hundreds of products or of steps of descent.
    private const double OfFloat32 = 1e-4;

    private readonly JsonElement figures;
    private readonly string run;
    private readonly double absolute;

    private PeerFigures(JsonElement figures, string run, double absolute) =>
        (this.figures, this.run, this.absolute) = (figures, run, absolute);

    /// <summary>The seeds that the files have.</summary>
    public static TheoryData<long> Seeds => [0, 1, 42];

    /// <summary>The figures in <c>Peers/NAME.json</c>.</summary>
    /// <param name="name">The program without its ending.</param>
    /// <param name="run">What the names of the run's figures begin with.</param>
    /// <param name="absolute">How far a number may be off, however small it is.</param>
    public static PeerFigures Load(string name, string run = "", double absolute = 0) =>
        new(Document($"{name}.json").GetProperty("figures"), run, absolute);

    /// <summary>A JSON file of <c>Peers/</c>.</summary>
    public static JsonElement Document(string file) => JsonDocument.Parse(File.ReadAllText(PathTo(file))).RootElement;

    /// <summary>Where a file of <c>Peers/</c> lies.</summary>
    public static string PathTo(string file) => Path.Combine(AppContext.BaseDirectory, "Peers", file);

    public double[] Numbers(string name) => [.. Figure(name).EnumerateArray().Select(e => e.GetDouble())];

    public string[] Texts(string name) => [.. Figure(name).EnumerateArray().Select(e => e.GetString()!)];

    /// <summary>Asserts that each number is near PyTorch's, relative to its own size.</summary>
    public void AssertEqual(string name, IEnumerable<double> actual, double relative = OfFloat32)
    {
        double[] expected = Numbers(name), ours = [.. actual];
        Assert.Equal(expected.Length, ours.Length);
        Assert.All(expected.Zip(ours), pair => Assert.InRange(
            Math.Abs(pair.Second - pair.First), 0, Math.Max(relative * Math.Abs(pair.First), absolute)));
    }

    public void AssertEqual(string name, IEnumerable<float> actual, double relative = OfFloat32) =>
        AssertEqual(name, actual.Select(value => (double)value), relative);

    // A figure that hangs on no run has its name alone.
    private JsonElement Figure(string name) =>
        figures.TryGetProperty(run + name, out var own) ? own : figures.GetProperty(name);
}
