using System.Globalization;
using System.Net;
using System.Text;

namespace CourseLabs.Display;

/// <summary>Tables as HTML, of texts and of numbers.</summary>
internal static class HtmlTable
{
    // More rows or columns of numbers than this are cut, as NumPy and PyTorch do.
    private const int Shown = 10;

    /// <summary>A table of texts.</summary>
    /// <param name="caption">Stands above it; may be empty.</param>
    /// <param name="heads">The heads of the columns; none for a table without.</param>
    /// <param name="rows">The cells, row after row.</param>
    public static string Of(string caption, IEnumerable<string> heads, IEnumerable<IEnumerable<string>> rows)
    {
        var html = new StringBuilder("<table>");
        if (caption.Length > 0)
            html.Append("<caption>").Append(Text(caption)).Append("</caption>");
        if (heads.Any())
            Row(html.Append("<thead>"), "th", heads).Append("</thead>");
        html.Append("<tbody>");
        foreach (var row in rows)
            Row(html, "td", row);
        return html.Append("</tbody></table>").ToString();
    }

    /// <summary>A table of numbers with six digits each; of a large one the first rows and columns.</summary>
    /// <param name="caption">Stands above it.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="columns">How many columns there are.</param>
    /// <param name="entry">The number in a row and a column, both from 0.</param>
    public static string OfNumbers(string caption, long rows, long columns, Func<int, int, double> entry)
    {
        string[] more = columns > Shown ? ["…"] : [];
        string Cell(int row, int column) => entry(row, column).ToString("G6", CultureInfo.InvariantCulture);
        var cells = Count(rows).Select(r => Count(columns).Select(c => Cell(r, c)).Concat(more));
        return Of(caption, [], rows > Shown ? cells.Append(Count(columns).Select(_ => "…").Concat(more)) : cells);
    }

    /// <summary>The text with HTML's own characters escaped.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    private static IEnumerable<int> Count(long length) => Enumerable.Range(0, (int)Math.Min(length, Shown));

    private static StringBuilder Row(StringBuilder html, string cell, IEnumerable<string> texts)
    {
        html.Append("<tr>");
        foreach (var text in texts)
            html.Append(CultureInfo.InvariantCulture, $"<{cell}>{Text(text)}</{cell}>");
        return html.Append("</tr>");
    }
}
