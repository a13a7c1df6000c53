using System.Globalization;
using FsCheck.Fluent;

namespace CourseLabs.Charts.Tests;

public class SvgTests
{
    [Fact]
    public void Any_chart_is_well_formed_and_lies_within_its_view_box() =>
        Any.Holds(Any.Chart.SelectMany(_ => Gen.Choose(0, 3), (chart, size) => (chart, size)), given =>
        {
            var options = new SvgOptions { Width = 100 + (given.size * 300), Height = 100 + (given.size * 150) };
            var svg = new Svg(given.chart.ToSvg(options));
            var (width, height) = svg.ViewBox;
            Assert.Equal((options.Width, options.Height), ((int)svg.Root.Attribute("width")!, (int)svg.Root.Attribute("height")!));
            Assert.Equal((double)options.Width / options.Height, width / height, 0.01);
            Assert.All(svg.Coordinates(), p =>
            {
                Assert.InRange(p.X, 0, width);
                Assert.InRange(p.Y, 0, height);
            });
        });

    [Fact]
    public void Same_chart_gives_the_same_text_in_every_culture() =>
        Any.Holds(Any.Chart, chart =>
        {
            var (svg, csv) = (chart.ToSvg(), chart.ToCsv());
            var culture = CultureInfo.CurrentCulture;
            try
            {
                CultureInfo.CurrentCulture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
                CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator = ",";
                CultureInfo.CurrentCulture.NumberFormat.NegativeSign = "~";
                Assert.Equal(svg, chart.ToSvg());
                Assert.Equal(csv, chart.ToCsv());
            }
            finally
            {
                CultureInfo.CurrentCulture = culture;
            }
        }, 50);

    [Fact]
    public void Title_labels_and_series_are_named_in_the_picture_and_for_screen_readers()
    {
        var svg = new Svg(new Chart("손실 <L1> & more") { X = Axis.Linear("epoch"), Y = Axis.Log("loss") }
            .Line("training", [3.0, 2, 1]).Line("validation", [4.0, 3, 2]).ToSvg());
        Assert.Contains("손실 <L1> & more", svg.Texts);
        Assert.Superset(new HashSet<string> { "epoch", "loss", "training", "validation" }, svg.Texts.ToHashSet());
        Assert.Equal("손실 <L1> & more", svg.All("title").First().Value);
        Assert.Equal(
            "Horizontal axis: epoch, 0 to 2. Vertical axis: loss, logarithmic, 1 to 5. Line \"training\": 3 points. Line \"validation\": 3 points.",
            svg.All("desc").Single().Value);
    }

    [Fact]
    public void A_single_series_needs_no_legend() =>
        Assert.Empty(new Svg(new Chart("t").Line("only", [1, 2]).ToSvg()).Groups("legend"));

    [Fact]
    public void A_line_breaks_at_numbers_that_are_not_finite_and_says_so()
    {
        var svg = new Svg(new Chart("t").Line("a", [1, 2, double.NaN, 3, 4, double.PositiveInfinity, 5, 6]).ToSvg());
        Assert.Equal([2, 2, 2], svg.Strokes().Select(s => s.Count));
        Assert.Equal(4, svg.Groups("gaps").Single().Elements().Count()); // open circles
        Assert.Contains("2 points are not finite and not drawn", svg.Texts);
    }

    [Fact]
    public void A_log_axis_leaves_out_what_is_not_positive_and_says_so()
    {
        var svg = new Svg(new Chart("t") { Y = Axis.Log() }.Scatter("a", [0, 1, 2, 3, 4], [-1.0, 0, 0, 5, 6]).ToSvg());
        Assert.Contains("3 points are not positive and not drawn", svg.Texts);
        Assert.Equal(2, svg.Groups("scatter").Single().Descendants().Count(e => e.Name.LocalName == "path"));
    }

    [Fact]
    public void One_point_left_out_is_said_in_the_singular() =>
        Assert.Contains(
            "1 point is not positive and not drawn",
            new Svg(new Chart("t") { Y = Axis.Log() }.Line("a", [0, 1, 2]).ToSvg()).Texts);

    [Fact]
    public void Nothing_to_draw_is_said()
    {
        Assert.Contains("no data", new Svg(new Chart("t").ToSvg()).Texts);
        Assert.Contains("no data", new Svg(new Chart("t") { Y = Axis.Log() }.Line("a", [double.NaN, -1]).ToSvg()).Texts);
    }

    [Fact]
    public void A_single_point_of_a_line_is_a_dot()
    {
        var line = new Svg(new Chart("t").Line("a", [5.0]).ToSvg()).Groups("line").Single();
        Assert.Equal("#0072B2", (string?)line.Elements().Single(e => e.Name.LocalName == "path").Attribute("fill"));
    }

    [Fact]
    public void Seven_series_differ_in_colour_and_lines_in_dashes_too()
    {
        var chart = Enumerable.Range(0, 7).Aggregate(new Chart("t"), (c, i) => c.Line($"s{i}", [i, i + 1]));
        var lines = new Svg(chart.ToSvg()).Groups("line").Select(g => g.Elements().Single(e => e.Name.LocalName == "path")).ToList();
        Assert.Equal(7, lines.Select(l => (string?)l.Attribute("stroke")).Distinct().Count());
        Assert.Equal(6, lines.Take(6).Select(l => (string?)l.Attribute("stroke-dasharray")).Distinct().Count());
    }

    [Fact]
    public void The_legend_covers_no_point() =>
        Any.Holds(Gen.Choose(0, 100).Two().ArrayOf(40), points =>
        {
            var (xs, ys) = (points.Select(p => p.Item1).ToArray(), points.Select(p => p.Item2).ToArray());
            var svg = new Svg(new Chart("t").Scatter("cloud", xs, ys).Line("curve", xs.Order(), ys).ToSvg());
            var box = svg.Groups("legend").Single().Elements().First();
            var (left, top) = ((double)box.Attribute("x")!, (double)box.Attribute("y")!);
            var (right, bottom) = (left + (double)box.Attribute("width")!, top + (double)box.Attribute("height")!);
            Assert.DoesNotContain(svg.Strokes().SelectMany(s => s), p => p.X > left && p.X < right && p.Y > top && p.Y < bottom);
        }, 100);

    [Fact]
    public void A_hundred_thousand_points_keep_their_extremes_in_a_modest_file()
    {
        var ys = Enumerable.Range(0, 100_000).Select(i => Math.Sin(i * 1.7) + (i == 31_234 ? 9 : 0) - (i == 77_777 ? 9 : 0)).ToArray();
        var source = new Chart("t").Line("a", ys).ToSvg();
        var points = new Svg(source).Strokes().Single();
        Assert.InRange(source.Length, 1000, 60_000);
        Assert.InRange(points.Count, 1000, 4 * 800);
        // The spikes stand alone, far from the band of the sine.
        Assert.Single(points, p => p.Y < points.Min(q => q.Y) + 100);
        Assert.Single(points, p => p.Y > points.Max(q => q.Y) - 100);
        Assert.InRange(new Chart("t").Scatter("a", Enumerable.Range(0, 100_000), ys).ToSvg().Length, 1000, 3_000_000);
    }

    [Fact]
    public void A_legend_with_too_many_entries_says_how_many_it_leaves_out()
    {
        var chart = Enumerable.Range(0, 90).Aggregate(new Chart("t"), (c, i) => c.Line($"{i}", [0, 1]));
        var texts = new Svg(chart.ToSvg()).Groups("legend").Single().Elements()
            .Where(e => e.Name.LocalName == "text").Select(t => t.Value).ToList();
        Assert.Equal($"and {90 - (texts.Count - 1)} more", texts[^1]);
    }

    [Fact]
    public void Lines_are_drawn_above_clouds()
    {
        var svg = new Svg(new Chart("t").Line("curve", [1, 2]).Scatter("cloud", [0, 1], [1, 2]).ToSvg());
        Assert.Equal(["scatter", "line"], svg.All("g").Select(g => (string?)g.Attribute("class")).Where(c => c is "line" or "scatter"));
    }

    [Theory]
    [InlineData(99, 500)]
    [InlineData(800, 10001)]
    public void Sizes_that_hold_no_chart_are_refused(int width, int height) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SvgOptions { Width = width, Height = height });
}
