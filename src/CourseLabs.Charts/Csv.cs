using System.Globalization;
using System.Text;

namespace CourseLabs.Charts;

internal static class Csv
{
    public static string Write(Chart chart)
    {
        var named = chart.Series.Count > 1;
        var csv = new StringBuilder();
        if (named)
            csv.Append("series,");
        csv.Append(Field(Or(chart.X.Label, "x"))).Append(',').Append(Field(Or(chart.Y.Label, "y"))).Append('\n');

        foreach (var series in chart.Series)
        {
            var prefix = named ? Field(series.Name) + "," : "";
            for (var i = 0; i < series.Xs.Count; i++)
                csv.Append(prefix).Append(Number(series.Xs[i])).Append(',').Append(Number(series.Ys[i])).Append('\n');
        }

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
