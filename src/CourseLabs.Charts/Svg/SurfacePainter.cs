using CourseLabs.Charts.Surfaces;

namespace CourseLabs.Charts.Svg;

/// <summary>Draws contours, or the two areas of a decision, under the data.</summary>
internal static class SurfacePainter
{
    public static void Draw(SvgWriter svg, Surface surface, Layout layout)
    {
        svg.Open("g", $" class=\"{(surface.Divides ? "regions" : "contours")}\"");
        svg.Words("title", surface.Name);
        foreach (var level in surface.Levels)
        {
            var loops = Contour.Loops(surface.Grid, level).Select(loop => Pixels(loop, layout)).ToList();
            var area = string.Concat(loops.Select(loop => SvgWriter.Path(loop.Select(p => p.At)) + "z"));
            var lines = string.Concat(loops.SelectMany(Inner).Select(SvgWriter.Path));
            if (surface.Divides)
            {
                Area(svg, Whole(surface.Grid, layout) + area, Theme.Colour(0), 0.16);
                Area(svg, area, Theme.Colour(1), 0.2);
            }
            else
            {
                Area(svg, area, Theme.Contour, 0.07);
            }

            if (lines.Length > 0)
                svg.Element("path", $" d=\"{lines}\" fill=\"none\" stroke=\"{(surface.Divides ? Theme.Ink : Theme.Contour)}\"" +
                    $" stroke-width=\"{(surface.Divides ? "2" : "1")}\" stroke-linejoin=\"round\"");
        }

        svg.Close("g");
    }

    private static void Area(SvgWriter svg, string data, string colour, double opacity)
    {
        if (data.Length > 0)
            svg.Element("path", $" d=\"{data}\" fill=\"{colour}\" fill-opacity=\"{SvgWriter.Number(opacity)}\" fill-rule=\"evenodd\"");
    }

    private static string Whole(Grid grid, Layout layout)
    {
        var box = layout.Between(grid.Xs[0], grid.Ys[0], grid.Xs[^1], grid.Ys[^1]);
        return $"M{SvgWriter.Number(box.Left)} {SvgWriter.Number(box.Top)}L{SvgWriter.Number(box.Right)} {SvgWriter.Number(box.Top)}" +
            $"L{SvgWriter.Number(box.Right)} {SvgWriter.Number(box.Bottom)}L{SvgWriter.Number(box.Left)} {SvgWriter.Number(box.Bottom)}z";
    }

    // Without the points that lie on a straight line between their neighbours, of which a linear boundary has hundreds.
    private static List<(Pixel At, bool AlongRim)> Pixels(IReadOnlyList<Contour.Point> loop, Layout layout)
    {
        var points = loop.Select(p => (At: layout.Place(p.X, p.Y), p.AlongRim)).ToList();
        var kept = new List<(Pixel At, bool AlongRim)>();
        for (var i = 0; i < points.Count; i++)
        {
            var (here, next) = (points[i], points[(i + 1) % points.Count]);
            if (kept.Count == 0 || !Straight(kept[^1].At, here.At, next.At) || here.AlongRim != kept[^1].AlongRim)
                kept.Add(here);
        }

        return kept;
    }

    private static bool Straight(Pixel a, Pixel b, Pixel c)
    {
        var (length, bend) = (Math.Abs(c.X - a.X) + Math.Abs(c.Y - a.Y), ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X)));
        return Math.Abs(bend) <= 0.05 * length;
    }

    // The parts of a loop that do not run along the rim: the outline of an area there is no contour.
    private static IEnumerable<List<Pixel>> Inner(List<(Pixel At, bool AlongRim)> loop)
    {
        var start = Math.Max(0, loop.FindIndex(p => p.AlongRim) + 1);
        var stroke = new List<Pixel>();
        for (var i = 0; i <= loop.Count; i++)
        {
            var (at, alongRim) = loop[(start + i) % loop.Count];
            stroke.Add(at);
            if (!alongRim && i < loop.Count)
                continue;
            if (stroke.Count > 1)
                yield return stroke;
            stroke = [];
        }
    }
}
