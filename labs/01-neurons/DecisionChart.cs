using CourseLabs.Matrices;
using CourseLabs.Plots;

namespace CourseLabs.Labs;

// Points of two classes in the plane, a color a class, over the areas in which a model puts them: where its score is above the threshold
// it says 1.
internal static class DecisionChart
{
    public static Plot Of(string title, Matrix x, IReadOnlyList<int> targets, Grid scores, double threshold = 0)
    {
        var chart = new Plot(title, "x1", "x2");
        foreach (var label in new[] { -1, 1 })
        {
            int[] members = [.. Enumerable.Range(0, x.Rows).Where(i => targets[i] == label)];
            chart = chart.Scatter($"y = {label}", members.Select(i => x[i, 0]), members.Select(i => x[i, 1]));
        }

        return chart.Regions("decision boundary", scores, threshold);
    }
}
