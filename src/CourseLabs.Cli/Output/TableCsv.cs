using System.Text;
using CourseLabs.Examples;

namespace CourseLabs.Cli.Output;

/// <summary>A table as CSV, quoted as in RFC 4180, lines ending in LF.</summary>
internal static class TableCsv
{
    public static string Text(Table table)
    {
        var csv = new StringBuilder();
        foreach (var row in table.Rows.Prepend(table.Columns))
            csv.AppendJoin(',', row.Select(Field)).Append('\n');
        return csv.ToString();
    }

    private static string Field(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
