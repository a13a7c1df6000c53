using CourseLabs.Backprop.Matrices;

namespace CourseLabs.Labs.Neurons;

/// <summary>What the examples of this lab draw functions over, and how they compare two results.</summary>
internal static class Points
{
    /// <summary>Evenly spaced numbers, both ends among them.</summary>
    public static double[] Between(double from, double to, int count) =>
        [.. Enumerable.Range(0, count).Select(i => ((from * (count - 1 - i)) + (to * i)) / (count - 1))];

    /// <summary>The largest |x - y|; NaN if there is one.</summary>
    public static double LargestDifference(Matrix x, Matrix y) => Largest(x - y);

    /// <summary>The largest |x|; NaN if there is one.</summary>
    public static double Largest(Matrix x) => x.Values.ToArray().Select(Math.Abs).Aggregate(0.0, Math.Max);

    /// <summary>A generator for an example's seed; seeds that differ by 2^32 give the same numbers.</summary>
    public static Random Generator(long seed) => new(unchecked((int)seed));
}
