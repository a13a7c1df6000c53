using System.Numerics;
using CourseLabs.Display;
using CourseLabs.Plots.Drawing;

namespace CourseLabs.Plots;

/// <summary>
/// Lines, points and bars between two axes, over contours or the areas of a decision, drawn by ScottPlot in the course's style.
/// A plot never changes; each method returns a new one.
/// <code>
/// var plot = new Plot("Regression loss", x: "epoch", y: "L1 loss", logY: true)
///     .Line("by hand", losses)
///     .Line("TorchSharp", torchLosses);
/// File.WriteAllBytes("loss.png", plot.ToPng());
/// File.WriteAllText("loss.csv", plot.ToCsv());
/// </code>
/// </summary>
/// <remarks>
/// Numbers may be of any numeric type in anything that enumerates. What is not finite, or not positive on a log axis, has no place:
/// a line breaks there, and the legend says how many points were left out. The CSV has all of them.
/// </remarks>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed record Plot : IPicture, IHtml
{
    /// <summary>A plot without data.</summary>
    /// <param name="title">Stands above; may be empty. A long title is wrapped, as all texts are.</param>
    /// <param name="x">What the horizontal axis measures, with its unit; may be empty.</param>
    /// <param name="y">What the vertical axis measures, with its unit; may be empty.</param>
    /// <param name="logX">Whether equal distances along x are equal ratios.</param>
    /// <param name="logY">Whether equal distances along y are equal ratios.</param>
    public Plot(string title, string x = "", string y = "", bool logX = false, bool logY = false)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        (Title, X, Y, LogX, LogY) = (title, x, y, logX, logY);
    }

    /// <inheritdoc/>
    public string Title { get; }

    /// <summary>What the horizontal axis measures.</summary>
    public string X { get; }

    /// <summary>What the vertical axis measures.</summary>
    public string Y { get; }

    /// <summary>Whether the horizontal axis is logarithmic.</summary>
    public bool LogX { get; }

    /// <summary>Whether the vertical axis is logarithmic.</summary>
    public bool LogY { get; }

    /// <summary>The highest number that the vertical axis shows; a line that goes higher leaves the plot at its top.</summary>
    public double? HighestY { get; init; }

    /// <summary>What is drawn, in the order in which it was added, which is the order of the colors and of the legend.</summary>
    public IReadOnlyList<Series> Series { get; private init; } = [];

    /// <summary>What the legend says of each series: its name, and how many points have no place.</summary>
    public IEnumerable<string> Legend => Series.Select(s => s.Missing(LogX, LogY) is { Length: > 0 } left ? $"{s.Name} ({left})" : s.Name);

    internal IReadOnlyList<Surface> Surfaces { get; private init; } = [];

    /// <summary>Adds a line through the points in their order.</summary>
    /// <param name="name">The name in the legend.</param>
    /// <param name="xs">Horizontal coordinates.</param>
    /// <param name="ys">Vertical coordinates, as many.</param>
    /// <param name="markers">Whether each point is marked: for few of them, such as one a layer.</param>
    /// <exception cref="ArgumentException">There are not as many ys as xs.</exception>
    public Plot Line<TX, TY>(string name, IEnumerable<TX> xs, IEnumerable<TY> ys, bool markers = false)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY> =>
        With(Plots.Series.Of(markers ? SeriesKind.MarkedLine : SeriesKind.Line, name, xs, ys));

    /// <summary>Adds a line over x = 0, 1, 2, ...: the losses of successive epochs, for example.</summary>
    /// <param name="name">The name in the legend.</param>
    /// <param name="ys">Vertical coordinates.</param>
    /// <param name="markers">Whether each point is marked.</param>
    public Plot Line<TY>(string name, IEnumerable<TY> ys, bool markers = false)
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(ys);
        TY[] values = [.. ys];
        return Line(name, Enumerable.Range(0, values.Length), values, markers);
    }

    /// <summary>Adds a line with its start and its end marked, as the legend says: the way of an optimizer over a surface.</summary>
    /// <param name="name">The name in the legend.</param>
    /// <param name="xs">Horizontal coordinates.</param>
    /// <param name="ys">Vertical coordinates, as many.</param>
    /// <exception cref="ArgumentException">There are not as many ys as xs.</exception>
    public Plot Path<TX, TY>(string name, IEnumerable<TX> xs, IEnumerable<TY> ys)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY> =>
        With(Plots.Series.Of(SeriesKind.Path, name, xs, ys));

    /// <summary>Adds a marker at each point. A cloud of many points lies under the lines, few points lie above them.</summary>
    /// <param name="name">The name in the legend.</param>
    /// <param name="xs">Horizontal coordinates.</param>
    /// <param name="ys">Vertical coordinates, as many.</param>
    /// <exception cref="ArgumentException">There are not as many ys as xs.</exception>
    public Plot Scatter<TX, TY>(string name, IEnumerable<TX> xs, IEnumerable<TY> ys)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY> =>
        With(Plots.Series.Of(SeriesKind.Scatter, name, xs, ys));

    /// <summary>Adds a black star above everything else: the minimum of a surface.</summary>
    /// <param name="name">The name in the legend.</param>
    /// <param name="x">Where.</param>
    /// <param name="y">Where.</param>
    public Plot Star(string name, double x, double y) => With(Plots.Series.Of(SeriesKind.Star, name, [x], [y]));

    /// <summary>Adds a bar from 0 to each y. Bars of several series are seen through each other.</summary>
    /// <param name="name">The name in the legend.</param>
    /// <param name="xs">The middle of each bar; a bar takes four fifths of the least distance between two.</param>
    /// <param name="ys">The heights, as many.</param>
    /// <exception cref="ArgumentException">There are not as many ys as xs, or an axis is logarithmic.</exception>
    public Plot Bars<TX, TY>(string name, IEnumerable<TX> xs, IEnumerable<TY> ys)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY>
    {
        var bars = Plots.Series.Of(SeriesKind.Bars, name, xs, ys);
        var places = bars.Xs.Where(double.IsFinite).Distinct().Order().ToList();
        return WithBars(bars with { BarWidth = 0.8 * places.Zip(places.Skip(1), (a, b) => b - a).DefaultIfEmpty(1).Min() });
    }

    /// <summary>
    /// Adds a histogram: how many of the values lie in each of some bins of equal width. As in <c>numpy.histogram</c>, a bin has its
    /// lower end, and the last one both. The legend says how many values are not finite, too large or lie outside.
    /// </summary>
    /// <param name="name">The name in the legend.</param>
    /// <param name="values">The values.</param>
    /// <param name="bins">How many bins.</param>
    /// <param name="within">The ends of the first and the last bin; from the least to the largest value when left out.</param>
    /// <exception cref="ArgumentException">There is no bin, the range does not ascend, or an axis is logarithmic.</exception>
    public Plot Histogram<T>(string name, IEnumerable<T> values, int bins = 30, (double From, double To)? within = null)
        where T : INumberBase<T> =>
        WithBars(Plots.Series.Histogram(name, Plots.Series.ToDoubles(values), bins, within));

    /// <summary>Adds a dashed line from top to bottom: the epoch of the best model, a threshold.</summary>
    /// <param name="x">Where.</param>
    /// <param name="name">The name in the legend; a line without one is not in it.</param>
    public Plot VerticalLine(double x, string name = "") => With(Plots.Series.Of(SeriesKind.Vertical, name, [x], [double.NaN]));

    /// <summary>Adds a dashed line from left to right: a target, a bound.</summary>
    /// <param name="y">Where.</param>
    /// <param name="name">The name in the legend; a line without one is not in it.</param>
    public Plot HorizontalLine(double y, string name = "") => With(Plots.Series.Of(SeriesKind.Horizontal, name, [double.NaN], [y]));

    /// <summary>
    /// Shades the two areas of a decision and draws the boundary between them: where the grid is above the threshold the area has
    /// the color of the second series, elsewhere that of the first. So add the points of class 0 first.
    /// </summary>
    /// <param name="name">What is decided, for the CSV.</param>
    /// <param name="grid">The score of class 1.</param>
    /// <param name="threshold">The score at which the decision changes, 0.5 for a probability.</param>
    /// <exception cref="ArgumentException">The threshold is not a finite number.</exception>
    public Plot Regions(string name, Grid grid, double threshold) => With(new Surface(name, grid, [threshold], Divides: true));

    /// <summary>Draws the lines along which a grid has the same value, and shades the plot darker the higher they lie.</summary>
    /// <param name="name">What the surface is, for the CSV.</param>
    /// <param name="grid">The surface.</param>
    /// <param name="levels">The values; when none is given, nine that part the grid into ten equal areas.</param>
    /// <exception cref="ArgumentException">A level is not a finite number.</exception>
    public Plot Contours(string name, Grid grid, params double[] levels)
    {
        ArgumentNullException.ThrowIfNull(grid);
        return With(new Surface(name, grid, levels.Length == 0 ? grid.Levels(10) : [.. levels.Order()], Divides: false));
    }

    /// <summary>The plot as ScottPlot's own, for what this class does not offer.</summary>
    public ScottPlot.Plot ToScottPlot() => Painter.ToScottPlot(this);

    /// <inheritdoc/>
    public byte[] ToPng() => Sheet().ToPng();

    /// <inheritdoc/>
    public string ToHtml() => Sheet().ToHtml(Title);

    /// <summary>
    /// All data, one point a line, also what has no place in the plot. The columns have the names of the axes, or <c>x</c> and
    /// <c>y</c>, also where two would have the same name; with more than one series, <c>series</c> stands before them, and a surface
    /// has its numbers in <c>value</c>.
    /// </summary>
    public string ToCsv() => Csv.Of(this);

    internal Sheet Sheet() => Page.Of(this);

    private Plot With(Series series) => this with { Series = [.. Series, series] };

    private Plot With(Surface surface) => surface.Levels.All(double.IsFinite)
        ? this with { Surfaces = [.. Surfaces, surface] }
        : throw new ArgumentException($"A level of \"{surface.Name}\" is not a finite number: nothing lies above or below it.");

    private Plot WithBars(Series bars) => LogX || LogY
        ? throw new ArgumentException($"The bars \"{bars.Name}\" begin at 0, and a logarithmic axis has no place for it.")
        : With(bars);
}
