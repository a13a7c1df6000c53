using System.Numerics;

namespace CourseLabs.Charts;

/// <summary>How a series is drawn.</summary>
public enum SeriesKind
{
    /// <summary>A line through the points, in their order.</summary>
    Line,

    /// <summary>A marker at each point.</summary>
    Scatter,

    /// <summary>A bar from zero to each point.</summary>
    Bars,
}

/// <summary>The data of one line, one cloud of points or one set of bars in a <see cref="Chart"/>. It owns a copy of its numbers.</summary>
public sealed record Series
{
    private Series(string name, SeriesKind kind, IReadOnlyList<double> xs, IReadOnlyList<double> ys)
    {
        Name = name;
        Kind = kind;
        Xs = xs;
        Ys = ys;
    }

    /// <summary>The name that the legend shows.</summary>
    public string Name { get; }

    /// <summary>How the series is drawn.</summary>
    public SeriesKind Kind { get; }

    /// <summary>The horizontal coordinates, as many as <see cref="Ys"/>.</summary>
    public IReadOnlyList<double> Xs { get; }

    /// <summary>The vertical coordinates, as many as <see cref="Xs"/>.</summary>
    public IReadOnlyList<double> Ys { get; }

    /// <summary>What a line shows besides its stroke.</summary>
    public LineMarkers Markers { get; internal init; }

    /// <summary>How wide each bar is, in the unit of the horizontal axis.</summary>
    public double BarWidth { get; internal init; }

    /// <summary>How many numbers a histogram left out because they are not finite.</summary>
    internal int NotFinite { get; init; }

    /// <summary>How many numbers a histogram left out because they lie outside its range.</summary>
    internal int Outside { get; init; }

    /// <exception cref="ArgumentException">There are not as many ys as xs.</exception>
    internal static Series Create<TX, TY>(string name, SeriesKind kind, IEnumerable<TX> xs, IEnumerable<TY> ys)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(xs);
        ArgumentNullException.ThrowIfNull(ys);
        var x = ToDoubles(xs);
        var y = ToDoubles(ys);
        if (x.Count != y.Count)
            throw new ArgumentException($"Series \"{name}\" has {x.Count} xs but {y.Count} ys; each point needs one of both.", nameof(ys));
        return new Series(name, kind, x, y);
    }

    internal static IReadOnlyList<double> ToDoubles<T>(IEnumerable<T> numbers)
        where T : INumberBase<T> =>
        Array.AsReadOnly(numbers.Select(double.CreateSaturating).ToArray());
}
