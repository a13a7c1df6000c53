using CourseLabs.Charts.Tests.Graphs;
using FsCheck.Fluent;

namespace CourseLabs.Charts.Tests;

public class ChartGridTests
{
    private static readonly Chart[] _charts =
        [new Chart("a").Line("l", [1, 2]), new Chart("b").Line("l", [0, 50]), new Chart("c").Line("l", [5.0, 9, 7.5])];

    [Fact]
    public void Any_charts_stand_in_cells_of_their_own_within_the_picture() =>
        Any.Holds(from charts in Any.Chart.NonEmptyListOf() from columns in Gen.Choose(1, 4) select (charts.Take(7), columns), given =>
        {
            var svg = new Svg(new ChartGrid("t", given.Item1, given.columns).ToSvg());
            var (width, height) = svg.ViewBox;
            var cells = svg.Root.Elements().Where(e => e.Name.LocalName == "svg").Select(Drawing.Rect).ToList();
            Assert.Equal(given.Item1.Count(), cells.Count);
            Assert.All(cells, cell => Assert.True(cell.Left >= 0 && cell.Top >= 0 && cell.Right <= width && cell.Bottom <= height + 0.01));
            Assert.DoesNotContain(cells, a => cells.Any(b => a != b && a.Overlaps(b with { Height = b.Height - 0.01 })));
            Assert.InRange((double)svg.Root.Attribute("width")!, 100, 1600);
        }, 40);

    [Fact]
    public void Shared_axes_have_the_same_ticks_and_others_their_own()
    {
        Assert.Equal(3, Ticks(new ChartGrid("t", _charts, 2)).Distinct().Count());
        Assert.Single(Ticks(new ChartGrid("t", _charts, 2, shareX: true, shareY: true)).Distinct());
    }

    [Fact]
    public void Csv_names_the_chart_of_each_number() =>
        Assert.Equal(
            "chart,series,x,y,value\na,l,0,1,\na,l,1,2,\nb,l,0,0,\nb,l,1,50,\n", new ChartGrid("t", _charts[..2], 2).ToCsv());

    [Fact]
    public void Each_chart_is_described_to_screen_readers()
    {
        var svg = new Svg(new ChartGrid("Folds", _charts, 2).ToSvg());
        Assert.Equal(["Folds", "a", "b", "c"], svg.All("title").Where(t => t.Parent!.Name.LocalName == "svg").Select(t => t.Value));
        Assert.Equal("3 charts in 2 rows and 2 columns.", svg.All("desc").First().Value);
    }

    [Fact]
    public void What_makes_no_grid_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new ChartGrid("t", [], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChartGrid("t", _charts, 0));
        Chart[] mixed = [.. _charts, new Chart("log") { Y = Axis.Log() }];
        Assert.Contains("logarithmic in all", Assert.Throws<ArgumentException>(() => new ChartGrid("t", mixed, 2, shareY: true)).Message, StringComparison.Ordinal);
        Assert.NotEmpty(new ChartGrid("t", mixed, 2, shareX: true).ToSvg());
    }

    private static IEnumerable<string> Ticks(ChartGrid grid) =>
        new Svg(grid.ToSvg()).Groups("ticks").Select(g => string.Join(' ', g.Elements().Select(e => e.Value)));
}
