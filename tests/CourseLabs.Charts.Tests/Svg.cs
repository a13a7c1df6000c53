using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CourseLabs.Charts.Tests;

/// <summary>An SVG document, read back.</summary>
internal sealed partial class Svg(string source)
{
    private static readonly string[] _horizontal = ["x", "x1", "x2"];
    private static readonly string[] _vertical = ["y", "y1", "y2"];

    public XElement Root { get; } = XDocument.Parse(source).Root!;

    public (double Width, double Height) ViewBox
    {
        get
        {
            var parts = ((string)Root.Attribute("viewBox")!).Split(' ');
            return (Parse(parts[2]), Parse(parts[3]));
        }
    }

    public IEnumerable<XElement> All(string name) => Root.Descendants(XName.Get(name, "http://www.w3.org/2000/svg"));

    public IEnumerable<XElement> Groups(string kind) => All("g").Where(g => (string?)g.Attribute("class") == kind);

    public IEnumerable<string> Texts => All("text").Select(t => t.Value);

    /// <summary>The path of a line, as its unbroken strokes.</summary>
    public IReadOnlyList<IReadOnlyList<(double X, double Y)>> Strokes(int line = 0)
    {
        var path = Groups("line").ElementAt(line).Elements().FirstOrDefault(e => (string?)e.Attribute("fill") == "none");
        return path is null ? [] : [.. Data(path).Split('M', StringSplitOptions.RemoveEmptyEntries).Select(Points)];
    }

    /// <summary>Every point that anything is drawn at, with the extent of rectangles and markers.</summary>
    public IEnumerable<(double X, double Y)> Coordinates()
    {
        foreach (var element in Root.Descendants())
        {
            foreach (var x in _horizontal.Select(a => (double?)element.Attribute(a)).OfType<double>())
                yield return (x, 0);
            foreach (var y in _vertical.Select(a => (double?)element.Attribute(a)).OfType<double>())
                yield return (0, y);
            if (element.Name.LocalName == "rect")
                yield return (
                    (double)element.Attribute("x")! + (double)element.Attribute("width")!,
                    (double)element.Attribute("y")! + (double)element.Attribute("height")!);
            if (element.Attribute("d") is not null)
                foreach (var point in Points(Arc().Replace(Data(element), "")))
                    yield return point;
        }
    }

    private static string Data(XElement path) => (string)path.Attribute("d")!;

    private static IReadOnlyList<(double X, double Y)> Points(string data) =>
        [.. Pair().Matches(data).Select(m => (Parse(m.Groups[1].Value), Parse(m.Groups[2].Value)))];

    private static double Parse(string number) => double.Parse(number, CultureInfo.InvariantCulture);

    [GeneratedRegex("a[^aMLz]*")]
    private static partial Regex Arc();

    [GeneratedRegex(@"(-?[\d.]+) (-?[\d.]+)")]
    private static partial Regex Pair();
}
