namespace CourseLabs.Charts.Svg;

/// <summary>
/// A series in pixels: unbroken strokes, the circles at the ends of its gaps, and single points.
/// Of a scatter series only <see cref="Dots"/> are used.
/// </summary>
internal sealed record Trace(IReadOnlyList<IReadOnlyList<Pixel>> Strokes, IReadOnlyList<Pixel> GapEnds, IReadOnlyList<Pixel> Dots)
{
    private const int ManyPoints = 5000;
    private const double MarkerCell = 3;
    private const double CircleCell = 8;

    /// <summary>Of a bar series only these are used.</summary>
    public IReadOnlyList<Box> Bars { get; private init; } = [];

    /// <param name="series">The data.</param>
    /// <param name="place">The pixel of a point, or null where it has none.</param>
    /// <param name="bar">The rectangle between two corners, the first of which may lie below what the axes show.</param>
    public static Trace Of(Series series, Func<double, double, Pixel?> place, Func<double, double, double, double, Box> bar)
    {
        if (series.Kind == SeriesKind.Bars)
            return new Trace([], [], []) { Bars = [.. Boxes(series, bar)] };
        var pixels = series.Xs.Zip(series.Ys, place);
        if (series.Kind == SeriesKind.Scatter)
        {
            var points = pixels.OfType<Pixel>().ToList();
            return new Trace([], [], points.Count > ManyPoints ? Thin(points, MarkerCell) : points);
        }

        var runs = Runs(pixels);
        var gapEnds = runs.Where(run => run.Points.Count > 1).SelectMany(run => run.GapEnds());
        return new Trace(
            [.. runs.Where(run => run.Points.Count > 1).Select(run => Decimate(run.Points))],
            Thin(gapEnds, CircleCell),
            Thin(runs.Where(run => run.Points.Count == 1).Select(run => run.Points[0]), MarkerCell));
    }

    /// <summary>Everything to keep clear of, for the legend.</summary>
    public IEnumerable<Pixel> Footprint(double spacing)
    {
        foreach (var stroke in Strokes)
        {
            for (var i = 1; i < stroke.Count; i++)
            {
                var (from, to) = (stroke[i - 1], stroke[i]);
                var parts = Math.Max(1, (int)(Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)) / spacing));
                for (var part = 0; part <= parts; part++)
                    yield return new Pixel(from.X + ((to.X - from.X) * part / parts), from.Y + ((to.Y - from.Y) * part / parts));
            }
        }

        foreach (var dot in GapEnds.Concat(Dots))
            yield return dot;
        foreach (var bar in Bars)
            for (var x = bar.Left; x <= bar.Right + spacing; x += spacing)
                for (var y = bar.Top; y <= bar.Bottom + spacing; y += spacing)
                    yield return new Pixel(Math.Min(x, bar.Right), Math.Min(y, bar.Bottom));
    }

    private static IEnumerable<Box> Boxes(Series series, Func<double, double, double, double, Box> bar) =>
        series.Xs.Zip(series.Ys).Where(p => double.IsFinite(p.First) && double.IsFinite(p.Second) && p.Second != 0)
            .Select(p => bar(p.First - (series.BarWidth / 2), 0, p.First + (series.BarWidth / 2), p.Second))
            .Where(box => box.Width > 0 && box.Height > 0);

    private static List<Run> Runs(IEnumerable<Pixel?> pixels)
    {
        var runs = new List<Run>();
        Run? open = null;
        var gap = false;
        foreach (var pixel in pixels)
        {
            if (pixel is { } point)
            {
                if (open is null)
                    runs.Add(open = new Run([], gap));
                open.Points.Add(point);
            }
            else
            {
                if (open is not null)
                    open.GapAfter = true;
                open = null;
                gap = true;
            }
        }

        return runs;
    }

    // Successive points in one column of pixels look the same as the first, lowest, highest and last of them (U. Jugel et al.,
    // M4: A Visualization-Oriented Time Series Data Aggregation, VLDB 2014).
    private static List<Pixel> Decimate(List<Pixel> run)
    {
        var kept = new List<Pixel>();
        for (int start = 0, next; start < run.Count; start = next)
        {
            var (low, high) = (start, start);
            for (next = start + 1; next < run.Count && Math.Floor(run[next].X) == Math.Floor(run[start].X); next++)
            {
                if (run[next].Y < run[low].Y)
                    low = next;
                if (run[next].Y > run[high].Y)
                    high = next;
            }

            foreach (var i in new SortedSet<int> { start, low, high, next - 1 })
                kept.Add(run[i]);
        }

        return kept;
    }

    // One point of those in a cell, which is about as large as what is drawn there.
    private static List<Pixel> Thin(IEnumerable<Pixel> points, double cell) =>
        [.. points.DistinctBy(p => (Math.Floor(p.X / cell), Math.Floor(p.Y / cell)))];

    /// <summary>Points without one left out between them.</summary>
    private sealed record Run(List<Pixel> Points, bool GapBefore)
    {
        public bool GapAfter { get; set; }

        public IEnumerable<Pixel> GapEnds()
        {
            if (GapBefore)
                yield return Points[0];
            if (GapAfter)
                yield return Points[^1];
        }
    }
}
