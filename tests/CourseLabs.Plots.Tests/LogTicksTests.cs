using CourseLabs.Plots.Drawing;
using FsCheck.Fluent;

namespace CourseLabs.Plots.Tests;

public class LogTicksTests
{
    [Theory]
    [InlineData(0, 3, "1 10 100 1000")]
    [InlineData(-1.2, 0.9, "0.1 1")]
    [InlineData(-0.4, 1.2, "0.5 1 2 5 10")]
    [InlineData(2.2, 2.8, "200 300 400 500 600")]
    [InlineData(-0.4, -0.1, "0.4 0.5 0.6 0.7")]
    [InlineData(-13.5, -0.5, "1e-12 1e-10 1e-8 1e-6 1e-4 1e-2")]
    [InlineData(-3, 25, "1 1e4 1e8 1e12 1e16 1e20 1e24")]
    public void Labels_are_powers_of_ten_or_where_these_are_too_few_round_numbers(double low, double high, string labels) =>
        Assert.Equal(labels, string.Join(' ', Labels(low, high)));

    [Fact]
    public void Any_range_has_between_two_and_eight_labels_all_different_and_within_it() =>
        Any.Holds(
            from low in Gen.Choose(-3000, 2990)
            from length in Gen.Choose(2, 4000)
            select (Low: low / 10.0, High: Math.Min(308, (low / 10.0) + (length / 100.0))),
            range =>
            {
                var values = LogTicks.Labeled(range.Low, range.High, 8).ToList();
                Assert.InRange(values.Count, 1, 9);
                Assert.Equal(values.Count, Labels(range.Low, range.High).Distinct().Count());
                Assert.All(values, value => Assert.InRange(Math.Log10(value), range.Low - 1e-9, range.High + 1e-9));
            }, 300);

    private static IEnumerable<string> Labels(double low, double high)
    {
        var ticks = new LogTicks();
        using var paint = ScottPlot.Paint.NewDisposablePaint();
        ticks.Regenerate(new(low, high), ScottPlot.Edge.Left, new(240), paint, new());
        return ticks.Ticks.Where(t => t.IsMajor).Select(t => t.Label);
    }
}
