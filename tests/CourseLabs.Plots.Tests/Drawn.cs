using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CourseLabs.Plots.Drawing;
using SkiaSharp;

namespace CourseLabs.Plots.Tests;

/// <summary>What a picture draws, read back from Skia's own SVG of it.</summary>
internal sealed partial class Drawn
{
    private readonly XElement _svg;

    public Drawn(Sheet sheet)
    {
        (Width, Height) = (sheet.Width, sheet.Height);
        using var stream = new SKDynamicMemoryWStream();
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(sheet.Width, sheet.Height), stream))
            sheet.Draw(canvas);
        using var data = stream.DetachAsData();
        // Skia leaves characters in the text that XML does not have.
        _svg = XElement.Parse(NotXml().Replace(Encoding.UTF8.GetString(data.ToArray()), "?"));
    }

    public float Width { get; }

    public float Height { get; }

    /// <summary>Every text with the room that it takes: its advance, 3/4 of its size above the base line, 1/5 below.</summary>
    public List<(string Text, SKRect Box, string Color)> Texts =>
        [.. All("text").Where(text => (string?)text.Attribute("x") is not (null or "")).Select(text =>
        {
            var size = float.Parse((string)text.Attribute("font-size")!, CultureInfo.InvariantCulture);
            var (x, y) = (Numbers(text, "x"), Numbers(text, "y"));
            using var font = new SKFont(Fonts.Typeface((string)text.Attribute("font-family")!), size);
            var words = text.Value.Trim();
            var (left, base_, width) = (x[0], y[0], font.MeasureText(words));
            var box = new SKRect(left, base_ - (0.75f * size), left + width, base_ + (0.2f * size));
            return (words, Matrix(text).MapRect(box), (string)text.Attribute("fill")!);
        }).Distinct()]; // ScottPlot draws again, in the same place, when it has found its limits

    /// <summary>The gates of a graph.</summary>
    public List<SKRect> Gates =>
        [.. _svg.Descendants().Where(e => (string?)e.Attribute("fill") == "#F4F4F4").Select(e =>
        {
            if (e.Name.LocalName == "ellipse")
                return SKRect.Create(One(e, "cx") - One(e, "rx"), One(e, "cy") - One(e, "ry"), 2 * One(e, "rx"), 2 * One(e, "ry"));
            using var path = SKPath.ParseSvgPathData((string)e.Attribute("d")!);
            return path.TightBounds;
        })];

    /// <summary>Points along each wire of a graph, about four units apart.</summary>
    public IEnumerable<SKPoint> Wires()
    {
        foreach (var path in All("path").Where(p => (string?)p.Attribute("stroke") == "#666"))
        {
            using var wire = SKPath.ParseSvgPathData((string)path.Attribute("d")!);
            using var measure = new SKPathMeasure(wire);
            for (var at = 0f; at <= measure.Length; at += 4)
                yield return measure.GetPosition(at);
        }
    }

    public static bool Overlap(SKRect a, SKRect b) =>
        Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left) > 0.5 && Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top) > 0.5;

    public bool Holds(SKRect box) => box.Left >= 0 && box.Top >= 0 && box.Right <= Width + 0.5 && box.Bottom <= Height + 0.5;

    private IEnumerable<XElement> All(string name) =>
        _svg.Descendants().Where(e => e.Name.LocalName == name && !e.Ancestors().Any(a => a.Name.LocalName == "clipPath"));

    private static SKMatrix Matrix(XElement element)
    {
        var transform = (string?)element.Attribute("transform") ?? "";
        var n = Number().Matches(transform).Select(m => float.Parse(m.Value, CultureInfo.InvariantCulture)).ToList();
        return transform switch
        {
            "" => SKMatrix.Identity,
            _ when transform.StartsWith("translate", StringComparison.Ordinal) => SKMatrix.CreateTranslation(n[0], n.ElementAtOrDefault(1)),
            _ when transform.StartsWith("matrix", StringComparison.Ordinal) => new SKMatrix(n[0], n[2], n[4], n[1], n[3], n[5], 0, 0, 1),
            _ => throw new FormatException($"Skia writes \"{transform}\"."),
        };
    }

    private static float One(XElement element, string name) => Numbers(element, name)[0];

    private static List<float> Numbers(XElement element, string name) =>
        [.. Number().Matches((string?)element.Attribute(name) ?? "0").Select(m => float.Parse(m.Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"-?[\d.]+(e-?\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]")]
    private static partial Regex NotXml();
}
