using SkiaSharp;

namespace CourseLabs.Plots.Drawing;

/// <summary>Texts of one family: measured as they are drawn, so that none leaves its place.</summary>
internal sealed class Lettering(string family, bool bold = false)
{
    public float Width(string text, float size)
    {
        using var font = Font(size);
        return text.Split('\n').Max(line => font.MeasureText(line));
    }

    /// <summary>The text in lines of at most the width, broken between words, and within one that is too long by itself.</summary>
    public string Wrap(string text, float width, float size)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, width, size)))
        {
            var longer = $"{lines[^1]} {word}".TrimStart();
            if (lines[^1].Length == 0 || Width(longer, size) <= width)
                lines[^1] = longer;
            else
                lines.Add(word);
        }

        return string.Join('\n', lines);
    }

    /// <summary>Draws lines of text, the first one with its base line at <paramref name="y"/>.</summary>
    public void Draw(
        SKCanvas canvas, string text, float x, float y, float size, ScottPlot.Color color, SKTextAlign align = SKTextAlign.Center)
    {
        using var font = Font(size);
        using var paint = new SKPaint { Color = color.ToSKColor(), IsAntialias = true };
        foreach (var line in text.Split('\n'))
        {
            canvas.DrawText(line, x, y, align, font, paint);
            y += LineHeight(size);
        }
    }

    public static float Height(string text, float size) => text.Length == 0 ? 0 : text.Split('\n').Length * LineHeight(size);

    private static float LineHeight(float size) => size * 1.3f;

    private IEnumerable<string> Pieces(string word, float width, float size)
    {
        while (Width(word, size) > width && word.Length > 1)
        {
            var fits = Enumerable.Range(1, word.Length - 1).TakeWhile(n => Width(word[..n], size) <= width).LastOrDefault(1);
            yield return word[..fits];
            word = word[fits..];
        }

        yield return word;
    }

    private SKFont Font(float size) => new(Fonts.Typeface(family, bold), size) { Subpixel = true, Edging = SKFontEdging.Antialias };
}
