using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CourseLabs.Charts.Svg;

namespace CourseLabs.Charts.Tests.Graphs;

/// <summary>What stands where in a picture, read back from its SVG.</summary>
internal static partial class Drawing
{
    /// <summary>Every text with the room that it takes.</summary>
    public static List<(string Text, Box Box)> Texts(Tests.Svg svg) =>
        [.. svg.All("text").Select(t =>
        {
            var size = (double?)t.Attribute("font-size") ?? (double)t.Parent!.Attribute("font-size")!;
            var width = TextBox.Width(t.Value, size);
            var left = (double)t.Attribute("x")! - ((string?)t.Attribute("text-anchor") switch { "middle" => width / 2, "end" => width, _ => 0 });
            return (t.Value, new Box(left, (double)t.Attribute("y")! - (0.75 * size), width, 0.95 * size));
        })];

    /// <summary>The gates of a graph.</summary>
    public static List<Box> Gates(Tests.Svg svg) =>
        [.. svg.Groups("node").SelectMany(g => g.Elements()).Where(e => e.Name.LocalName == "rect").Select(Rect)];

    /// <summary>Points along each wire of a graph, about four pixels apart.</summary>
    public static IEnumerable<Pixel> Wires(Tests.Svg svg) =>
        svg.All("path").Where(p => (string?)p.Attribute("fill") == "none").SelectMany(Along);

    public static Box Rect(XElement rect) =>
        new((double)rect.Attribute("x")!, (double)rect.Attribute("y")!, (double)rect.Attribute("width")!, (double)rect.Attribute("height")!);

    public static bool Contains(Box box, Pixel p, double less = 0) =>
        p.X > box.Left + less && p.X < box.Right - less && p.Y > box.Top + less && p.Y < box.Bottom - less;

    private static IEnumerable<Pixel> Along(XElement path)
    {
        var at = default(Pixel);
        foreach (var command in Command().Matches((string)path.Attribute("d")!).Select(m => m.Value))
        {
            var numbers = Number().Matches(command).Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture)).ToList();
            var p = numbers.Chunk(2).Select(c => new Pixel(c[0], c[1])).ToList();
            if (command[0] != 'M')
            {
                // A straight line is the curve whose handles are its ends.
                var (b, c, d) = command[0] == 'C' ? (p[0], p[1], p[2]) : (at, p[0], p[0]);
                var steps = 2 + (int)((Math.Abs(d.X - at.X) + Math.Abs(d.Y - at.Y)) / 4);
                for (var i = 0; i <= steps; i++)
                {
                    var (t, u) = ((double)i / steps, 1 - ((double)i / steps));
                    double Mix(Func<Pixel, double> of) =>
                        (u * u * u * of(at)) + (3 * u * u * t * of(b)) + (3 * u * t * t * of(c)) + (t * t * t * of(d));
                    yield return new Pixel(Mix(q => q.X), Mix(q => q.Y));
                }
            }

            at = p[^1];
        }
    }

    [GeneratedRegex("[MLC][^MLCz]*")]
    private static partial Regex Command();

    [GeneratedRegex(@"-?[\d.]+")]
    private static partial Regex Number();
}
