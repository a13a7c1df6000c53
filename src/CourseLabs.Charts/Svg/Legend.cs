namespace CourseLabs.Charts.Svg;

/// <summary>What each colour, dash and marker means: a table of entries in one or more columns.</summary>
internal sealed class Legend
{
    private const double Sample = 34;
    private const double Gap = 8;
    private const double ColumnGap = 20;
    private const double RowHeight = Theme.LegendSize * 1.45;
    private const double Pad = 8;
    private const double Inset = 16;
    private readonly IReadOnlyList<(string Text, Style? Style)> _entries;
    private readonly int _columns;
    private readonly double _cell;

    private Legend(IReadOnlyList<(string Text, Style? Style)> entries, int columns)
    {
        _entries = entries;
        _columns = columns;
        _cell = entries.Max(e => (e.Style is null ? 0 : Sample + Gap) + TextBox.Width(e.Text, Theme.LegendSize)) + ColumnGap;
    }

    public double Width => (_columns * _cell) - ColumnGap;

    public double Height => ((_entries.Count + _columns - 1) / _columns) * RowHeight;

    /// <summary>The legend in one column; null where there is nothing to tell apart.</summary>
    public static Legend? Of(IReadOnlyList<Style> styles, double widest)
    {
        var named = styles.Where(s => !string.IsNullOrWhiteSpace(s.Series.Name))
            .Select(s => (TextBox.Fit(s.Series.Name, widest - Sample - Gap, Theme.LegendSize), (Style?)s)).ToList();
        return styles.Count < 2 || named.Count == 0 ? null : new Legend(named, 1);
    }

    /// <summary>The same entries in as many columns as fit; if there are too many, the last says how many are left out.</summary>
    public Legend Under(double width, double height)
    {
        var rows = Math.Max(1, (int)(height / RowHeight));
        var columns = Columns(width);
        if (_entries.Count <= rows * columns)
            return new Legend(_entries, columns);

        // The words that stand for the rest may be wider than any name, and then make fewer columns.
        columns = new Legend([.. _entries, More(_entries.Count)], 1).Columns(width);
        var shown = (rows * columns) - 1;
        return new Legend([.. _entries.Take(shown), More(_entries.Count - shown)], columns);
    }

    private static (string Text, Style? Style) More(int count) => ($"and {count} more", null);

    private int Columns(double width) => Math.Clamp((int)((width + ColumnGap) / _cell), 1, _entries.Count);

    /// <summary>A place inside the plot where the legend covers nothing, or null.</summary>
    public Box? FreePlace(Box plot, IReadOnlyList<Pixel> drawn)
    {
        if (Width > plot.Width * 0.5 || Height > plot.Height * 0.6)
            return null;
        var (left, centre, right) = (plot.Left + Inset, plot.Left + ((plot.Width - Width) / 2), plot.Right - Inset - Width);
        var (top, middle, bottom) = (plot.Top + Inset, plot.Top + ((plot.Height - Height) / 2), plot.Bottom - Inset - Height);
        ReadOnlySpan<(double X, double Y)> places =
        [
            (right, top), (left, top), (right, bottom), (left, bottom), (centre, top), (centre, bottom), (right, middle), (left, middle),
        ];
        foreach (var (x, y) in places)
        {
            var box = new Box(x, y, Width, Height);
            if (!drawn.Any(p => p.X > x - Inset && p.X < box.Right + Inset && p.Y > y - Inset && p.Y < box.Bottom + Inset))
                return box;
        }

        return null;
    }

    public void Draw(SvgWriter svg, Box box)
    {
        svg.Open("g", $" class=\"legend\" font-size=\"{SvgWriter.Number(Theme.LegendSize)}\"");
        svg.Rect(box.Left - Pad, box.Top - (Pad / 2), box.Width + (2 * Pad), box.Height + Pad,
            $" rx=\"3\" fill=\"#ffffff\" fill-opacity=\"0.9\" stroke=\"{Theme.Grid}\"");
        for (var i = 0; i < _entries.Count; i++)
        {
            var (text, style) = _entries[i];
            var x = box.Left + (i % _columns * _cell);
            var y = box.Top + ((i / _columns) + 0.5) * RowHeight;
            if (style is { IsLine: true })
                svg.Line(x, y, x + Sample, y, style.Stroke);
            if (style is { Series.Kind: SeriesKind.Bars })
                svg.Rect(x + 4, y - (Theme.LegendSize * 0.45), Sample - 8, Theme.LegendSize * 0.9, style.BarFill);
            else if (style is not { IsLine: true, Series.Markers: not LineMarkers.Points })
                style?.Dot(svg, new Pixel(x + (Sample / 2), y), Theme.LegendSize * 0.31);
            svg.Text(style is null ? x : x + Sample + Gap, y + (Theme.LegendSize * 0.36), text);
        }

        svg.Close("g");
    }
}
