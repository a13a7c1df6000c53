using ScottPlot;

namespace CourseLabs.Plots.Drawing;

/// <summary>Colors, dashes, markers and sizes (in units of two pixels).</summary>
internal static class Style
{
    public const float Padding = 14;
    public const float TitleSize = 20;
    public const float LabelSize = 17;
    public const float TextSize = 15;
    public const float LineWidth = 2.25f;

    public static readonly Color Ink = Color.FromHex("#222222");
    public static readonly Color Frame = Color.FromHex("#666666");
    public static readonly Color Contour = Color.FromHex("#5b6f85");

    // Green and red in the slides of cs231n; blue and a dark vermilion everybody can tell apart.
    public static readonly Color Value = Color.FromHex("#0072B2");
    public static readonly Color Gradient = Color.FromHex("#B84A00");
    public static readonly Color Gate = Color.FromHex("#f4f4f4");

    // M. Okabe and K. Ito, Color Universal Design (2008), less the yellow, which is too faint on white.
    private static readonly Color[] _colors =
        [.. new[] { "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000" }.Select(Color.FromHex)];

    private static readonly LinePattern[] _dashes =
    [
        LinePattern.Solid, Pattern(9, 4), Pattern(2.5f, 3.5f), Pattern(10, 3.5f, 2.5f, 3.5f), Pattern(16, 5),
        Pattern(10, 3.5f, 2.5f, 3.5f, 2.5f, 3.5f),
    ];

    private static readonly MarkerShape[] _markers =
    [
        MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledTriangleUp, MarkerShape.FilledDiamond,
        MarkerShape.OpenCircle, MarkerShape.FilledTriangleDown,
    ];

    public static LinePattern ReferenceDash { get; } = Pattern(7, 4);

    public static Color Of(int series) => _colors[series % _colors.Length];

    /// <summary>The dash of a line by its place among the lines; the first one is solid.</summary>
    public static LinePattern Dash(int line) => _dashes[line % _dashes.Length];

    /// <summary>The marker of a cloud by its place among the clouds.</summary>
    public static MarkerShape Marker(int cloud) => _markers[cloud % _markers.Length];

    private static LinePattern Pattern(params float[] intervals) => new(intervals, 0, "");
}
