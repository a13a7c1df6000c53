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

    /// <summary>Encloses min..max in 2 to 11 steps, as near to the wanted number as round steps and little waste allow.</summary>
    /// <param name="min">Smallest number, finite.</param>
    /// <param name="max">Largest number, finite, at least <paramref name="min"/>.</param>
    /// <param name="intervals">How many steps there should be, 5 to 9.</param>
    /// <param name="whole">All numbers are integers, so that half a step means nothing (epoch 0.5).</param>
    public static RoundSteps Enclose(double min, double max, int intervals, bool whole = false)
    {
        (min, max) = Widen(min, max, whole);
        var span = (max / 2) - (min / 2); // half of it, as the whole may be more than the largest double
        var least = span / intervals * 2;
        if (whole && span >= 1)
            least = Math.Max(least, 1);

        var exponent = (int)Math.Floor(Math.Log10(least));
        var mantissa = Array.Find([1, 2, 5], m => Value(m, exponent) >= least * (1 - 1e-9));
        var coarse = Of(min, max, mantissa == 0 ? 1 : mantissa, mantissa == 0 ? exponent + 1 : exponent);
        var fine = coarse.Mantissa == 1 ? Of(min, max, 5, coarse.Exponent - 1) : Of(min, max, coarse.Mantissa / 2, coarse.Exponent);
        if (fine.Last - fine.First > 11 || (whole && fine.Exponent < 0))
            return coarse;

        // -5..5 is better cut at every 1 than widened to -6..6 for the sake of fewer ticks.
        double Cost(RoundSteps s)
        {
            var steps = s.Last - s.First;
            return (0.2 * Math.Abs(steps - intervals) / intervals) + 1 - (span / s.Step * 2 / steps);
        }

        return Cost(fine) < Cost(coarse) ? fine : coarse;
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

    private static RoundSteps Of(double min, double max, int mantissa, int exponent)
    {
        var (first, last) = (min / Value(mantissa, exponent), max / Value(mantissa, exponent));
        return new RoundSteps(mantissa, exponent, (long)Math.Floor(first + Slack(first)), (long)Math.Ceiling(last - Slack(last)));
    }

    // The parser rounds correctly, whereas Math.Pow differs between platforms in the last bit.
    private static double Value(int mantissa, int exponent) =>
        double.Parse(string.Create(CultureInfo.InvariantCulture, $"{mantissa}e{exponent}"), CultureInfo.InvariantCulture);

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
