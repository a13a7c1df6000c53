namespace CourseLabs.Plots.Tests;

public class PlotTests
{
    [Fact]
    public void A_series_needs_as_many_ys_as_xs() =>
        Assert.Contains("2 xs but 1 ys", Assert.Throws<ArgumentException>(() => new Plot("t").Line("a", [1, 2], [1])).Message, StringComparison.Ordinal);
}
