using CourseLabs.Charts.Svg;

namespace CourseLabs.Charts.Graphs;

/// <summary>The texts above and below a wire.</summary>
internal sealed class WireTexts
{
    private const double Widest = 200;
    private readonly string _above;
    private readonly string _below;
    private readonly string _colour;

    /// <summary>The name of an edge, and what flows back along it.</summary>
    public WireTexts(string label, double? gradient, int digits)
        : this(label, Theme.Ink, gradient, digits)
    {
    }

    /// <summary>The value and the gradient of a node.</summary>
    public WireTexts(double? value, double? gradient, int digits)
        : this(Text(value, digits), Theme.Value, gradient, digits)
    {
    }

    private WireTexts(string above, string colour, double? gradient, int digits)
    {
        _above = TextBox.Fit(above, Widest, Theme.TickSize);
        _below = Text(gradient, digits);
        _colour = colour;
        var width = Math.Max(TextBox.Width(_above, Theme.TickSize), TextBox.Width(_below, Theme.TickSize));
        Width = width == 0 ? 0 : width + 14;
    }

    public double Width { get; }

    public double Up => _above.Length == 0 ? 0 : Theme.TickSize * 1.2;

    public double Down => _below.Length == 0 ? 0 : Theme.TickSize * 1.3;

    public void Draw(SvgWriter svg, double middle, double y)
    {
        var words = SvgWriter.Words(Theme.TickSize);
        if (_above.Length > 0)
            svg.Text(middle, y - (Theme.TickSize * 0.34), _above, $"{words} fill=\"{_colour}\"");
        if (_below.Length > 0)
            svg.Text(middle, y + (Theme.TickSize * 1.02), _below, $"{words} fill=\"{Theme.Gradient}\"");
    }

    private static string Text(double? number, int digits) => number is { } n ? Ticks.NumberText.Short(n, digits) : "";
}
