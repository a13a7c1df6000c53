using CourseLabs.Backprop.Matrices;

namespace CourseLabs.Backprop.Tests;

internal static class Close
{
    /// <summary>Asserts |actual - expected| &lt;= tolerance * max(1, |expected|) for every number.</summary>
    public static void Assert(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, double tolerance = 1e-12, string what = "value")
    {
        Xunit.Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            var close = expected[i].Equals(actual[i]) || Math.Abs(actual[i] - expected[i]) <= tolerance * Math.Max(1, Math.Abs(expected[i]));
            Xunit.Assert.True(close, $"{what}[{i}]: expected {expected[i]:R}, here it is {actual[i]:R}");
        }
    }

    public static void Assert(Matrix expected, Matrix actual, double tolerance = 1e-12)
    {
        Xunit.Assert.Equal(expected.Shape, actual.Shape);
        Assert(expected.Values, actual.Values, tolerance, actual.Shape);
    }
}
