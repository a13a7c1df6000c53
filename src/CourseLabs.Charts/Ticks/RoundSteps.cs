using System.Globalization;

namespace CourseLabs.Charts.Ticks;

/// <summary>
/// Ticks at every <c>Mantissa x 10^Exponent</c> (mantissa 1, 2 or 5) from <c>First</c> to <c>Last</c> steps, which enclose the
/// data. Integers only: even 1.8e308 has a tick above it although no double has.
/// </summary>
internal readonly record struct RoundSteps(int Mantissa, int Exponent, long First, long Last)
{
    /// <summary>Narrower than this relative to its size, a range counts as one number (labels would need too many digits).</summary>
    private const double Flat = 1e-10;

    public double Step => Value(Mantissa, Exponent);

    /// <summary>Encloses min..max in at most <paramref name="intervals"/> + 2 and at least 2 steps.</summary>
    /// <param name="min">Smallest number, finite.</param>
    /// <param name="max">Largest number, finite, at least <paramref name="min"/>.</param>
    /// <param name="intervals">How many steps there should be, 5 to 9.</param>
    /// <param name="whole">All numbers are integers, so that half a step means nothing (epoch 0.5).</param>
    public static RoundSteps Enclose(double min, double max, int intervals, bool whole = false)
    {
        (min, max) = Widen(min, max, whole);
        var least = ((max / 2) - (min / 2)) / intervals * 2;
        if (whole && max - min >= 2)
            least = Math.Max(least, 1);

        var exponent = (int)Math.Floor(Math.Log10(least));
        var mantissa = Array.Find([1, 2, 5], m => Value(m, exponent) >= least * (1 - 1e-9));
        if (mantissa == 0)
            (mantissa, exponent) = (1, exponent + 1);

        var (first, last) = (min / Value(mantissa, exponent), max / Value(mantissa, exponent));
        return new RoundSteps(mantissa, exponent, (long)Math.Floor(first + Slack(first)), (long)Math.Ceiling(last - Slack(last)));
    }

    public IEnumerable<long> Indices()
    {
        for (var i = First; i <= Last; i++)
            yield return i;
    }

    public TickLabel[] Labels()
    {
        var mantissa = Mantissa;
        return NumberText.Uniform([.. Indices().Select(i => i * mantissa)], Exponent);
    }

    // The parser rounds correctly, whereas Math.Pow differs between platforms in the last bit.
    private static double Value(int mantissa, int exponent) => double.Parse($"{mantissa}e{exponent}", CultureInfo.InvariantCulture);

    // 0.3 / 0.1 is 2.9999999999999996, and still 0.3 is the third tick.
    private static double Slack(double steps) => Math.Max(1e-9, Math.Abs(steps) * 4e-15);

    private static (double Min, double Max) Widen(double min, double max, bool whole)
    {
        var size = Math.Max(Math.Abs(min), Math.Abs(max));
        if ((max / 2) - (min / 2) > Math.Max(size * Flat, 1e-300) / 2)
            return (min, max);

        var margin = size == 0 || (whole && size < 10) ? 1 : Math.Max(size * 0.1, 1e-300);
        return (Math.Max(min - margin, -double.MaxValue), Math.Min(max + margin, double.MaxValue));
    }
}
