using System.Text;

namespace CourseLabs.Charts.Svg;

/// <summary>Draws one series that has been laid out in pixels.</summary>
internal static class SeriesPainter
{
    private const int Crowd = 5000;

    public static void Draw(SvgWriter svg, Style style, Trace trace)
    {
        svg.Open("g", $" class=\"{(style.IsLine ? "line" : "scatter")}\"");
        svg.Words("title", style.Series.Name);
        if (style.IsLine)
            Line(svg, style, trace);
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
                AppendStroke(path, stroke);
            svg.Element("path", $" d=\"{path}\"{style.Stroke}");
        }

        foreach (var dot in trace.Dots)
            style.Dot(svg, dot, Theme.LineWidth * 1.6);
        if (trace.GapEnds.Count == 0)
            return;
        svg.Open("g", $" class=\"gaps\" fill=\"#ffffff\" stroke=\"{Theme.Colour(style.Colour)}\" stroke-width=\"1.75\"");
        foreach (var end in trace.GapEnds)
            svg.Element("path", $" d=\"{Theme.Marker(0, end.X, end.Y, Theme.LineWidth * 1.6)}\"");
        svg.Close("g");
    }

    private static void AppendStroke(StringBuilder path, IReadOnlyList<Pixel> stroke)
    {
        var command = 'M';
        foreach (var point in stroke)
        {
            path.Append(command).Append(SvgWriter.Number(point.X)).Append(' ').Append(SvgWriter.Number(point.Y));
            command = 'L';
        }
    }

    // Few markers are single elements, so that overlaps look darker; of many, that would be a large file for a solid blot.
    private static void Cloud(SvgWriter svg, Style style, IReadOnlyList<Pixel> dots)
    {
        var radius = dots.Count switch { <= 60 => 4.5, <= 300 => 3.75, <= 1500 => 3, _ => 2.25 };
        var markers = dots.Select(dot => Theme.Marker(style.Cue, dot.X, dot.Y, radius));
        svg.Open("g", $"{style.Fill} fill-opacity=\"{(dots.Count <= 300 ? "0.8" : "0.55")}\"");
        if (dots.Count > Crowd)
            svg.Element("path", $" d=\"{string.Concat(markers)}\"");
        else
            foreach (var marker in markers)
                svg.Element("path", $" d=\"{marker}\"");
        svg.Close("g");
    }
}
