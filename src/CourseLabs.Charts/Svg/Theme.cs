using CourseLabs.Charts.Ticks;

namespace CourseLabs.Charts.Svg;

/// <summary>Sizes in pixels, colours, and what tells series apart.</summary>
internal static class Theme
{
    public const double Padding = 16;
    public const double TitleSize = 22;
    public const double LabelSize = 18;
    public const double TickSize = 16;
    public const double LegendSize = 16;
    public const double NoteSize = 14;
    public const double Superscript = 0.72;
    public const double LineHeight = 1.3;
    public const double TickLength = 6;
    public const double LineWidth = 2.25;

    public const string Font =
        "Arial, Helvetica, 'Liberation Sans', 'Malgun Gothic', 'Apple SD Gothic Neo', 'Noto Sans CJK KR', sans-serif";
    public const string Ink = "#222222";
    public const string Frame = "#666666";
    public const string Grid = "#dddddd";
    public const string MinorGrid = "#f0f0f0";

    public const string Contour = "#5b6f85";

    // Green and red in the slides of cs231n; blue and vermilion (darker than below, for text) everybody can tell apart.
    public const string Value = "#0072B2";
    public const string Gradient = "#B84A00";
    public const string Gate = "#f4f4f4";

    // M. Okabe and K. Ito, Color Universal Design (2008), less the yellow, which is too faint on white.
    private static readonly string[] _colours = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000"];
    private static readonly string[] _dashes = ["", "9 4", "2.5 3.5", "10 3.5 2.5 3.5", "16 5", "10 3.5 2.5 3.5 2.5 3.5"];

    // Each around (0, 0), for a radius of one: circle, square, triangle, diamond, cross, triangle upside down.
    private static readonly double[][] _markers =
    [
        [],
        [-0.85, -0.85, 0.85, -0.85, 0.85, 0.85, -0.85, 0.85],
        [0, -1.15, 1.1, 0.8, -1.1, 0.8],
        [0, -1.25, 1.25, 0, 0, 1.25, -1.25, 0],
        [
            -1.1, -0.4, -0.4, -0.4, -0.4, -1.1, 0.4, -1.1, 0.4, -0.4, 1.1, -0.4,
            1.1, 0.4, 0.4, 0.4, 0.4, 1.1, -0.4, 1.1, -0.4, 0.4, -1.1, 0.4,
        ],
        [0, 1.15, 1.1, -0.8, -1.1, -0.8],
    ];

    /// <param name="series">The place of the series among all of the chart.</param>
    public static string Colour(int series) => _colours[series % _colours.Length];

    /// <param name="line">The place of the line among the lines of the chart; the first one is solid.</param>
    public static string Dash(int line) =>
        _dashes[line % _dashes.Length] is { Length: > 0 } dash ? $" stroke-dasharray=\"{dash}\"" : "";

    /// <summary>Path data of a marker around a point.</summary>
    /// <param name="cloud">The place of the series among the scatter series of the chart; the first one has circles.</param>
    /// <param name="x">Centre.</param>
    /// <param name="y">Centre.</param>
    /// <param name="radius">Size.</param>
    public static string Marker(int cloud, double x, double y, double radius)
    {
        var corners = _markers[cloud % _markers.Length];
        if (corners.Length == 0)
        {
            var (r, across) = (SvgWriter.Number(radius), SvgWriter.Number(2 * radius));
            return $"M{SvgWriter.Number(x - radius)} {SvgWriter.Number(y)}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0-{across} 0z";
        }

        return SvgWriter.Path(corners.Chunk(2).Select(c => new Pixel(x + (c[0] * radius), y + (c[1] * radius)))) + "z";
    }

    public static double Width(TickLabel label) =>
        TextBox.Width(label.Text, TickSize) + TextBox.Width(label.Exponent, TickSize * Superscript);
}
