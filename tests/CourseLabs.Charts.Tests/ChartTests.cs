namespace CourseLabs.Charts.Tests;

public class ChartTests
{
    [Fact]
    public void Adding_a_series_leaves_the_chart_as_it_was()
    {
        var empty = new Chart("t");
        var one = empty.Line("a", [1.0, 2]);
        Assert.Empty(empty.Series);
        Assert.Single(one.Series);
    }

    [Fact]
    public void A_series_owns_its_numbers()
    {
        double[] ys = [1, 2];
        var chart = new Chart("t").Line("a", ys);
        ys[0] = 99;
        Assert.Equal([1.0, 2], chart.Series[0].Ys);
    }

    [Fact]
    public void Any_numeric_type_will_do()
    {
        var series = new Chart("t").Scatter("a", new List<int> { 1, 2 }, new[] { 0.1f, float.NaN }).Series[0];
        Assert.Equal([1.0, 2], series.Xs);
        Assert.Equal([(double)0.1f, double.NaN], series.Ys);
    }

    [Fact]
    public void Without_xs_a_line_counts_from_zero() => Assert.Equal([0.0, 1, 2], new Chart("t").Line("a", [5, 6, 7]).Series[0].Xs);

    [Fact]
    public void Different_numbers_of_xs_and_ys_are_refused_with_both_numbers()
    {
        var error = Assert.Throws<ArgumentException>(() => new Chart("t").Line("loss", [1, 2, 3], [1, 2]));
        Assert.Contains("Series \"loss\" has 3 xs but 2 ys", error.Message, StringComparison.Ordinal);
    }
}
