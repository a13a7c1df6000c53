using CourseLabs.Charts.Svg;
using CourseLabs.Display;

namespace CourseLabs.Charts;

/// <summary>Several charts in rows and columns under one title (small multiples): a histogram a layer, a curve a fold.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class ChartGrid : IPicture, IHtml
{
    private readonly bool _shareX;
    private readonly bool _shareY;

    /// <summary>A grid of charts, filled row by row.</summary>
    /// <param name="title">Stands above all; may be empty.</param>
    /// <param name="charts">At least one.</param>
    /// <param name="columns">How many stand side by side.</param>
    /// <param name="shareX">Whether all horizontal axes have the same range, so that charts compare.</param>
    /// <param name="shareY">Whether all vertical axes have the same range.</param>
    /// <exception cref="ArgumentException">There is no chart or no column, or axes of different scales are to have one range.</exception>
    public ChartGrid(string title, IEnumerable<Chart> charts, int columns, bool shareX = false, bool shareY = false)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(charts);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        Title = title;
        Charts = Array.AsReadOnly(charts.ToArray());
        Columns = Math.Min(columns, Math.Max(1, Charts.Count));
        (_shareX, _shareY) = (shareX, shareY);
        if (Charts.Count == 0)
            throw new ArgumentException("A grid of charts needs at least one chart.", nameof(charts));
        if ((shareX && Charts.DistinctBy(c => c.X.Scale).Count() > 1) || (shareY && Charts.DistinctBy(c => c.Y.Scale).Count() > 1))
            throw new ArgumentException(
                "Charts share the range of an axis only if it is linear in all of them, or logarithmic in all.", nameof(charts));
    }

    /// <inheritdoc/>
    public string Title { get; }

    /// <summary>The charts, row by row.</summary>
    public IReadOnlyList<Chart> Charts { get; }

    /// <summary>How many stand side by side.</summary>
    public int Columns { get; }

    /// <summary>Draws all charts in one SVG document; one wider or higher than 1600 pixels is scaled down.</summary>
    public string ToSvg()
    {
        var drawables = Charts.Select(chart => new Drawable(chart)).ToList();
        if (_shareX)
            drawables.ForEach(d => d.Xs = Drawable.Extent.Of(drawables.Select(other => other.Xs)));
        if (_shareY)
            drawables.ForEach(d => d.Ys = Drawable.Extent.Of(drawables.Select(other => other.Ys)));

        var (cellWidth, cellHeight) = (Layout.LeastWidth, Layout.LeastHeight);
        var rows = (Charts.Count + Columns - 1) / Columns;
        var width = Columns * cellWidth;
        var title = Page.WrapTitle(Title, width);
        var top = title.Count == 0 ? 0 : Page.TitleBottom(title);
        var svg = new SvgWriter();
        var size = (width, top + (rows * cellHeight));
        Page.OpenWhole(svg, size);
        Page.Begin(svg, size, Title.Length > 0 ? Title : "Charts",
            $"{Charts.Count} charts in {rows} rows and {Columns} columns.");
        Page.Title(svg, title, width);
        for (var i = 0; i < Charts.Count; i++)
        {
            var cell = new Box(i % Columns * cellWidth, top + (i / Columns * cellHeight), cellWidth, cellHeight);
            svg.Open("svg", SvgWriter.Bounds(cell));
            ChartRenderer.Draw(svg, Charts[i], drawables[i], cellWidth, cellHeight);
            svg.Close("svg");
        }

        svg.Close("svg");
        return svg.ToString();
    }

    /// <summary>The picture as HTML: the SVG itself.</summary>
    public string ToHtml() => ToSvg();

    /// <summary>The numbers of all charts: <c>chart,series,x,y,value</c>; see <see cref="Chart.ToCsv"/>.</summary>
    public string ToCsv() =>
        Csv.Rows(
        [
            ["chart", "series", "x", "y", "value"],
            .. Charts.SelectMany(chart => Csv.Points(chart).Select(row => new[] { chart.Title, row.Name, row.X, row.Y, row.Value })),
        ]);
}
