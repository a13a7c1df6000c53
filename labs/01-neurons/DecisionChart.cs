using CourseLabs.Matrices;
using CourseLabs.Backprop.Neurons;
using CourseLabs.Plots;

namespace CourseLabs.Labs;

/// <summary>Points of two classes in the plane, and the areas in which a model puts them.</summary>
internal static class DecisionChart
{
    /// <summary>A chart of the points, a color a class, over the areas of the decision.</summary>
    /// <param name="title">The heading.</param>
    /// <param name="x">(points x 2).</param>
    /// <param name="targets">The class of each point, 1 or -1.</param>
    /// <param name="scores">The model's score over the plane: at least <paramref name="threshold"/> for the class 1.</param>
    /// <param name="threshold">Where the decision changes.</param>
    public static Plot Of(string title, Matrix x, IReadOnlyList<int> targets, Grid scores, double threshold = 0)
    {
        var chart = new Plot(title, "x1", "x2");
        foreach (int label in new[] { -1, 1 })
        {
            int[] members = [.. Enumerable.Range(0, x.Rows).Where(i => targets[i] == label)];
            chart = chart.Scatter($"y = {label}", members.Select(i => x[i, 0]), members.Select(i => x[i, 1]));
        }

        return chart.Regions("decision boundary", scores, threshold);
    }

    /// <summary>A perceptron's scores over a square, from the same to the same in both directions.</summary>
    public static Grid Scores(this Perceptron perceptron, double from, double to) =>
        Grid.Of((from, to), (from, to), (x1, x2) => perceptron.Score(x1, x2));
}
