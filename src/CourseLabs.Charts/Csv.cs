using System.Globalization;
using System.Text;

namespace CourseLabs.Charts;

internal static class Csv
{
    public static string Write(Chart chart)
    {
        var named = chart.Series.Count + chart.References.Count + chart.Surfaces.Count > 1;
        var valued = chart.Surfaces.Count > 0;
        var csv = new StringBuilder();
        void Row(string name, string x, string y, string value = "") => csv
            .Append(named ? Field(name) + "," : "").Append(x).Append(',').Append(y).Append(valued ? "," + value : "").Append('\n');

        Row("series", Field(Or(chart.X.Label, "x")), Field(Or(chart.Y.Label, "y")), "value");
        foreach (var series in chart.Series)
            for (var i = 0; i < series.Xs.Count; i++)
                Row(series.Name, Number(series.Xs[i]), Number(series.Ys[i]));
        foreach (var line in chart.References)
            Row(line.Label, line.Vertical ? Number(line.At) : "", line.Vertical ? "" : Number(line.At));
        foreach (var surface in chart.Surfaces)
            for (var i = 0; i < surface.Grid.Ys.Count; i++)
                for (var j = 0; j < surface.Grid.Xs.Count; j++)
                    Row(surface.Name, Number(surface.Grid.Xs[j]), Number(surface.Grid.Ys[i]), Number(surface.Grid[i, j]));

        return csv.ToString();
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
