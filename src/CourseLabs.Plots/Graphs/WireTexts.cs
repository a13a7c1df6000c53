using System.Globalization;
using CourseLabs.Plots.Drawing;
using SkiaSharp;

namespace CourseLabs.Plots.Graphs;

/// <summary>The texts above and below a wire.</summary>
internal sealed class WireTexts
{
    private const float Size = Style.TextSize;
    private readonly Lettering _letters;
    private readonly ScottPlot.Color _color;

    /// <summary>The name of an edge, and what flows back along it.</summary>
    public WireTexts(string label, double? gradient, int digits, Lettering letters)
        : this(label.ReplaceLineEndings(" "), Style.Ink, Text(gradient, digits), letters)
    {
    }

    /// <summary>The value and the gradient of a node.</summary>
    public WireTexts(double? value, double? gradient, int digits, Lettering letters)
        : this(Text(value, digits), Style.Value, Text(gradient, digits), letters)
    {
    }

    private WireTexts(string above, ScottPlot.Color color, string below, Lettering letters)
    {
        (Above, Below, _color, _letters) = (above, below, color, letters);
        var width = Math.Max(letters.Width(above, Size), letters.Width(below, Size));
        Width = width == 0 ? 0 : width + 14;
    }

    public string Above { get; }

    public string Below { get; }

    public double Width { get; }

    public double Up => Above.Length == 0 ? 0 : Size * 1.2;

    public double Down => Below.Length == 0 ? 0 : Size * 1.3;

    public void Draw(SKCanvas canvas, double middle, double y)
    {
        _letters.Draw(canvas, Above, (float)middle, (float)y - (Size * 0.34f), Size, _color);
        _letters.Draw(canvas, Below, (float)middle, (float)y + (Size * 1.02f), Size, Style.Gradient);
    }

    /// <summary>A number in so many significant digits, without the zeros that say nothing: -0.531, 12, 1.5e-7.</summary>
    internal static string Text(double? number, int digits) => number is not { } n ? ""
        : n is > 1e308 or < -1e308 ? n.ToString($"G{digits}", CultureInfo.InvariantCulture) // which may round to more than any double
        : double.Parse(n.ToString($"G{digits}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) is var rounded
            && (rounded == 0 || Math.Abs(rounded) is >= 1e-4 and < 1e7)
        ? rounded.ToString("0.#############", CultureInfo.InvariantCulture)
        : rounded.ToString("0.########e-0", CultureInfo.InvariantCulture);
}
