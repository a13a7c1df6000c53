using SkiaSharp;

namespace CourseLabs.Plots.Tests;

public class GridTests
{
    private static readonly Plot _two = new Plot("two", "x", "y").Line("a", [1, 2]).Line("b", [2, 30]);

    [Fact]
    public void Plots_with_the_same_legend_show_it_once_and_others_each_their_own()
    {
        Assert.Single(Texts(new PlotGrid("t", [_two, _two, _two], 2)), "a");
        Assert.Equal(2, Texts(new PlotGrid("t", [_two, _two.Line("c", [1])], 2)).Count(t => t == "a"));
    }

    [Fact]
    public void Shared_axes_have_one_range()
    {
        var grid = new PlotGrid("t", [_two, new Plot("one").Line("a", [5, 6, 7])], 2, shareX: true, shareY: true);
        var plots = grid.Plots.Select(plot => plot.ToScottPlot()).ToList();
        Assert.NotEqual(plots[0].Axes.GetLimits(), plots[1].Axes.GetLimits());
        grid.ShareAxes(plots);
        Assert.Equal(plots[0].Axes.GetLimits(), plots[1].Axes.GetLimits());
    }

    [Fact]
    public void Every_text_of_a_grid_stands_within_it()
    {
        var drawn = new Drawn(new PlotGrid(string.Join(' ', Enumerable.Repeat("words", 60)), [_two, _two, _two], 2).Sheet());
        Assert.All(drawn.Texts, t => Assert.True(drawn.Holds(t.Box), t.Text));
        Assert.Equal(60, drawn.Texts.Sum(t => t.Text.Split(' ').Count(w => w == "words")));
    }

    [Fact]
    public void Csv_names_the_plot_of_each_number() =>
        Assert.Equal(
            "plot,series,x,y,value\none,a,0,5,\none,a,1,6,\n", new PlotGrid("t", [new Plot("one").Line("a", [5, 6])], 3).ToCsv());

    [Fact]
    public void The_lowest_number_is_black_the_highest_white_and_one_that_is_not_finite_red()
    {
        var grid = new ImageGrid("", 2, 2, columns: 1).Add("", [-1, 3, 1, double.NaN]);
        using var image = SKBitmap.Decode(grid.ToPng());
        var all = image.Pixels.GroupBy(p => p).ToDictionary(g => g.Key, g => g.Count());
        var quarter = 84 * 84; // a pixel is a square of 42 units
        Assert.Equal(quarter, all[new SKColor(128, 128, 128)]);
        Assert.Equal(quarter, all[new SKColor(0xD5, 0x5E, 0x00)]);
        Assert.Equal(quarter, all[SKColors.Black]);
        Assert.Equal("caption,0,1,2,3\n,-1,3,1,NaN\n", grid.ToCsv());
    }

    [Fact]
    public void A_picture_that_is_too_large_to_draw_is_told()
    {
        var grid = Enumerable.Range(0, 20_000).Aggregate(new ImageGrid("t", 1, 1, columns: 1), (g, _) => g.Add("", [1]));

        var error = Assert.Throws<InvalidOperationException>(grid.ToPng);

        Assert.Matches(@"^A picture of 840 x \d{7} pixels is too large to draw: show a part of it.$", error.Message);
    }

    [Fact]
    public void An_image_has_as_many_pixels_as_it_should() =>
        Assert.Contains(
            "has 3 pixels; 2 x 2 needs 4",
            Assert.Throws<ArgumentException>(() => new ImageGrid("t", 2, 2, 1).Add("a", [1, 2, 3])).Message, StringComparison.Ordinal);

    private static List<string> Texts(PlotGrid grid) => [.. new Drawn(grid.Sheet()).Texts.Select(t => t.Text)];
}
