using System.Numerics;
using CourseLabs.Charts.Svg;
using CourseLabs.Display;

namespace CourseLabs.Charts;

/// <summary>
/// A chart of lines, points and bars, over contours or decision areas: a title, two axes and any number of series. It never
/// changes; each method returns a new chart.
/// <code>
/// var chart = new Chart("Regression loss") { X = Axis.Linear("epoch"), Y = Axis.Log("L1 loss") }
///     .Line("training", losses);
/// File.WriteAllText("loss.svg", chart.ToSvg());
/// File.WriteAllText("loss.csv", chart.ToCsv());
/// </code>
/// </summary>
/// <remarks>
/// Numbers may be of any numeric type (<c>double</c>, <c>float</c>, <c>int</c>...) in anything that enumerates: arrays, lists, LINQ.
/// A float is widened to the double of the same value.
/// </remarks>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed partial record Chart : IPicture, IHtml
{
    /// <summary>An empty chart.</summary>
    /// <param name="title">Stands above the plot; may be empty. A long title is wrapped.</param>
    public Chart(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        Title = title;
    }

    /// <summary>The heading above the plot.</summary>
    public string Title { get; }

    /// <summary>The horizontal axis; linear and without a label unless set.</summary>
    /// <exception cref="ArgumentException">The axis is logarithmic and something behind the data has no place on it.</exception>
    public Axis X
    {
        get;
        init => field = Holds(value, Surfaces.Select(s => s.Grid.Xs[0]).Concat(References.Where(r => r.Vertical).Select(r => r.At)));
    } = Axis.Linear();

    /// <summary>The vertical axis; linear and without a label unless set.</summary>
    /// <inheritdoc cref="X" path="/exception"/>
    public Axis Y
    {
        get;
        init => field = Holds(value, Surfaces.Select(s => s.Grid.Ys[0]).Concat(References.Where(r => !r.Vertical).Select(r => r.At)));
    } = Axis.Linear();

    /// <summary>The data, in the order in which they were added, which is the order of the colours and of the legend.</summary>
    public IReadOnlyList<Series> Series { get; private init; } = [];

    /// <summary>
    /// Adds a line through the points in their order. The line breaks at NaN, at infinity and, on a log axis, at numbers that
    /// are not positive: open circles mark the two ends of the gap, and a note under the chart counts the points left out.
    /// </summary>
    /// <remarks>
    /// Of the successive points that fall into one column of pixels only the first, the lowest, the highest and the last are
    /// drawn, which looks the same and keeps the file small; <see cref="ToCsv"/> has them all.
    /// </remarks>
    /// <param name="name">The name in the legend.</param>
    /// <param name="xs">Horizontal coordinates.</param>
    /// <param name="ys">Vertical coordinates, as many.</param>
    /// <param name="markers">Whether points are marked.</param>
    /// <returns>The chart with the line.</returns>
    /// <exception cref="ArgumentException">There are not as many ys as xs.</exception>
    public Chart Line<TX, TY>(string name, IEnumerable<TX> xs, IEnumerable<TY> ys, LineMarkers markers = LineMarkers.None)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY> =>
        With(Charts.Series.Create(name, SeriesKind.Line, xs, ys) with { Markers = markers });

    /// <summary>Adds a line over x = 0, 1, 2, ...: the losses of successive epochs, for example.</summary>
    /// <inheritdoc cref="Line{TX,TY}(string,IEnumerable{TX},IEnumerable{TY},LineMarkers)" path="/remarks"/>
    /// <param name="name">The name in the legend.</param>
    /// <param name="ys">Vertical coordinates.</param>
    /// <param name="markers">Whether points are marked.</param>
    /// <returns>The chart with the line.</returns>
    public Chart Line<TY>(string name, IEnumerable<TY> ys, LineMarkers markers = LineMarkers.None)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(ys);
        var values = Charts.Series.ToDoubles(ys);
        return Line(name, Enumerable.Range(0, values.Count), values, markers);
    }

    /// <summary>
    /// Adds a marker at each point. Points that are not finite, or not positive on a log axis, are left out and counted in a
    /// note. Markers lie under all lines, so that a cloud never hides a curve.
    /// </summary>
    /// <remarks>Of more than 5000 points, those that would lie within three pixels of one another are drawn once.</remarks>
    /// <param name="name">The name in the legend.</param>
    /// <param name="xs">Horizontal coordinates.</param>
    /// <param name="ys">Vertical coordinates, as many.</param>
    /// <returns>The chart with the points.</returns>
    /// <exception cref="ArgumentException">There are not as many ys as xs.</exception>
    public Chart Scatter<TX, TY>(string name, IEnumerable<TX> xs, IEnumerable<TY> ys)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY> =>
        With(Charts.Series.Create(name, SeriesKind.Scatter, xs, ys));

    /// <summary>Adds a bar from 0 (on a log axis, from the bottom) to each y. Bars of several series are seen through each other.</summary>
    /// <param name="name">The name in the legend.</param>
    /// <param name="xs">The middle of each bar; a bar takes four fifths of the least distance between two.</param>
    /// <param name="ys">The heights, as many.</param>
    /// <returns>The chart with the bars.</returns>
    /// <exception cref="ArgumentException">There are not as many ys as xs.</exception>
    public Chart Bars<TX, TY>(string name, IEnumerable<TX> xs, IEnumerable<TY> ys)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY>
    {
        var series = Charts.Series.Create(name, SeriesKind.Bars, xs, ys);
        var places = series.Xs.Where(double.IsFinite).Distinct().Order().ToList();
        var least = places.Zip(places.Skip(1), (a, b) => b - a).DefaultIfEmpty(1).Min();
        return With(series with { BarWidth = least * 0.8 });
    }

    /// <summary>
    /// Adds a histogram: how many of the values lie in each of some bins of equal width (as <c>numpy.histogram</c> counts them).
    /// Values that are not finite or lie outside the range are not counted, and a note says how many.
    /// </summary>
    /// <param name="name">The name in the legend.</param>
    /// <param name="values">The values, of any shape.</param>
    /// <param name="bins">How many bins.</param>
    /// <param name="within">The ends of the first and the last bin; from the least to the largest value when left out.</param>
    /// <returns>The chart with the bars.</returns>
    /// <exception cref="ArgumentException">There is no bin, or the range does not ascend.</exception>
    public Chart Histogram<T>(string name, IEnumerable<T> values, int bins = 30, (double From, double To)? within = null)
        where T : INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        var counted = new Bins(Charts.Series.ToDoubles(values), bins, within);
        return With(Charts.Series.Create(name, SeriesKind.Bars, counted.Centres, counted.Counts)
            with { BarWidth = counted.Width, NotFinite = counted.NotFinite, Outside = counted.Outside });
    }

    /// <summary>
    /// Draws the chart as an SVG document: well-formed XML, the same bytes for the same chart on every machine and in every
    /// culture, without ids or scripts, so that several fit into one page. Two series or more get a legend, inside the plot
    /// where it covers no data, else beside or under it.
    /// </summary>
    /// <param name="options">The size; <see cref="SvgOptions.Default"/> when left out.</param>
    public string ToSvg(SvgOptions? options = null) => ChartRenderer.Render(this, options ?? SvgOptions.Default);

    string IPicture.ToSvg() => ToSvg();

    /// <summary>The picture as HTML: the SVG itself.</summary>
    public string ToHtml() => ToSvg();

    /// <summary>
    /// All data of the chart as CSV (quoted as in RFC 4180, lines end in LF), one point a line, not-finite points included
    /// (<c>NaN</c>, <c>Infinity</c>, <c>-Infinity</c>). Each number reads back as the same double. The columns are
    /// named after the axes, or <c>x</c> and <c>y</c> where an axis has no label; a chart of several series has the column
    /// <c>series</c> before them. A line of reference leaves one of the two empty; a grid has its numbers in a third, <c>value</c>.
    /// </summary>
    public string ToCsv() => Csv.Write(this);

    private static Axis Holds(Axis axis, IEnumerable<double> numbers)
    {
        ArgumentNullException.ThrowIfNull(axis);
        return numbers.All(axis.Has) ? axis
            : throw new ArgumentException(
                "A logarithmic axis has no place for grids or lines of the chart that are not positive.", nameof(axis));
    }

    private Chart With(Series series) => this with { Series = [.. Series, series] };
}
