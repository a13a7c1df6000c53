namespace CourseLabs.Charts;

/// <summary>How large a chart is drawn. The text keeps its size, so a smaller picture has relatively larger text.</summary>
public sealed record SvgOptions
{
    /// <summary>The size that a chart has when nothing else is said: 800 x 500.</summary>
    public static SvgOptions Default { get; } = new();

    /// <summary>Width in pixels (SVG user units), 240 to 10000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The width is out of range.</exception>
    public int Width { get; init => field = Within(value, 240, nameof(Width)); } = 800;

    /// <summary>Height in pixels (SVG user units), 200 to 10000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The height is out of range.</exception>
    public int Height { get; init => field = Within(value, 200, nameof(Height)); } = 500;

    private static int Within(int value, int least, string name) =>
        value >= least && value <= 10000
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"A chart's {name} lies between {least} and 10000 pixels.");
}
