using FsCheck.Fluent;
namespace CourseLabs.Plots.Tests;

public class BarsTests
{
    // numpy.histogram([-1, 0.5, 1, 1.4, 2, 3, 0], bins=4, range=(0, 2)) gives counts 1 1 2 1 with edges 0 0.5 1 1.5 2 (NumPy 1.24).
    [Fact]
    public void Bins_are_those_of_numpy()
    {
        var series = new Plot("t").Histogram("a", [-1, 0.5, 1, 1.4, 2, 3, 0], 4, (0, 2)).Series[0];
        Assert.Equal([1.0, 1, 2, 1], series.Ys);
        Assert.Equal([0.25, 0.75, 1.25, 1.75], series.Xs);
        Assert.Equal(0.5, series.BarWidth);
    }

    [Fact]
    public void Without_a_range_bins_reach_from_the_least_to_the_largest_value()
    {
        Assert.Equal([2.0, 0, 1], new Plot("t").Histogram("a", [1f, 1.5f, 4f], 3).Series[0].Ys);
        Assert.Equal([5.75, 6.25], new Plot("t").Histogram("a", [6, 6], 2).Series[0].Xs); // half a unit to both sides
    }

    [Fact]
    public void Every_finite_value_is_counted_once() =>
        Any.Holds(Gen.ArrayOf(Gen.Choose(-1000, 1000)), values =>
            Assert.Equal(values.Length, new Plot("t").Histogram("a", values.Select(v => v / 7.0), 13).Series[0].Ys.Sum()), 100);

    [Fact]
    public void Values_that_are_not_counted_are_said() =>
        Assert.Equal(["a (1 not finite, 2 outside)"], new Plot("t").Histogram("a", [0.5, double.NaN, 7, 8], 4, (0, 2)).Legend);

    [Fact]
    public void Bars_stand_on_zero_and_take_four_fifths_of_the_room()
    {
        var bars = new Plot("t").Bars("a", [1, 3, 5], [2, -1, 4]).ToScottPlot().GetPlottables<ScottPlot.Plottables.BarPlot>().Single().Bars;
        Assert.Equal([(1.0, 2.0), (3.0, -1.0), (5.0, 4.0)], bars.Select(b => (b.Position, b.Value)));
        Assert.All(bars, bar => Assert.Equal((0.0, 1.6), (bar.ValueBase, bar.Size)));
    }
}
