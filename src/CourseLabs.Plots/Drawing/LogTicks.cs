using System.Globalization;
using ScottPlot;

namespace CourseLabs.Plots.Drawing;

/// <summary>The ticks of a logarithmic axis: 1, 10, 100, or 1e-6 where that is long. Their positions are exponents of ten.</summary>
internal sealed class LogTicks : ITickGenerator
{
    // The room of a label such as 1e-12, and how many there are at most where room is plenty.
    private const double Across = 70, Up = 30, MostLabels = 8;

    public Tick[] Ticks { get; private set; } = [];

    public int MaxTickCount { get; set; } = 1000;

    public void Regenerate(CoordinateRange range, Edge edge, PixelLength size, Paint paint, LabelStyle labelStyle)
    {
        var most = Math.Clamp(Math.Floor(size.Length / (edge.IsHorizontal() ? Across : Up)), 2, MostLabels);
        var labeled = Labeled(range.Min, range.Max, most).ToList();
        var plain = labeled.TrueForAll(value => value is >= 1e-4 and < 1e6); // all labels of an axis are written in one way
        // The lines between the powers of ten show that the axis is logarithmic, where there are few enough to see them.
        var between = range.Length > MostLabels
            ? []
            : from decade in Decades(range.Min - 1, range.Max, 1)
              from digit in Enumerable.Range(2, 8)
              select Math.Log10(digit) + decade;
        Ticks =
        [
            .. labeled.Select(value => Tick.Major(Math.Log10(value), Text(value, plain))),
            .. between.Where(range.Contains).Select(Tick.Minor),
        ];
    }

    /// <summary>The numbers that have a label: powers of ten, or, where these are too few, round numbers.</summary>
    /// <param name="low">The exponent of the lower end.</param>
    /// <param name="high">The exponent of the upper end.</param>
    /// <param name="most">How many powers of ten have room.</param>
    internal static IEnumerable<double> Labeled(double low, double high, double most)
    {
        if (high - low >= 2)
            return Decades(low, high, Math.Ceiling((high - low) / most)).Select(Power);

        if (high - low >= 0.7)
            return from decade in Decades(low - 1, high, 1)
                   from digit in (int[])[1, 2, 5]
                   let value = digit * Power(decade)
                   where Math.Log10(value) >= low && Math.Log10(value) <= high
                   select value;

        // Whole multiples of a power of ten, divided by 10, 100, ..., so that none comes out as 0.30000000000000004.
        var (from, to) = (Power(low), Power(high));
        var exponent = Math.Floor(Math.Log10(to - from)) - 1;
        double Scaled(double whole) => exponent < 0 ? whole / Power(-exponent) : whole * Power(exponent);
        var step = ((double[])[1, 2, 5, 10, 20, 50]).First(n => to - from <= 6 * Scaled(n));
        var first = Math.Ceiling(from / Scaled(step));
        return Enumerable.Range(0, (int)(Math.Floor(to / Scaled(step)) - first) + 1).Select(i => Scaled((first + i) * step));
    }

    internal static string Text(double value, bool plain) => plain || value == 1
        ? value.ToString("0.##########", CultureInfo.InvariantCulture)
        : Exponential(value);

    /// <summary>1e6, 2.5e-7.</summary>
    internal static string Exponential(double value) => value.ToString("0.####e-0", CultureInfo.InvariantCulture);

    private static IEnumerable<double> Decades(double low, double high, double step)
    {
        for (var decade = Math.Ceiling(low / step) * step; decade <= high; decade += step)
            yield return decade;
    }

    private static double Power(double exponent) => Math.Pow(10, exponent);
}
