using CourseLabs.Plots;
using CourseLabs.Torch;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// The label is a class counted from 0.
public readonly record struct LabeledPoint(float X1, float X2, int Label)
{
    // x is (points x 2).
    internal static LabeledPoint[] From(Tensor x, Tensor y) =>
        [.. x.Floats().Chunk(2).Zip(y.Floats()).Select(p => new LabeledPoint(p.First[0], p.First[1], (int)p.Second))];
}

internal static class PlaneChart
{
    // Points over the areas of a model's decision. The colors of the areas are those of the first and the second class; the score is at
    // least 0 where the model decides for the second.
    public static Plot Draw(
        string title, IReadOnlyList<LabeledPoint> points, (string X1, string X2) axes, (int Label, string Name)[] classes,
        Func<double, double, double> score)
    {
        // The same square in all charts of an example, unless a point lies far out.
        var end = Math.Ceiling(points.Max(p => Math.Max(5, Math.Max(Math.Abs(p.X1), Math.Abs(p.X2)))));
        var chart = new Plot(title, axes.X1, axes.X2)
            .Regions("decision boundary", Grid.Of((-end, end), (-end, end), score), 0);
        foreach ((var label, var name) in classes)
        {
            LabeledPoint[] own = [.. points.Where(p => p.Label == label)];
            chart = chart.Scatter(name, own.Select(p => p.X1), own.Select(p => p.X2));
        }

        return chart;
    }
}
