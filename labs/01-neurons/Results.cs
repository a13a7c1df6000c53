using CourseLabs.Matrices;

namespace CourseLabs.Labs;

/// <summary>How the examples of this lab compare results, and where their randomness comes from.</summary>
internal static class Results
{
    /// <summary>The largest |x - y|; NaN if there is one.</summary>
    public static double LargestDifference(Matrix x, Matrix y) => Largest(x - y);

    /// <summary>The largest |x|; NaN if there is one.</summary>
    public static double Largest(Matrix x) => x.Values.ToArray().Select(Math.Abs).Aggregate(0.0, Math.Max);

    /// <summary>A generator for an example's seed; seeds that differ by 2^32 give the same numbers.</summary>
    public static Random Generator(long seed) => new(unchecked((int)seed));
}
