using SkiaSharp;

namespace CourseLabs.Plots;

/// <summary>The font of all pictures: without serifs, and one that the machine has.</summary>
public static class Fonts
{
    private static readonly string[] _preferred = ["Arial", "Helvetica", "Liberation Sans", "DejaVu Sans"];

    /// <summary>
    /// Whether the machine has any font. Without one, pictures are drawn without their texts. It is tried by a letter: with no font at all
    /// Skia still counts one family, which has no name and no letters.
    /// </summary>
    public static bool Available => Typeface(Family).ContainsGlyphs("A");

    /// <summary>What is wrong where there is none.</summary>
    public const string Missing = "no font is installed, so pictures have no text";

    /// <summary>What to do where there is none.</summary>
    public const string Cure = "sudo apt-get install fonts-dejavu-core (Debian, Ubuntu), sudo dnf install dejavu-sans-fonts (Fedora, RHEL)";

    /// <summary>The family in use.</summary>
    public static string Family { get; internal set; } =
        _preferred.FirstOrDefault(SKFontManager.Default.FontFamilies.Contains) ?? ScottPlot.Fonts.Default;

    /// <summary>The family for some texts: the usual one, or one that has their characters (Hangul, for example).</summary>
    internal static string For(IEnumerable<string> texts)
    {
        var text = string.Concat(texts).Replace("\n", "", StringComparison.Ordinal);
        if (!Available || Typeface(Family).ContainsGlyphs(text))
            return Family;
        var family = ScottPlot.Fonts.Detect(text);
        return family.Length > 0 ? family : Family;
    }

    internal static SKTypeface Typeface(string family, bool bold = false) => ScottPlot.Fonts.GetTypeface(family, bold, italic: false);
}
