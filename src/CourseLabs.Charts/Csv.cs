using System.Globalization;

namespace CourseLabs.Charts;

internal static class Csv
{
    public static string Write(Chart chart)
    {
        var named = chart.Series.Count + chart.References.Count + chart.Surfaces.Count > 1;
        var valued = chart.Surfaces.Count > 0;
        return Rows(Points(chart).Prepend(("series", Or(chart.X.Label, "x"), Or(chart.Y.Label, "y"), "value")).Select(row =>
        {
            string[] point = [row.Item2, row.Item3];
            return point.Prepend(row.Item1).Skip(named ? 0 : 1).Concat(valued ? [row.Item4] : []);
        }));
    }

    /// <summary>A line for each number of a chart.</summary>
    public static IEnumerable<(string Name, string X, string Y, string Value)> Points(Chart chart)
    {
        foreach (var series in chart.Series)
            for (var i = 0; i < series.Xs.Count; i++)
                yield return (series.Name, Number(series.Xs[i]), Number(series.Ys[i]), "");
        foreach (var line in chart.References)
            yield return (line.Label, line.Vertical ? Number(line.At) : "", line.Vertical ? "" : Number(line.At), "");
        foreach (var surface in chart.Surfaces)
            for (var i = 0; i < surface.Grid.Ys.Count; i++)
                for (var j = 0; j < surface.Grid.Xs.Count; j++)
                    yield return (surface.Name, Number(surface.Grid.Xs[j]), Number(surface.Grid.Ys[i]), Number(surface.Grid[i, j]));
    }

    private static string Or(string label, string otherwise) => string.IsNullOrWhiteSpace(label) ? otherwise : label;

    /// <summary>Lines of fields, each quoted where it must be.</summary>
    public static string Rows(IEnumerable<IEnumerable<string>> rows) =>
        string.Concat(rows.Select(row => string.Join(',', row.Select(Field)) + "\n"));

    public static string Number(double? value) => value is { } number ? Number(number) : "";

    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Field(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
