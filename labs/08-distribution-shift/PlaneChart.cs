using CourseLabs.Plots;

namespace CourseLabs.Labs;

/// <summary>Labelled points of the plane over the areas of a model's decision.</summary>
internal static class PlaneChart
{
    /// <summary>The colors of the areas are those of the first and the second class.</summary>
    /// <param name="title">The heading.</param>
    /// <param name="points">What to draw.</param>
    /// <param name="axes">What the two features are.</param>
    /// <param name="classes">Label and name of each class, in the order of the colors.</param>
    /// <param name="score">At least 0 where the model decides for the second class.</param>
    public static Plot Draw(
        string title, IReadOnlyList<LabelledPoint> points, (string X1, string X2) axes, (int Label, string Name)[] classes,
        Func<double, double, double> score)
    {
        // The same square in all charts of an example, unless a point lies far out.
        double end = Math.Ceiling(points.Max(p => Math.Max(5, Math.Max(Math.Abs(p.X1), Math.Abs(p.X2)))));
        Plot chart = new Plot(title, axes.X1, axes.X2)
            .Regions("decision boundary", Grid.Of((-end, end), (-end, end), score), 0);
        foreach ((int label, string name) in classes)
        {
            LabelledPoint[] own = [.. points.Where(p => p.Label == label)];
            chart = chart.Scatter(name, own.Select(p => p.X1), own.Select(p => p.X2));
        }

        return chart;
    }
}
