using System.Text;

namespace CourseLabs.Exercises.Reports;

/// <summary>A table of texts for a terminal. Korean letters are two columns wide.</summary>
internal static class TextTable
{
    public static void Write(TextWriter writer, string title, IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        int[] widths = [.. heads.Select((head, c) => rows.Select(r => Width(r[c])).Append(Width(head)).Max())];
        writer.WriteLine(title);
        Row(heads);
        writer.WriteLine(string.Join("  ", widths.Select(w => new string('─', w))));
        foreach (var row in rows)
            Row(row);

        void Row(IReadOnlyList<string> cells) =>
            writer.WriteLine(string.Join("  ", cells.Select((cell, c) => cell + new string(' ', widths[c] - Width(cell)))).TrimEnd());
    }

    /// <summary>How many columns of a terminal a text takes.</summary>
    internal static int Width(string text) => text.EnumerateRunes().Sum(rune => rune.Value switch
    {
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) => 2,
        _ => Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark ? 0 : 1,
    });
}
