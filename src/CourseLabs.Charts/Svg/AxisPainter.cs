using CourseLabs.Charts.Ticks;

namespace CourseLabs.Charts.Svg;

/// <summary>Draws grid lines, axes, ticks and their labels.</summary>
internal static class AxisPainter
{
    public static void Grid(SvgWriter svg, Layout layout)
    {
        var plot = layout.Plot;
        svg.Open("g", " class=\"grid\" stroke-width=\"1\"");
        foreach (var major in (ReadOnlySpan<bool>)[false, true])
        {
            var stroke = $" stroke=\"{(major ? Theme.Grid : Theme.MinorGrid)}\"";
            foreach (var tick in layout.X.Ticks.Where(t => t.Label is not null == major))
                svg.Line(Across(plot, tick), plot.Top, Across(plot, tick), plot.Bottom, stroke);
            foreach (var tick in layout.Y.Ticks.Where(t => t.Label is not null == major))
                svg.Line(plot.Left, Up(plot, tick), plot.Right, Up(plot, tick), stroke);
        }

        svg.Close("g");
    }

    public static void Axes(SvgWriter svg, Layout layout)
    {
        var plot = layout.Plot;
        svg.Open("g", $" class=\"axes\" stroke=\"{Theme.Frame}\" stroke-width=\"1.25\"");
        svg.Line(plot.Left, plot.Bottom, plot.Right, plot.Bottom);
        svg.Line(plot.Left, plot.Top, plot.Left, plot.Bottom);
        foreach (var tick in layout.X.Ticks)
            svg.Line(Across(plot, tick), plot.Bottom, Across(plot, tick), plot.Bottom + Length(tick));
        foreach (var tick in layout.Y.Ticks)
            svg.Line(plot.Left - Length(tick), Up(plot, tick), plot.Left, Up(plot, tick));
        svg.Close("g");

        svg.Open("g", $" class=\"ticks\" font-size=\"{SvgWriter.Number(Theme.TickSize)}\"");
        foreach (var (tick, label) in Kept(layout.X, Layout.Stride(layout.X, plot.Width, Theme.Width, 12)))
        {
            var middle = Math.Max(Across(plot, tick), Theme.Width(label) / 2);
            svg.Text(middle, plot.Bottom + Theme.TickLength + Theme.TickSize, label, " text-anchor=\"middle\"");
        }

        foreach (var (tick, label) in Kept(layout.Y, Layout.Stride(layout.Y, plot.Height, _ => Theme.TickSize, 1)))
            svg.Text(plot.Left - Theme.TickLength - 4, Up(plot, tick) + (Theme.TickSize * 0.36), label, " text-anchor=\"end\"");
        svg.Close("g");
    }

    private static double Across(Box plot, Tick tick) => plot.Left + (tick.Position * plot.Width);

    private static double Up(Box plot, Tick tick) => plot.Bottom - (tick.Position * plot.Height);

    private static double Length(Tick tick) => tick.Label is null ? Theme.TickLength / 2 : Theme.TickLength;

    private static IEnumerable<(Tick Tick, TickLabel Label)> Kept(Ruler ruler, int stride) =>
        ruler.Ticks.Where(t => t.Label is not null).Where((_, i) => i % stride == 0).Select(t => (t, t.Label!.Value));
}
