namespace CourseLabs.Benchmarks;

/// <summary>y = c n^k, a straight line on two log axes.</summary>
internal static class PowerLaw
{
    /// <summary>
    /// k by least squares on the logarithms of the larger half of the points, the middle one included: at small sizes a fixed cost hides
    /// the growth. NaN where that is fewer than two.
    /// </summary>
    /// <param name="points">Sizes in ascending order, and what was measured there.</param>
    public static double Exponent(IReadOnlyList<(int Size, double Value)> points)
    {
        var logs = points.Skip(points.Count / 2).Select(p => (X: Math.Log(p.Size), Y: Math.Log(p.Value))).ToList();
        if (logs.Count < 2)
            return double.NaN;
        double x = logs.Average(p => p.X), y = logs.Average(p => p.Y);
        return logs.Sum(p => (p.X - x) * (p.Y - y)) / logs.Sum(p => (p.X - x) * (p.X - x));
    }
}
