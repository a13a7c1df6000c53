using System.Text.Json;
using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Tests;

/// <summary>Figures that Peers/NAME.py took from PyTorch: lists of numbers by name, with the version and BLAS that made them.</summary>
internal sealed class PeerFigures
{
    private readonly Dictionary<string, double[]> figures;

    private PeerFigures(Dictionary<string, double[]> figures) => this.figures = figures;

    public double[] this[string name] => figures[name];

    public static PeerFigures Load(string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Peers", name + ".json")));
        return new(json.RootElement.GetProperty("figures").EnumerateObject()
            .ToDictionary(p => p.Name, p => p.Value.EnumerateArray().Select(Number).ToArray()));
    }

    public Matrix Rows(string name, int columns) => Matrix.FromValues(figures[name].Length / columns, columns, figures[name]);

    public void AssertEqual(string name, ReadOnlySpan<double> actual, double tolerance = 1e-12) =>
        Close.Assert(figures[name], actual, tolerance, name);

    // JSON has no word for them, so peer.py writes "nan", "inf" and "-inf".
    private static double Number(JsonElement element) => element.ValueKind == JsonValueKind.Number ? element.GetDouble() : element.GetString() switch
    {
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => double.NaN,
    };
}
