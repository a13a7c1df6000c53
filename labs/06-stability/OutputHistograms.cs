using CourseLabs.Plots;

namespace CourseLabs.Labs;

/// <summary>
/// The well-known picture (COURSE D5): what comes out of some layers, a row for an initialization and a column for a layer.
/// </summary>
internal static class OutputHistograms
{
    private const int Columns = 5;
    private static readonly string[] Rows = ["normal(0, 1)", "normal(0, 0.01)", "Xavier normal", "He normal"];

    public static PlotGrid Of(string activation, Dictionary<(string Activation, string Scheme), LayerOutputs> outputs)
    {
        int[] layers = Layers(outputs[(activation, Rows[0])].Values.Count);
        return new(
            $"{activation}: outputs of the layers",
            from scheme in Rows
            from layer in layers
            select Histogram(activation, scheme, layer, outputs[(activation, scheme)].Values[layer]),
            layers.Length);
    }

    // From the first to the last, evenly.
    private static int[] Layers(int depth)
    {
        int columns = Math.Min(Columns, depth);
        return [.. Enumerable.Range(0, columns).Select(i => i * (depth - 1) / (columns - 1))];
    }

    // One range for all of an activation; ReLU has no bounds, and what lies beyond 3 is counted in a note.
    private static Plot Histogram(string activation, string scheme, int layer, float[] values)
    {
        (double, double) within = activation switch { "sigmoid" => (0, 1), "tanh" => (-1, 1), _ => (0, 3) };
        return new Plot($"{scheme}, layer {layer + 1}", "output", "count")
            .Histogram("outputs", values, bins: 30, within);
    }
}
