using SkiaSharp;

namespace CourseLabs.Plots.Tests;

public class PlotTests
{
    private const string Long = "a heading of so many words that no picture can have all of them side by side, in one line of text";

    [Fact]
    public void No_text_leaves_the_picture_or_covers_another_and_the_legend_stands_above_the_data() =>
        Any.Holds(Any.Plot, plot =>
        {
            var drawn = new Drawn(plot.Sheet());
            var texts = drawn.Texts.Where(t => t.Text.Length > 0).ToList();
            Assert.All(texts, t => Assert.True(drawn.Holds(t.Box), $"\"{t.Text}\" at {t.Box} of {drawn.Width} x {drawn.Height}"));
            for (var i = 0; i < texts.Count; i++)
                for (var j = 0; j < i; j++)
                    Assert.False(Drawn.Overlap(texts[i].Box, texts[j].Box), $"\"{texts[i].Text}\" covers \"{texts[j].Text}\"");
        }, 60);

    [Fact]
    public void A_long_title_and_long_names_are_wrapped_and_none_is_cut()
    {
        var texts = new Drawn(new Plot(Long, Long, "y").Line(Long, [1, 2]).Line("b", [2, 3]).Sheet()).Texts;
        Assert.Equal(3, CountOf("heading"));
        Assert.Equal(3, CountOf("text"));

        int CountOf(string word) => texts.Sum(t => t.Text.Split(' ').Count(w => w == word));
    }

    [Fact]
    public void Points_that_have_no_place_are_counted_in_the_legend()
    {
        var plot = new Plot("t", logY: true).Line("a", [1, double.NaN, 0, -1, 10, double.PositiveInfinity]).Line("b", [1, 2]);
        Assert.Equal(["a (2 not finite, 2 not positive)", "b"], plot.Legend);
        Assert.Equal(["c (1 out of range)"], new Plot("t").Line("c", [1, double.MaxValue]).Legend);
        Assert.Contains(new Drawn(new Plot("t").Line("alone", [1, double.NaN]).Sheet()).Texts, t => t.Text == "alone (1 not finite)");
        Assert.DoesNotContain(new Drawn(new Plot("t").Line("alone", [1, 2]).Sheet()).Texts, t => t.Text == "alone");
    }

    [Fact]
    public void A_line_of_reference_is_in_the_legend_if_it_has_a_name()
    {
        Assert.Equal(["a", "best"], Legend(new Plot("t").Line("a", [1, 2]).VerticalLine(1, "best").HorizontalLine(2)));
        Assert.Empty(Legend(new Plot("t").Line("a", [1, 2]).VerticalLine(1)));

        static IEnumerable<string> Legend(Plot plot) => plot.ToScottPlot().Legend.ManualItems.Select(item => item.LabelText);
    }

    [Fact]
    public void A_line_breaks_where_a_value_is_not_finite_and_a_point_between_two_gaps_is_a_dot()
    {
        var drawn = new Plot("t").Line("a", [1, 2, double.NaN, 3, double.NaN, 4, 5]).ToScottPlot();
        var line = drawn.GetPlottables<ScottPlot.Plottables.Scatter>().Single();
        Assert.Equal([false, false, true, false, true, false, false], line.Data.GetScatterPoints().Select(p => double.IsNaN(p.Y)));
        var dots = drawn.GetPlottables<ScottPlot.Plottables.Markers>().SelectMany(m => m.Data.GetScatterPoints());
        Assert.Equal((3.0, 3.0), dots.Select(p => (p.X, p.Y)).Single());
    }

    [Fact]
    public void Lines_have_colors_and_dashes_of_their_own_and_no_markers_unless_asked()
    {
        var drawn = Enumerable.Range(0, 6).Aggregate(new Plot("t"), (plot, i) => plot.Line($"{i}", [1.0, i])).ToScottPlot();
        var lines = drawn.GetPlottables<ScottPlot.Plottables.Scatter>().ToList();
        Assert.Equal(6, lines.Select(l => l.LineColor).Distinct().Count());
        Assert.Equal(6, lines.Select(l => string.Join(' ', l.LinePattern.Intervals)).Distinct().Count());
        Assert.All(lines, line => Assert.Equal(0, line.MarkerSize));
        Assert.Equal(2, Markers(new Plot("t").Line("a", [1, 2], markers: true)));
        Assert.Equal(2, Markers(new Plot("t").Path("a", [1, 2, 3], [1, 2, 3])));
        Assert.Equal(0, Markers(new Plot("t").Line("a", [1, 2, 3])));

        static int Markers(Plot plot) =>
            plot.ToScottPlot().GetPlottables<ScottPlot.Plottables.Markers>().Sum(m => m.Data.GetScatterPoints().Count);
    }

    [Fact]
    public void A_path_explains_its_start_and_its_end()
    {
        var texts = new Drawn(new Plot("t").Path("SGD", [1, 2], [3, 4]).Star("minimum", 0, 0).Sheet()).Texts.Select(t => t.Text);
        Assert.Superset(new HashSet<string> { "SGD", "minimum", "start", "end" }, texts.ToHashSet());
    }

    [Fact]
    public void What_lies_above_the_highest_y_leaves_the_plot_and_is_not_called_missing()
    {
        var plot = new Plot("t", logY: true) { HighestY = 10 }.Line("a", [1, 1e30]).Line("b", [1, 10]);
        Assert.InRange(plot.ToScottPlot().Axes.GetLimits().Top, 1, 1.1); // a power of ten
        Assert.Equal(["a", "b"], plot.Legend);
    }

    [Fact]
    public void A_png_has_two_pixels_a_unit()
    {
        var plot = new Plot("t").Line("a", [1, 2]);
        using var image = SKBitmap.Decode(plot.ToPng());
        Assert.Equal((1600, (int)Math.Ceiling(plot.Sheet().Height * 2)), (image.Width, image.Height));
        Assert.StartsWith("<img width=\"800\"", plot.ToHtml(), StringComparison.Ordinal);
        Assert.Equal(plot.ToPng(), plot.ToPng());
    }

    [Fact]
    public void A_color_of_the_line_is_where_the_line_is()
    {
        using var image = SKBitmap.Decode(new Plot("t").Line("a", [1, 1]).ToPng());
        var blue = new SKColor(0x00, 0x72, 0xB2);
        var rows = Enumerable.Range(0, image.Height).Where(y => image.GetPixel(image.Width / 2, y) == blue).ToList();
        Assert.InRange(rows.Count, 3, 6); // 2.25 units wide
    }

    [Fact]
    public void Bad_input_is_refused_in_words()
    {
        Refused("2 xs but 1 ys", () => new Plot("t").Line("a", [1, 2], [1]));
        Refused("a logarithmic axis has no place", () => new Plot("t", logY: true).Bars("a", [1], [2]));
        Refused("not from 2 to 2", () => new Plot("t").Histogram("a", [1.0], 3, (2, 2)));
        Refused("no place on its axis", () => new Plot("t", logX: true).VerticalLine(0, "v").ToPng());
        Assert.Throws<ArgumentOutOfRangeException>(() => new Plot("t").Histogram("a", [1.0], 0));
        Refused("at least one plot", () => new PlotGrid("t", [], 2));
        Refused("linear in all of them", () => new PlotGrid("t", [new Plot("a"), new Plot("b", logX: true)], 2, shareX: true));
    }

    private static void Refused(string why, Func<object> make) =>
        Assert.Contains(why, Assert.Throws<ArgumentException>(make).Message, StringComparison.Ordinal);
}
