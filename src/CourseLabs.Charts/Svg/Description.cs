using System.Globalization;
using CourseLabs.Charts.Ticks;

namespace CourseLabs.Charts.Svg;

/// <summary>The chart in words, for readers who do not see it.</summary>
internal static class Description
{
    public static string Of(Chart chart, Layout layout) =>
        string.Join(' ',
        [
            AxisText("Horizontal", chart.X, layout.X),
            AxisText("Vertical", chart.Y, layout.Y),
            .. chart.Series.Select(s => string.Create(CultureInfo.InvariantCulture,
                $"{Kind(s)} \"{s.Name}\": {s.Xs.Count} {(s.Kind == SeriesKind.Bars ? "bar" : "point")}{(s.Xs.Count == 1 ? "" : "s")}.")),
            .. chart.Surfaces.Select(s => s.Divides ? $"Two areas, divided by \"{s.Name}\"." : $"Contours of \"{s.Name}\"."),
            .. chart.References.Where(r => r.Label.Length > 0)
                .Select(r => $"{(r.Vertical ? "Vertical" : "Horizontal")} line \"{r.Label}\"."),
            .. layout.Notes.Select(note => note + "."),
        ]);

    private static string Kind(Series series) =>
        series.Kind switch { SeriesKind.Line => "Line", SeriesKind.Scatter => "Points", _ => "Bars" };

    private static string AxisText(string which, Axis axis, Ruler ruler)
    {
        var labels = ruler.Ticks.Where(t => t.Label is not null).Select(t => t.Label!.Value).ToList();
        var scale = axis.Scale == AxisScale.Log ? ", logarithmic" : "";
        return $"{which} axis: {(axis.Label.Length == 0 ? "no label" : axis.Label)}{scale}, {labels[0]} to {labels[^1]}.";
    }
}
