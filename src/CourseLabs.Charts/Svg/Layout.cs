using CourseLabs.Charts.Ticks;

namespace CourseLabs.Charts.Svg;

/// <summary>Where everything stands: outside in, the texts first, and the plot gets what is left.</summary>
internal sealed class Layout
{
    /// <summary>A plot beside all its texts needs so much.</summary>
    public const double LeastWidth = 480;

    /// <inheritdoc cref="LeastWidth"/>
    public const double LeastHeight = 360;

    private readonly double _width;
    private readonly double _height;

    /// <param name="chart">What to draw.</param>
    /// <param name="width">Width of the picture, at least <see cref="LeastWidth"/>.</param>
    /// <param name="height">Height of the picture, at least <see cref="LeastHeight"/>.</param>
    /// <param name="drawable">The points that have a place.</param>
    /// <param name="beside">A legend to the right of the plot, if any.</param>
    /// <param name="under">A legend under the plot, if any.</param>
    public Layout(Chart chart, double width, double height, Drawable drawable, Legend? beside = null, Legend? under = null)
    {
        (_width, _height) = (width, height);
        var inner = _width - (2 * Theme.Padding);
        Title = Page.WrapTitle(chart.Title, width, height < 450 ? 2 : 3);
        XLabel = TextBox.Fit(chart.X.Label, inner, Theme.LabelSize);
        Notes = [.. drawable.Notes().Select(note => TextBox.Fit(note, inner, Theme.NoteSize))];

        var top = Page.TitleBottom(Title);
        YLabel = TextBox.Fit(chart.Y.Label, _height - Theme.Padding - top, Theme.LabelSize);
        XLabelBaseline = _height - Theme.Padding - (Notes.Count * Theme.NoteSize * Theme.LineHeight)
            - (under is null ? 0 : under.Height + 8) - 4;
        var bottom = XLabelBaseline - (XLabel.Length == 0 ? 0 : Theme.LabelSize + 8) - Theme.TickSize - Theme.TickLength - 2;
        Y = drawable.Ys.Ruler(chart.Y, Math.Clamp((int)((bottom - top) / 50), 5, 9));

        var left = Theme.Padding + (YLabel.Length == 0 ? 0 : Theme.LabelSize * 1.35)
            + Labels(Y).Max(Theme.Width) + Theme.TickLength + 4;
        var right = _width - Theme.Padding - (beside is null ? 0 : beside.Width + 16);
        X = FitX(drawable, chart.X, right - left);
        right = Math.Min(right, _width - Theme.Padding - (Theme.Width(Labels(X).Last()) / 2));
        Plot = new Box(left, top, right - left, bottom - top);

        Legend = beside is not null ? new Box(Plot.Right + 16, Plot.Top, beside.Width, beside.Height)
            : under is not null ? new Box(
                Math.Min(Plot.Left, _width - Theme.Padding - under.Width), XLabelBaseline + 10, under.Width, under.Height)
            : null;
    }

    public IReadOnlyList<string> Title { get; }

    public string XLabel { get; }

    public string YLabel { get; }

    public IReadOnlyList<string> Notes { get; }

    public Ruler X { get; }

    public Ruler Y { get; }

    public Box Plot { get; }

    /// <summary>The legend's place if it stands outside the plot.</summary>
    public Box? Legend { get; }

    public double XLabelBaseline { get; }

    /// <summary>The middle of the y label, beside the plot's middle where the text is short enough.</summary>
    public double YLabelMiddle
    {
        get
        {
            var half = TextBox.Width(YLabel, Theme.LabelSize) / 2;
            return Math.Min(Math.Max(Plot.Top + half, Plot.Top + (Plot.Height / 2)), _height - Theme.Padding - half);
        }
    }

    public Pixel Place(double x, double y) => new(Across(x), Up(y));

    public double Across(double x) => Plot.Left + (X.Position(x) * Plot.Width);

    public double Up(double y) => Plot.Bottom - (Y.Position(y) * Plot.Height);

    /// <summary>The rectangle between two corners; where an axis does not reach, its nearer end counts.</summary>
    public Box Between(double x1, double y1, double x2, double y2)
    {
        var (a, b) = (Place(x1, y1), Place(x2, y2));
        return new Box(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Abs(a.X - b.X), Math.Abs(a.Y - b.Y));
    }

    /// <summary>Of the labels along an axis, so many are left out that the others do not touch: every n-th one stays.</summary>
    public static int Stride(Ruler ruler, double length, Func<TickLabel, double> size, double gap)
    {
        var labels = ruler.Ticks.Where(t => t.Label is not null).ToList();
        for (var stride = 1; ; stride++)
        {
            var kept = labels.Where((_, i) => i % stride == 0).ToList();
            var apart = kept.Zip(kept.Skip(1), (a, b) =>
                ((b.Position - a.Position) * length) - ((size(a.Label!.Value) + size(b.Label!.Value)) / 2));
            if (apart.All(free => free >= gap))
                return stride;
        }
    }

    private static Ruler FitX(Drawable drawable, Axis axis, double length)
    {
        var intervals = Math.Clamp((int)(length / 110), 5, 9);
        var ruler = drawable.Xs.Ruler(axis, intervals);
        while (intervals > 5 && Stride(ruler, length, Theme.Width, 12) > 1)
            ruler = drawable.Xs.Ruler(axis, --intervals);
        return ruler;
    }

    private static IEnumerable<TickLabel> Labels(Ruler ruler) => ruler.Ticks.Where(t => t.Label is not null).Select(t => t.Label!.Value);
}
