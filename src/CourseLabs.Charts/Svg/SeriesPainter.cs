using System.Text;

namespace CourseLabs.Charts.Svg;

/// <summary>Draws one series that has been laid out in pixels.</summary>
internal static class SeriesPainter
{
    private const int Crowd = 5000;

    public static void Draw(SvgWriter svg, Style style, Trace trace)
    {
        svg.Open("g", $" class=\"{style.Series.Kind.ToString().ToLowerInvariant()}\"");
        svg.Words("title", style.Series.Name);
        if (style.IsLine)
            Line(svg, style, trace);
        else if (style.Series.Kind == SeriesKind.Bars)
            foreach (var bar in trace.Bars)
                svg.Rect(bar.Left, bar.Top, bar.Width, bar.Height, style.BarFill);
        else
            Cloud(svg, style, trace.Dots);
        svg.Close("g");
    }

    private static void Line(SvgWriter svg, Style style, Trace trace)
    {
        if (trace.Strokes.Count > 0)
        {
            var path = new StringBuilder();
            foreach (var stroke in trace.Strokes)
                path.Append(SvgWriter.Path(stroke));
            svg.Element("path", $" d=\"{path}\"{style.Stroke}");
        }

        foreach (var dot in style.Series.Markers == LineMarkers.Points ? trace.Strokes.SelectMany(s => s).Concat(trace.Dots) : trace.Dots)
            style.Dot(svg, dot, Theme.LineWidth * (style.Series.Markers == LineMarkers.Points ? 2 : 1.6));
        if (style.Series.Markers == LineMarkers.Ends && trace.Strokes.Count > 0)
            Ends(svg, style, trace.Strokes[0][0], trace.Strokes[^1][^1]);
        if (trace.GapEnds.Count == 0)
            return;
        svg.Open("g", $" class=\"gaps\" fill=\"#ffffff\" stroke=\"{Theme.Colour(style.Colour)}\" stroke-width=\"1.75\"");
        foreach (var end in trace.GapEnds)
            svg.Element("path", $" d=\"{Theme.Marker(0, end.X, end.Y, Theme.LineWidth * 1.6)}\"");
        svg.Close("g");
    }

    private static void Ends(SvgWriter svg, Style style, Pixel start, Pixel end)
    {
        const double radius = Theme.LineWidth * 2.4;
        var colour = Theme.Colour(style.Colour);
        var (open, full) = (Theme.Marker(1, start.X, start.Y, radius), Theme.Marker(3, end.X, end.Y, radius));
        svg.Element("path", $" d=\"{open}\" fill=\"#ffffff\" stroke=\"{colour}\" stroke-width=\"1.75\"");
        svg.Element("path", $" d=\"{full}\" fill=\"{colour}\" stroke=\"#ffffff\" stroke-width=\"1\"");
    }

    // Few markers are single elements, so that overlaps look darker; of many, that would be a large file for a solid blot.
    private static void Cloud(SvgWriter svg, Style style, IReadOnlyList<Pixel> dots)
    {
        var radius = dots.Count switch { <= 20 => 6, <= 60 => 4.5, <= 300 => 3.75, <= 1500 => 3, _ => 2.25 };
        var markers = dots.Select(dot => Theme.Marker(style.Cue, dot.X, dot.Y, radius));
        svg.Open("g", $"{style.Fill} fill-opacity=\"{(dots.Count switch { <= 20 => "1", <= 300 => "0.8", _ => "0.55" })}\"");
        if (dots.Count > Crowd)
            svg.Element("path", $" d=\"{string.Concat(markers)}\"");
        else
            foreach (var marker in markers)
                svg.Element("path", $" d=\"{marker}\"");
        svg.Close("g");
    }
}
