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

    // The edges are numpy.linspace's, from + i width; the quotient (edge - from) / width may round to less than i.
    [Theory]
    [InlineData(0, 1, 10)]
    [InlineData(-2, 1.3, 30)]
    [InlineData(0.1, 0.7, 49)]
    public void A_value_on_an_edge_lies_in_the_bin_that_begins_there(double from, double to, int bins)
    {
        var width = (to - from) / bins;
        double[] edges = [.. Enumerable.Range(0, bins).Select(i => from + (i * width))];
        double[] below = [.. edges.Skip(1).Append(to).Select(Math.BitDecrement)];

        Assert.All(new Plot("t").Histogram("a", edges, bins, (from, to)).Series[0].Ys, count => Assert.Equal(1, count));
        Assert.All(new Plot("t").Histogram("a", below, bins, (from, to)).Series[0].Ys, count => Assert.Equal(1, count));
    }

    [Theory]
    [InlineData(1, 1.0000000000000002)]
    [InlineData(0.1, 0.1)]
    [InlineData(1e16, 1e16)]
    [InlineData(-1e149, -1e149)]
    [InlineData(0, 5e-324)]
    public void Values_that_are_the_same_but_for_rounding_share_a_bin(double low, double high)
    {
        var series = new Plot("t").Histogram("a", [low, high, low], 30).Series[0];

        Assert.Equal([3.0], series.Ys.Where(count => count > 0));
        Assert.Equal(30, series.Xs.Distinct().Count());
    }

    [Fact]
    public void Values_that_no_axis_has_are_left_out_and_a_range_that_no_doubles_part_is_an_error()
    {
        var plot = new Plot("t").Histogram("a", [-1e308, 1, 2, 1e308, double.NaN], 2);
        Assert.Equal([1.0, 1], plot.Series[0].Ys);
        Assert.Equal(["a (1 not finite, 2 out of range)"], plot.Legend);

        var error = Assert.Throws<ArgumentException>(() => new Plot("t").Histogram("a", [1.0], 30, (1, Math.BitIncrement(1.0))));
        Assert.StartsWith("No 30 bins of equal width lie between 1 and 1.0000000000000002", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_stand_on_zero_and_take_four_fifths_of_the_room()
    {
        var bars = new Plot("t").Bars("a", [1, 3, 5], [2, -1, 4]).ToScottPlot().GetPlottables<ScottPlot.Plottables.BarPlot>().Single().Bars;
        Assert.Equal([(1.0, 2.0), (3.0, -1.0), (5.0, 4.0)], bars.Select(b => (b.Position, b.Value)));
        Assert.All(bars, bar => Assert.Equal((0.0, 1.6), (bar.ValueBase, bar.Size)));
    }
}
