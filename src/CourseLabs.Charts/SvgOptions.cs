namespace CourseLabs.Charts;

/// <summary>How large a chart is drawn. Text keeps its size down to 480 x 360; a smaller chart is that one scaled down.</summary>
public sealed record SvgOptions
{
    /// <summary>The size that a chart has when nothing else is said: 800 x 500.</summary>
    public static SvgOptions Default { get; } = new();

    /// <summary>Width in pixels (SVG user units), 100 to 10000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The width is out of range.</exception>
    public int Width { get; init => field = Within(value, nameof(Width)); } = 800;

    /// <summary>Height in pixels (SVG user units), 100 to 10000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The height is out of range.</exception>
    public int Height { get; init => field = Within(value, nameof(Height)); } = 500;

    private static int Within(int value, string name) =>
        value is >= 100 and <= 10000
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"A chart's {name} lies between 100 and 10000 pixels.");
}
