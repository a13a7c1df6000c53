using System.Globalization;
using System.Text;
using CourseLabs.Charts.Ticks;

namespace CourseLabs.Charts.Svg;

/// <summary>Writes SVG elements, with text escaped and numbers in one form everywhere.</summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder _svg = new();

    /// <summary>At most two decimals: a hundredth of a pixel shows on no screen.</summary>
    public static string Number(double value) =>
        (Math.Round(value, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // a lone surrogate comes out as U+FFFD
        {
            _ = rune.Value switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\t' or '\n' or '\r' => escaped.Append(' '),
                < ' ' or 0xFFFE or 0xFFFF => escaped.Append('\uFFFD'), // XML 1.0 has no way to write these
                _ => escaped.Append(rune),
            };
        }

        return escaped.ToString();
    }

    /// <summary>Path data of straight lines through points.</summary>
    public static string Path(IEnumerable<Pixel> points) =>
        "M" + string.Join('L', points.Select(p => $"{Number(p.X)} {Number(p.Y)}"));

    /// <summary>Attributes of a rectangle.</summary>
    public static string Bounds(Box box) =>
        $" x=\"{Number(box.Left)}\" y=\"{Number(box.Top)}\" width=\"{Number(box.Width)}\" height=\"{Number(box.Height)}\"";

    /// <summary>Attributes of a text.</summary>
    public static string Words(double size, string anchor = "middle") => $" text-anchor=\"{anchor}\" font-size=\"{Number(size)}\"";

    /// <summary>Attributes of a remark about the chart itself.</summary>
    public static string Remark(double size, string anchor = "middle") => $" class=\"note\" fill=\"{Theme.Frame}\"{Words(size, anchor)}";

    /// <param name="tag">The element.</param>
    /// <param name="attributes">Its attributes, already escaped, with a leading space; or nothing.</param>
    public void Open(string tag, string attributes = "") => _svg.Append('<').Append(tag).Append(attributes).Append(">\n");

    public void Close(string tag) => _svg.Append("</").Append(tag).Append(">\n");

    public void Element(string tag, string attributes) => _svg.Append('<').Append(tag).Append(attributes).Append("/>\n");

    public void Words(string tag, string text) =>
        _svg.Append('<').Append(tag).Append('>').Append(Escape(text)).Append("</").Append(tag).Append(">\n");

    public void Line(double x1, double y1, double x2, double y2, string attributes = "") =>
        Element("line", $" x1=\"{Number(x1)}\" y1=\"{Number(y1)}\" x2=\"{Number(x2)}\" y2=\"{Number(y2)}\"{attributes}");

    public void Rect(double x, double y, double width, double height, string attributes) =>
        Element("rect", Bounds(new Box(x, y, width, height)) + attributes);

    public void Text(double x, double y, string text, string attributes = "") =>
        _svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Number(x)}\" y=\"{Number(y)}\"{attributes}>{Escape(text)}</text>\n");

    /// <summary>A number with its exponent raised (by dy, which every viewer knows, unlike baseline-shift).</summary>
    public void Text(double x, double y, TickLabel label, string attributes = "")
    {
        if (label.Exponent.Length == 0)
            Text(x, y, label.Text, attributes);
        else
            _svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Number(x)}\" y=\"{Number(y)}\"{attributes}>{label.Text}")
                .Append(CultureInfo.InvariantCulture, $"<tspan dy=\"-0.5em\" font-size=\"{Number(Theme.TickSize * Theme.Superscript)}\">")
                .Append(label.Exponent).Append("</tspan></text>\n");
    }

    public override string ToString() => _svg.ToString();
}
