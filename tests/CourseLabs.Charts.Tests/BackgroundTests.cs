using CourseLabs.Charts.Tests.Graphs;

namespace CourseLabs.Charts.Tests;

public class BackgroundTests
{
    private static readonly Grid _plane = Grid.Of((0, 4), (0, 4), (x, y) => x + y - 4, 5);

    [Fact]
    public void The_areas_of_a_decision_have_the_colours_of_the_two_classes()
    {
        var svg = new Svg(new Chart("t").Scatter("0", [1], [1]).Scatter("1", [3], [3]).Regions("boundary", _plane, 0).ToSvg());
        var paths = svg.Groups("regions").Single().Elements().Where(e => e.Name.LocalName == "path").ToList();
        Assert.Equal(["#0072B2", "#D55E00", "none"], paths.Select(p => (string?)p.Attribute("fill")));
        Assert.Equal(["#0072B2", "#D55E00"], svg.Groups("scatter").Select(g => (string?)g.Elements().Last().Attribute("fill")));
        Assert.Equal(1, ((string)paths[2].Attribute("d")!).Count(c => c == 'L')); // x + y = 4 is one straight line
    }

    [Fact]
    public void Contours_have_one_line_a_level()
    {
        var svg = new Svg(new Chart("t").Contours("loss", _plane, -2, 0, 99).ToSvg());
        Assert.Equal(2, svg.Groups("contours").Single().Elements().Count(e => (string?)e.Attribute("fill") == "none"));
        Assert.Contains("Contours of \"loss\".", svg.All("desc").Single().Value, StringComparison.Ordinal);
        Assert.DoesNotContain("no data", svg.Texts);
    }

    [Fact]
    public void Labels_of_reference_lines_keep_apart()
    {
        var chart = Enumerable.Range(0, 5).Aggregate(
            new Chart("t").Line("a", [0, 10], [0, 10]), (c, i) => c.VerticalLine(5 + (i * 0.1), $"line {i}").HorizontalLine(9 + (i * 0.1), $"level {i}"));
        var labels = new Svg(chart.ToSvg()).Groups("reference").SelectMany(g => g.Elements().Where(e => e.Name.LocalName == "rect")).Select(Drawing.Rect).ToList();
        Assert.Equal(10, labels.Count);
        for (var i = 0; i < labels.Count; i++)
            Assert.DoesNotContain(labels.Skip(i + 1), other => labels[i].Overlaps(other));
    }

    [Fact]
    public void A_reference_line_widens_the_axis_but_leaves_whole_numbers_whole()
    {
        var texts = new Svg(new Chart("t").Line("a", [1, 2, 3]).VerticalLine(5.5).ToSvg()).Groups("ticks").Single().Elements().Select(e => e.Value);
        Assert.Superset(new HashSet<string> { "0", "1", "2", "3", "4", "5", "6" }, texts.ToHashSet());
        Assert.DoesNotContain("0.5", texts);
    }

    [Fact]
    public void What_a_log_axis_has_no_place_for_is_refused()
    {
        var log = new Chart("t") { X = Axis.Log() };
        Assert.Contains("no such place", Assert.Throws<ArgumentException>(() => log.VerticalLine(0)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Chart("t").HorizontalLine(double.NaN));
        Assert.Contains("\"loss\"", Assert.Throws<ArgumentException>(() => log.Contours("loss", _plane)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Chart("t").VerticalLine(-1) with { X = Axis.Log() });
        Assert.Throws<ArgumentException>(() => new Chart("t").Contours("loss", _plane) with { Y = Axis.Log() });
        Assert.Throws<ArgumentException>(() => new Chart("t").Contours("loss", _plane, double.NaN));
    }
}
