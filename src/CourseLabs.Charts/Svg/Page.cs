namespace CourseLabs.Charts.Svg;

/// <summary>What every picture begins with: the document, its words for screen readers, white paper, the title.</summary>
internal static class Page
{
    private const double Most = 1600;

    /// <summary>Opens a document.</summary>
    /// <param name="svg">Where to.</param>
    /// <param name="shown">The size in pixels.</param>
    /// <param name="size">The size in the units that everything is drawn in.</param>
    public static void Open(SvgWriter svg, (double Width, double Height) shown, (double Width, double Height) size) =>
        svg.Open("svg", $" xmlns=\"http://www.w3.org/2000/svg\" width=\"{SvgWriter.Number(shown.Width)}\"" +
            $" height=\"{SvgWriter.Number(shown.Height)}\"" +
            $" viewBox=\"0 0 {SvgWriter.Number(size.Width)} {SvgWriter.Number(size.Height)}\"" +
            $" role=\"img\" font-family=\"{Theme.Font}\" fill=\"{Theme.Ink}\"");

    /// <summary>Opens a document of the size that it needs, scaled down to 1600 pixels where that is more.</summary>
    public static void OpenWhole(SvgWriter svg, (double Width, double Height) size)
    {
        var scale = Math.Min(1, Most / Math.Max(size.Width, size.Height));
        Open(svg, (size.Width * scale, size.Height * scale), size);
    }

    /// <summary>What stands first: the name of the picture, what it shows in words, the paper.</summary>
    public static void Begin(SvgWriter svg, (double Width, double Height) size, string title, string description)
    {
        svg.Words("title", title);
        svg.Words("desc", description);
        svg.Rect(0, 0, size.Width, size.Height, " fill=\"#ffffff\"");
    }

    /// <summary>The lines of a title over a picture so wide.</summary>
    public static IReadOnlyList<string> WrapTitle(string title, double width, int mostLines = 3) =>
        TextBox.Wrap(title, (width - (2 * Theme.Padding)) / 1.08, Theme.TitleSize, mostLines); // bold letters are about 8 % wider

    /// <summary>Where the rest of the picture may begin.</summary>
    public static double TitleBottom(IReadOnlyList<string> lines) =>
        Theme.Padding + (lines.Count == 0 ? 4 : (lines.Count * Theme.TitleSize * Theme.LineHeight) + 10);

    public static void Title(SvgWriter svg, IReadOnlyList<string> lines, double width)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var baseline = Theme.Padding + (Theme.TitleSize * (0.85 + (i * Theme.LineHeight)));
            svg.Text(width / 2, baseline, lines[i], $"{SvgWriter.Words(Theme.TitleSize)} font-weight=\"bold\"");
        }
    }
}
