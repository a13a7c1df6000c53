namespace CourseLabs.Charts.Svg;

/// <summary>How one series looks: a colour of its own, and a dash or a marker that no other of its kind has.</summary>
/// <param name="Series">The data.</param>
/// <param name="Colour">The place of the series among all.</param>
/// <param name="Cue">The place of the series among those of its kind.</param>
internal sealed record Style(Series Series, int Colour, int Cue)
{
    public bool IsLine => Series.Kind == SeriesKind.Line;

    public string Stroke =>
        $" fill=\"none\" stroke=\"{Theme.Colour(Colour)}\" stroke-width=\"{SvgWriter.Number(Theme.LineWidth)}\"" +
        $" stroke-linejoin=\"round\"{Theme.Dash(Cue)}";

    /// <summary>See-through, so that of two histograms both are seen; the outline has the dash of a line.</summary>
    public string BarFill =>
        $"{Fill} fill-opacity=\"0.45\" stroke=\"{Theme.Colour(Colour)}\" stroke-width=\"1.25\"{Theme.Dash(Cue)}";

    public string Fill => $" fill=\"{Theme.Colour(Colour)}\"";

    public static IReadOnlyList<Style> Of(Chart chart)
    {
        var seen = new Dictionary<SeriesKind, int>();
        int Next(SeriesKind kind) => seen[kind] = seen.GetValueOrDefault(kind, -1) + 1;
        return [.. chart.Series.Select((series, i) => new Style(series, i, Next(series.Kind)))];
    }

    /// <summary>One marker: that of a scatter series or of a line's points, or the dot of a line's single point.</summary>
    public void Dot(SvgWriter svg, Pixel at, double radius) =>
        svg.Element("path", $" d=\"{Theme.Marker(IsLine && Series.Markers != LineMarkers.Points ? 0 : Cue, at.X, at.Y, radius)}\"{Fill}");
}
