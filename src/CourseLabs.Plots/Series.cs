using System.Numerics;

namespace CourseLabs.Plots;

/// <summary>How a series is drawn.</summary>
public enum SeriesKind
{
    /// <summary>A line through the points, in their order.</summary>
    Line,

    /// <summary>A line with a marker at each point.</summary>
    MarkedLine,

    /// <summary>A line with a marker at its start and at its end.</summary>
    Path,

    /// <summary>A marker at each point.</summary>
    Scatter,

    /// <summary>One point that stands out.</summary>
    Star,

    /// <summary>A bar from zero to each point.</summary>
    Bars,

    /// <summary>A line of reference at one x.</summary>
    Vertical,

    /// <summary>A line of reference at one y.</summary>
    Horizontal,
}

/// <summary>What is drawn under one name in a <see cref="Plot"/>. It owns a copy of its numbers.</summary>
public sealed record Series
{
    private Series(SeriesKind kind, string name, double[] xs, double[] ys) => (Kind, Name, Xs, Ys) = (kind, name, xs, ys);

    /// <summary>How the series is drawn.</summary>
    public SeriesKind Kind { get; }

    /// <summary>The name in the legend.</summary>
    public string Name { get; }

    /// <summary>The horizontal coordinates.</summary>
    public IReadOnlyList<double> Xs { get; }

    /// <summary>The vertical coordinates, as many.</summary>
    public IReadOnlyList<double> Ys { get; }

    /// <summary>How wide each bar is, in the unit of the horizontal axis.</summary>
    internal double BarWidth { get; init; }

    /// <summary>What a histogram left out.</summary>
    internal string LeftOut { get; init; } = "";

    internal bool IsLine => Kind is SeriesKind.Line or SeriesKind.MarkedLine or SeriesKind.Path;

    internal bool IsReference => Kind is SeriesKind.Vertical or SeriesKind.Horizontal;

    internal static Series Of<TX, TY>(SeriesKind kind, string name, IEnumerable<TX> xs, IEnumerable<TY> ys)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY>
    {
        ArgumentNullException.ThrowIfNull(name);
        var (x, y) = (ToDoubles(xs), ToDoubles(ys));
        return x.Length == y.Length
            ? new Series(kind, name, x, y)
            : throw new ArgumentException($"\"{name}\" has {x.Length} xs but {y.Length} ys; each point needs one of both.", nameof(ys));
    }

    internal static Series Histogram(string name, double[] values, int bins, (double From, double To)? within)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bins);
        var there = values.Where(value => Has(false, value)).ToList();
        var (from, to) = within ?? (there.Count == 0 ? (0, 1) : (there.Min(), there.Max()));
        // As numpy.histogram does where all values are the same; so also where they are but for rounding, and no double parts them.
        if (within is null && !Parts(from, to, bins))
            (from, to) = (from - Math.Max(0.5, Math.Abs(from) / 1024), to + Math.Max(0.5, Math.Abs(to) / 1024));
        if (!(from < to && double.IsFinite(to - from)))
            throw new ArgumentException(
                $"A histogram's range goes from a lower to a higher number, not from {Csv.Number(from)} to {Csv.Number(to)}.",
                nameof(within));
        if (!Parts(from, to, bins))
            throw new ArgumentException(
                $"No {bins} bins of equal width lie between {Csv.Number(from)} and {Csv.Number(to)}: there are too few doubles.",
                nameof(within));
        var width = (to - from) / bins;
        double Edge(int i) => i == bins ? to : from + (i * width);
        var counts = new double[bins];
        var inside = there.Where(v => v >= from && v <= to).ToList();
        foreach (var value in inside)
        {
            // The quotient is rounded: as in numpy.histogram, the edges decide.
            var bin = Math.Min((int)((value - from) / width), bins - 1);
            counts[value < Edge(bin) ? bin - 1 : bin < bins - 1 && value >= Edge(bin + 1) ? bin + 1 : bin]++;
        }

        var finite = values.Count(double.IsFinite);
        return new Series(SeriesKind.Bars, name, [.. Enumerable.Range(0, bins).Select(i => from + ((i + 0.5) * width))], counts)
        {
            BarWidth = width,
            LeftOut = Phrase(
                (values.Length - finite, "not finite"), (finite - there.Count, "out of range"), (there.Count - inside.Count, "outside")),
        };

        static bool Parts(double from, double to, int bins) => from + ((to - from) / bins) > from && to - ((to - from) / bins) < to;
    }

    /// <summary>How many points have no place on the axes, in words for the legend; empty if all have.</summary>
    internal string Missing(bool logX, bool logY)
    {
        if (LeftOut.Length > 0 || IsReference)
            return LeftOut;
        var finite = Xs.Zip(Ys).Where(p => double.IsFinite(p.First) && double.IsFinite(p.Second)).ToList();
        var notPositive = finite.Count(p => (logX && p.First <= 0) || (logY && p.Second <= 0));
        var there = finite.Count(p => Has(logX, p.First) && Has(logY, p.Second));
        return Phrase(
            (Xs.Count - finite.Count, "not finite"), (notPositive, "not positive"), (finite.Count - notPositive - there, "out of range"));
    }

    /// <summary>Whether a number has a place on an axis. ScottPlot's axes lose their way near the ends of doubles.</summary>
    internal static bool Has(bool log, double value) => double.IsFinite(value) && (log ? value > 1e-300 : Math.Abs(value) < 1e150);

    internal static double[] ToDoubles<T>(IEnumerable<T> numbers)
        where T : INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(numbers);
        return [.. numbers.Select(double.CreateSaturating)];
    }

    private static string Phrase(params (int Count, string Why)[] left) =>
        string.Join(", ", left.Where(l => l.Count > 0).Select(l => $"{l.Count} {l.Why}"));
}
