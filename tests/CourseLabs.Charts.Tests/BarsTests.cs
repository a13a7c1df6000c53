using CourseLabs.Charts.Tests.Graphs;

namespace CourseLabs.Charts.Tests;

public class BarsTests
{
    // numpy.histogram([-1, 0.5, 1, 1.4, 2, 3, 0], bins=4, range=(0, 2)) gives counts 1 1 2 1 with edges 0 0.5 1 1.5 2.
    [Fact]
    public void Bins_are_those_of_numpy()
    {
        var series = new Chart("t").Histogram("a", [-1, 0.5, 1, 1.4, 2, 3, 0], 4, (0, 2)).Series[0];
        Assert.Equal([1.0, 1, 2, 1], series.Ys);
        Assert.Equal([0.25, 0.75, 1.25, 1.75], series.Xs);
        Assert.Equal(0.5, series.BarWidth);
    }

    [Fact]
    public void Without_a_range_bins_reach_from_the_least_to_the_largest_value()
    {
        Assert.Equal([2.0, 0, 1], new Chart("t").Histogram("a", [1f, 1.5f, 4f], 3).Series[0].Ys);
        Assert.Equal([5.75, 6.25], new Chart("t").Histogram("a", [6, 6], 2).Series[0].Xs); // half a unit to both sides
    }

    [Fact]
    public void Every_finite_value_is_counted_once() =>
        Any.Holds(FsCheck.Fluent.Gen.ArrayOf(FsCheck.Fluent.Gen.Choose(-1000, 1000)), values =>
            Assert.Equal(values.Length, new Chart("t").Histogram("a", values.Select(v => v / 7.0), 13).Series[0].Ys.Sum()));

    [Fact]
    public void Values_that_are_not_counted_are_said()
    {
        var texts = new Svg(new Chart("t").Histogram("a", [0.5, double.NaN, 7, 8], 4, (0, 2)).ToSvg()).Texts.ToList();
        Assert.Contains("1 point is not finite and not drawn", texts);
        Assert.Contains("2 values lie outside the bins", texts);
    }

    [Fact]
    public void Bars_stand_on_zero_and_beside_one_another()
    {
        var bars = Rects(new Chart("t").Bars("a", [1, 2, 3], [2, -1, 4]));
        Assert.Equal([2, 1, 4], bars.Select(b => Math.Round(b.Height / bars[1].Height)));
        Assert.Equal(bars[0].Bottom, bars[1].Top, 0.011);
        Assert.Equal(bars[0].Bottom, bars[2].Bottom, 0.011);
        Assert.Equal(bars[0].Width / 4, bars[1].Left - bars[0].Right, 0.05);
    }

    [Fact]
    public void On_a_log_axis_the_lowest_bar_has_a_height_and_an_empty_bin_none()
    {
        var chart = new Chart("t") { Y = Axis.Log() }.Histogram("a", [0, 0, 0, 10, 10, 5], 3);
        Assert.Equal(3, Rects(chart).Count(b => b.Height > 5));
        var gap = new Chart("t") { Y = Axis.Log() }.Histogram("a", [0, 10], 3);
        Assert.Equal(2, Rects(gap).Count);
        Assert.DoesNotContain(new Svg(gap.ToSvg()).Texts, t => t.Contains("positive", StringComparison.Ordinal));
    }

    [Fact]
    public void Markers_stand_at_each_point_or_at_the_ends()
    {
        static int Markers(LineMarkers markers) => new Svg(new Chart("t").Line("a", [1, 2, 3, 4, 5], markers).ToSvg())
            .Groups("line").Single().Elements().Count(e => e.Name.LocalName == "path") - 1;
        Assert.Equal((0, 5, 2), (Markers(LineMarkers.None), Markers(LineMarkers.Points), Markers(LineMarkers.Ends)));
    }

    [Fact]
    public void A_histogram_without_bins_or_range_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Chart("t").Histogram("a", [1.0], 0));
        Assert.Throws<ArgumentException>(() => new Chart("t").Histogram("a", [1.0], 3, (2, 2)));
    }

    private static List<Charts.Svg.Box> Rects(Chart chart) =>
        [.. new Svg(chart.ToSvg()).Groups("bars").Single().Elements().Where(e => e.Name.LocalName == "rect").Select(Drawing.Rect)];
}
