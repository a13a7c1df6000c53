namespace CourseLabs.Charts.Svg;

/// <summary>Draws a chart as one SVG document.</summary>
internal static class ChartRenderer
{
    public static string Render(Chart chart, SvgOptions options)
    {
        // A small picture is a larger one scaled down, through the view box.
        var scale = Math.Max(1, Math.Max(Layout.LeastWidth / options.Width, Layout.LeastHeight / options.Height));
        var (width, height) = (Math.Round(options.Width * scale), Math.Round(options.Height * scale));
        var svg = new SvgWriter();
        Page.Open(svg, (options.Width, options.Height), (width, height));
        Draw(svg, chart, new Drawable(chart), width, height);
        svg.Close("svg");
        return svg.ToString();
    }

    /// <summary>Draws all of a chart into a document that has been opened.</summary>
    public static void Draw(SvgWriter svg, Chart chart, Drawable drawable, double width, double height)
    {
        var styles = Style.Of(chart);
        var (layout, traces, legend, place) = Arrange(chart, width, height, drawable, styles);
        var plot = layout.Plot;
        Page.Begin(svg, (width, height), chart.Title.Length > 0 ? chart.Title : "Chart", Description.Of(chart, layout));
        Heading(svg, layout, width, height);
        AxisPainter.Grid(svg, layout);
        foreach (var surface in chart.Surfaces)
            SurfacePainter.Draw(svg, surface, layout);
        AxisPainter.Axes(svg, layout);
        var references = ReferencePainter.Arrange(chart, layout);
        foreach (var (style, trace) in styles.Zip(traces).OrderBy(s => Depth(s.First))) // a stable sort
            SeriesPainter.Draw(svg, style, trace);
        ReferencePainter.Draw(svg, references, layout);
        if (drawable.Count == 0)
            svg.Text(plot.Left + (plot.Width / 2), plot.Top + (plot.Height / 2), "no data", SvgWriter.Remark(Theme.LabelSize));
        if (legend is not null)
            legend.Draw(svg, place);
    }

    // The legend goes inside if it covers nothing there, else beside the plot if that leaves the plot wide enough, else under it.
    private static (Layout Layout, IReadOnlyList<Trace> Traces, Legend? Legend, Box Place) Arrange(
        Chart chart, double width, double height, Drawable drawable, IReadOnlyList<Style> styles)
    {
        var layout = new Layout(chart, width, height, drawable);
        var traces = Traces(chart, drawable, layout);
        var legend = Legend.Of(styles, width * 0.4);
        if (legend is null)
            return (layout, traces, null, default);
        var drawn = traces.SelectMany(t => t.Footprint(4)).Concat(ReferencePainter.Footprint(chart, layout)).ToList();
        if (legend.FreePlace(layout.Plot, drawn) is { } free)
            return (layout, traces, legend, free);

        if (legend.Width <= width * 0.3 && legend.Height <= layout.Plot.Height)
        {
            layout = new Layout(chart, width, height, drawable, beside: legend);
        }
        else
        {
            legend = legend.Under(width - (2 * Theme.Padding), height * 0.22);
            layout = new Layout(chart, width, height, drawable, under: legend);
        }

        return (layout, Traces(chart, drawable, layout), legend, layout.Legend!.Value);
    }

    private static IReadOnlyList<Trace> Traces(Chart chart, Drawable drawable, Layout layout) =>
        [.. chart.Series.Select(s => Trace.Of(s, (x, y) => drawable.Has(x, y) ? layout.Place(x, y) : null, layout.Between))];

    // Bars lie under clouds, and these under lines.
    private static int Depth(Style style) =>
        style.Series.Kind switch { SeriesKind.Bars => 0, SeriesKind.Scatter => 1, _ => 2 };

    private static void Heading(SvgWriter svg, Layout layout, double width, double height)
    {
        Page.Title(svg, layout.Title, width);
        var label = SvgWriter.Words(Theme.LabelSize);
        var half = TextBox.Width(layout.XLabel, Theme.LabelSize) / 2;
        var middle = Math.Clamp(layout.Plot.Left + (layout.Plot.Width / 2), half, Math.Max(half, width - half));
        if (layout.XLabel.Length > 0)
            svg.Text(middle, layout.XLabelBaseline - 2, layout.XLabel, label);
        var (x, y) = (Theme.Padding + (Theme.LabelSize * 0.7), layout.YLabelMiddle);
        if (layout.YLabel.Length > 0)
            svg.Text(x, y, layout.YLabel, $"{label} transform=\"rotate(-90 {SvgWriter.Number(x)} {SvgWriter.Number(y)})\"");

        for (var i = 0; i < layout.Notes.Count; i++)
        {
            var baseline = height - (Theme.Padding * 0.75) - ((layout.Notes.Count - 1 - i) * Theme.NoteSize * Theme.LineHeight);
            var style = $"{SvgWriter.Remark(Theme.NoteSize, "end")} font-style=\"italic\"";
            svg.Text(width - Theme.Padding, baseline, layout.Notes[i], style);
        }
    }
}
