using System.Text;

namespace CourseLabs.Charts.Svg;

/// <summary>
/// How much room text takes. Widths are those of Arial and Helvetica (Liberation Sans is made to the same ones), since the
/// file cannot ask the font that will draw it; other characters count as wide, so that text rather has too much room.
/// </summary>
internal static class TextBox
{
    // Thousandths of the font size, from the space to the tilde (Adobe's font metrics of Helvetica).
    private static readonly int[] _ascii =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
        556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
        556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    public static double Width(string text, double fontSize) => text.EnumerateRunes().Sum(Advance) * fontSize / 1000.0;

    /// <summary>Shortened to the width, with an ellipsis where something is missing.</summary>
    public static string Fit(string text, double width, double fontSize)
    {
        if (Width(text, fontSize) <= width)
            return text;
        var room = width - Width("…", fontSize);
        return Head(text, room, fontSize).TrimEnd() + "…";
    }

    /// <summary>Broken between words into lines of at most the width, the last one shortened if there are too many.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double fontSize, int mostLines)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length == 0 || lines.Count == mostLines - 1 || Width(longer, fontSize) <= width)
            {
                line = longer;
                continue;
            }

            lines.Add(Fit(line, width, fontSize));
            line = word;
        }

        if (line.Length > 0)
            lines.Add(Fit(line, width, fontSize));
        return lines;
    }

    private static string Head(string text, double room, double fontSize)
    {
        var head = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            room -= Advance(rune) * fontSize / 1000.0;
            if (room < 0)
                break;
            head.Append(rune);
        }

        return head.ToString();
    }

    private static int Advance(Rune rune) => rune.Value switch
    {
        >= ' ' and <= '~' => _ascii[rune.Value - ' '],
        '\t' or '\n' or '\r' => _ascii[0], // as SvgWriter writes them
        < ' ' => 1000,
        < 0x1100 => 650,
        >= 0x2000 and < 0x2E80 => 800,
        _ => 1000, // Hangul, Chinese, Japanese, emoji
    };
}
