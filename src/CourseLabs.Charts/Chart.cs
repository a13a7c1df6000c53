using System.Numerics;
using CourseLabs.Charts.Svg;

namespace CourseLabs.Charts;

/// <summary>
/// A chart of lines and points: a title, two axes and any number of series. It never changes; each method returns a new chart.
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
public sealed record Chart : IPicture
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
    public Axis X { get; init; } = Axis.Linear();

    /// <summary>The vertical axis; linear and without a label unless set.</summary>
    public Axis Y { get; init; } = Axis.Linear();

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
    /// <returns>The chart with the line.</returns>
    /// <exception cref="ArgumentException">There are not as many ys as xs.</exception>
    public Chart Line<TX, TY>(string name, IEnumerable<TX> xs, IEnumerable<TY> ys)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY> =>
        With(Charts.Series.Create(name, SeriesKind.Line, xs, ys));

    /// <summary>Adds a line over x = 0, 1, 2, ...: the losses of successive epochs, for example.</summary>
    /// <inheritdoc cref="Line{TX,TY}(string,IEnumerable{TX},IEnumerable{TY})" path="/remarks"/>
    /// <param name="name">The name in the legend.</param>
    /// <param name="ys">Vertical coordinates.</param>
    /// <returns>The chart with the line.</returns>
    public Chart Line<TY>(string name, IEnumerable<TY> ys)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(ys);
        var values = Charts.Series.ToDoubles(ys);
        return Line(name, Enumerable.Range(0, values.Count), values);
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

    /// <summary>
    /// Draws the chart as an SVG document: well-formed XML, the same bytes for the same chart on every machine and in every
    /// culture, without ids or scripts, so that several fit into one page. Two series or more get a legend, inside the plot
    /// where it covers no data, else beside or under it.
    /// </summary>
    /// <param name="options">The size; <see cref="SvgOptions.Default"/> when left out.</param>
    public string ToSvg(SvgOptions? options = null) => ChartRenderer.Render(this, options ?? SvgOptions.Default);

    string IPicture.ToSvg() => ToSvg();

    /// <summary>
    /// All data of the chart as CSV (quoted as in RFC 4180, lines end in LF), one point a line, not-finite points included
    /// (<c>NaN</c>, <c>Infinity</c>, <c>-Infinity</c>). Each number reads back as the same double. The columns are
    /// named after the axes, or <c>x</c> and <c>y</c> where an axis has no label; a chart of several series has the column
    /// <c>series</c> before them.
    /// </summary>
    public string ToCsv() => Csv.Write(this);

    private Chart With(Series series) => this with { Series = [.. Series, series] };
}
