using CourseLabs.Display;
using CourseLabs.Plots.Drawing;

namespace CourseLabs.Plots;

/// <summary>Several plots in rows and columns under one title (small multiples): a histogram a layer, a curve a fold.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class PlotGrid : IPicture, IHtml
{
    private readonly bool _shareX;
    private readonly bool _shareY;

    /// <summary>A grid of plots, filled row by row. Where all have the same legend, it is shown once.</summary>
    /// <param name="title">Stands above all; may be empty.</param>
    /// <param name="plots">At least one.</param>
    /// <param name="columns">How many stand side by side.</param>
    /// <param name="shareX">Whether all horizontal axes have the same range, so that plots compare.</param>
    /// <param name="shareY">Whether all vertical axes have the same range.</param>
    /// <exception cref="ArgumentException">There is no plot or no column, or axes of different scales are to have one range.</exception>
    public PlotGrid(string title, IEnumerable<Plot> plots, int columns, bool shareX = false, bool shareY = false)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        (Title, Plots, _shareX, _shareY) = (title, [.. plots], shareX, shareY);
        Columns = Math.Min(columns, Math.Max(1, Plots.Count));
        if (Plots.Count == 0)
            throw new ArgumentException("A grid of plots needs at least one plot.", nameof(plots));
        if ((shareX && Plots.DistinctBy(p => p.LogX).Count() > 1) || (shareY && Plots.DistinctBy(p => p.LogY).Count() > 1))
            throw new ArgumentException(
                "Plots share the range of an axis only if it is linear in all of them, or logarithmic in all.", nameof(plots));
    }

    /// <inheritdoc/>
    public string Title { get; }

    /// <summary>The plots, row by row.</summary>
    public IReadOnlyList<Plot> Plots { get; }

    /// <summary>How many stand side by side.</summary>
    public int Columns { get; }

    /// <inheritdoc/>
    public byte[] ToPng() => Sheet().ToPng();

    /// <inheritdoc/>
    public string ToHtml() => Sheet().ToHtml(Title);

    /// <summary>The numbers of all plots: <c>plot,series,x,y,value</c>; see <see cref="Plot.ToCsv"/>.</summary>
    public string ToCsv() => Csv.Rows(
    [
        ["plot", "series", "x", "y", "value"],
        .. Plots.SelectMany(plot => Csv.Points(plot).Select(p => new[] { plot.Title, p.Name, p.X, p.Y, p.Value })),
    ]);

    internal void ShareAxes(IReadOnlyList<ScottPlot.Plot> drawn)
    {
        var limits = drawn.Select(plot => plot.Axes.GetLimits()).ToList();
        foreach (var plot in drawn)
        {
            if (_shareX)
                plot.Axes.SetLimitsX(limits.Min(l => l.Left), limits.Max(l => l.Right));
            if (_shareY)
                plot.Axes.SetLimitsY(limits.Min(l => l.Bottom), limits.Max(l => l.Top));
        }
    }

    internal Sheet Sheet() => Page.Of(this);
}
