using System.Globalization;
using CsvHelper;

namespace CourseLabs.Plots;

/// <summary>Numbers and tables as CSV.</summary>
internal static class Csv
{
    public static string Of(Plot plot)
    {
        var named = plot.Series.Count + plot.Surfaces.Count > 1;
        var valued = plot.Surfaces.Count > 0;
        var heads = ("series", Or(plot.X, "x"), Or(plot.Y, "y"), "value");
        // Whoever reads the file finds a column by its name.
        if (Cut(heads).Distinct().Count() < Cut(heads).Length)
            heads = ("series", "x", "y", "value");
        return Rows(Points(plot).Prepend(heads).Select(Cut));

        string[] Cut((string, string, string, string) p) =>
            new[] { p.Item1, p.Item2, p.Item3, p.Item4 }[(named ? 0 : 1)..(valued ? 4 : 3)];
    }

    /// <summary>A line for each number of a plot. A line of reference leaves one coordinate empty.</summary>
    public static IEnumerable<(string Name, string X, string Y, string Value)> Points(Plot plot)
    {
        foreach (var series in plot.Series)
            foreach (var (x, y) in series.Xs.Zip(series.Ys))
                yield return (
                    series.Name,
                    series.Kind == SeriesKind.Horizontal ? "" : Number(x),
                    series.Kind == SeriesKind.Vertical ? "" : Number(y),
                    "");
        foreach (var (name, grid, _, _) in plot.Surfaces)
            for (var i = 0; i < grid.Ys.Count; i++)
                for (var j = 0; j < grid.Xs.Count; j++)
                    yield return (name, Number(grid.Xs[j]), Number(grid.Ys[i]), Number(grid[i, j]));
    }

    public static string Rows(IEnumerable<IEnumerable<string>> rows)
    {
        using var text = new StringWriter();
        using (var csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }))
        {
            foreach (var row in rows)
                csv.WriteRecord(row.ToArray());
        }

        return text.ToString();
    }

    public static string Number(double? number) => number?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static string Or(string label, string otherwise) => string.IsNullOrWhiteSpace(label) ? otherwise : label;
}
