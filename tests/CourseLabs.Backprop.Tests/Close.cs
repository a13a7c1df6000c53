using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Tests;

internal static class Close
{
    /// <summary>Asserts |actual - expected| &lt;= tolerance * max(1, |expected|) for every number.</summary>
    public static void Assert(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, double tolerance = 1e-12, string what = "value")
    {
        Xunit.Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            var (e, a) = (expected[i], actual[i]);
            var close = e.Equals(a) || Math.Abs(a - e) <= tolerance * Math.Max(1, Math.Abs(e));
            Xunit.Assert.True(close, $"{what}[{i}]: expected {e:R}, here it is {a:R}");
        }
    }

    public static void Assert(Matrix expected, Matrix actual, double tolerance = 1e-12)
    {
        Xunit.Assert.Equal(expected.Shape, actual.Shape);
        Assert(expected.Values, actual.Values, tolerance, actual.Shape);
    }
}
