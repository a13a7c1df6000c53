using System.Text.Json;

namespace TorchSharp.Tests;

/// <summary>Figures that Peers/NAME.py took from PyTorch: lists of numbers by name, with the version and BLAS that made them.</summary>
public sealed class PeerFigures
{
    private readonly Dictionary<string, double[]> figures;

    private PeerFigures(Dictionary<string, double[]> figures) => this.figures = figures;

    public double[] this[string name] => figures.TryGetValue(name, out var values) ? values : throw new KeyNotFoundException($"Peers has no figure '{name}'.");
    public IReadOnlyCollection<string> Names => figures.Keys;

    public static PeerFigures Load(string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Peers", name + ".json")));
        return new(json.RootElement.GetProperty("figures").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.EnumerateArray().Select(Number).ToArray()));
    }

    /// <summary>Asserts |actual - expected| &lt;= tolerance * max(1, |expected|) for every element; NaN equals NaN, infinities equal themselves.</summary>
    public void AssertEqual(string name, torch.Tensor actual, double tolerance)
    {
        using var flat = actual.detach().to(torch.ScalarType.Float64).reshape(-1);
        AssertEqual(name, (IReadOnlyList<double>)flat.data<double>().ToArray(), tolerance);
    }

    public void AssertEqual(string name, IReadOnlyList<double> actual, double tolerance)
    {
        var expected = this[name];
        Assert.Equal(expected.Length, actual.Count);
        for (var i = 0; i < expected.Length; i++)
        {
            var (e, a) = (expected[i], actual[i]);
            var close = e.Equals(a) || Math.Abs(a - e) <= tolerance * Math.Max(1, Math.Abs(e));
            Assert.True(close, $"{name}[{i}]: PyTorch has {e:R}, here it is {a:R}");
        }
    }

    // Python's json writes what is not finite as bare words, which strict JSON lacks: the peers write them as texts.
    private static double Number(JsonElement e) => e.ValueKind == JsonValueKind.String
        ? e.GetString() switch { "nan" => double.NaN, "inf" => double.PositiveInfinity, "-inf" => double.NegativeInfinity, var other => throw new FormatException(other) }
        : e.GetDouble();
}
