namespace CourseLabs.Charts.Svg;

/// <summary>Draws the lines of reference, and their labels where they do not touch one another.</summary>
internal static class ReferencePainter
{
    private const double Size = Theme.NoteSize;
    private const double Gap = 5;

    /// <summary>Each line, with the label and its place.</summary>
    public static IReadOnlyList<(Reference Line, string Label, Box Place)> Arrange(Chart chart, Layout layout)
    {
        var placed = new List<(Reference, string, Box Place)>();
        foreach (var line in chart.References)
        {
            var label = TextBox.Fit(line.Label, layout.Plot.Width * 0.6, Size);
            var places = Places(line, TextBox.Width(label, Size) + (2 * Gap), layout).ToList();
            var apart = places.Where(box => placed.TrueForAll(p => !p.Place.Overlaps(box))).ToList();
            var free = apart.Where(box => !chart.References.Any(r => r != line && Crosses(r, box, layout)));
            placed.Add((line, label, label.Length == 0 ? default : free.Concat(apart).Concat(places).First()));
        }

        return placed;
    }

    /// <summary>What the legend keeps clear of.</summary>
    public static IEnumerable<Pixel> Footprint(Chart chart, Layout layout)
    {
        foreach (var (line, _, place) in Arrange(chart, layout))
        {
            var plot = layout.Plot;
            for (var part = 0; part <= 200; part++)
                yield return line.Vertical
                    ? new Pixel(layout.Across(line.At), plot.Top + (plot.Height * part / 200))
                    : new Pixel(plot.Left + (plot.Width * part / 200), layout.Up(line.At));
            for (var x = place.Left; x < place.Right; x += 4)
                yield return new Pixel(x, place.Top + (place.Height / 2));
        }
    }

    public static void Draw(SvgWriter svg, IReadOnlyList<(Reference Line, string Label, Box Place)> references, Layout layout)
    {
        foreach (var (line, label, place) in references)
        {
            var plot = layout.Plot;
            var at = line.Vertical ? layout.Across(line.At) : layout.Up(line.At);
            const string stroke = $" stroke=\"{Theme.Ink}\" stroke-width=\"1.5\" stroke-dasharray=\"7 4\"";
            svg.Open("g", " class=\"reference\"");
            if (line.Vertical)
                svg.Line(at, plot.Top, at, plot.Bottom, stroke);
            else
                svg.Line(plot.Left, at, plot.Right, at, stroke);
            if (label.Length > 0)
            {
                svg.Rect(place.Left, place.Top, place.Width, place.Height, " rx=\"3\" fill=\"#ffffff\" fill-opacity=\"0.85\"");
                svg.Text(place.Left + Gap, place.Top + (Size * 0.98), label, SvgWriter.Words(Size, "start"));
            }

            svg.Close("g");
        }
    }

    // Beside the upper end of a vertical line, above the right end of a horizontal one; then further along it and on its other side.
    private static IEnumerable<Box> Places(Reference line, double width, Layout layout)
    {
        const double height = Size * 1.3;
        const int steps = 16;
        var plot = layout.Plot;
        for (var step = 0; step < steps; step++)
        {
            foreach (var before in (bool[])[false, true])
            {
                var box = line.Vertical
                    ? new Box(layout.Across(line.At) + (before ? -width - 2 : 2), plot.Top + 4 + (step * height * 1.2), width, height)
                    : new Box(
                        plot.Right - width - 4 - (step * plot.Width / steps), layout.Up(line.At) + (before ? 3 : -height - 3),
                        width, height);
                if (box.Left >= plot.Left && box.Right <= plot.Right && box.Top >= plot.Top && box.Bottom <= plot.Bottom)
                    yield return box;
            }
        }

        yield return new Box(plot.Left + 2, plot.Top + 2, width, height);
    }

    private static bool Crosses(Reference line, Box box, Layout layout) =>
        line.Vertical ? layout.Across(line.At) is var x && x > box.Left && x < box.Right
        : layout.Up(line.At) is var y && y > box.Top && y < box.Bottom;
}
