namespace CourseLabs.Charts.Ticks;

/// <summary>Ticks of a logarithmic axis, in decades (log10). Numbers are never formed, so no decade is too large or too small.</summary>
internal static class LogTicks
{
    private const int MostLabels = 8;
    private static readonly int[] _digits = [1, 2, 5];

    /// <summary>Major and minor ticks, ascending, the first at or below low and the last at or above high.</summary>
    public static IReadOnlyList<(double At, TickLabel? Label)> Enclose(double low, double high)
    {
        var first = (int)Math.Floor(low) * 3;
        while (At(first + 1) <= low + 1e-9)
            first++;
        var last = (int)Math.Ceiling(high) * 3;
        while (At(last - 1) >= high - 1e-9)
            last--;

        if (last - first < MostLabels)
            return Fine(first, last, oneTwoFive: true);
        var decades = FloorDiv(last, 3) - FloorDiv(first + 2, 3);
        return decades < MostLabels ? Fine(first, last, oneTwoFive: false) : Coarse(low, high);
    }

    // Ticks at 1..9 of each decade; labels at 1, 2, 5 or at the decades alone. first and last count 1, 2, 5, 10, 20, 50, ...
    private static List<(double At, TickLabel? Label)> Fine(int first, int last, bool oneTwoFive)
    {
        var (from, to) = (FloorDiv(first, 3), FloorDiv(last, 3));
        var plain = from >= -3 && to <= 4;
        var ticks = new List<(double, TickLabel?)>();
        for (var decade = from; decade <= to; decade++)
        {
            for (var digit = 1; digit <= 9; digit++)
            {
                var at = decade + Math.Log10(digit);
                if (at < At(first) - 1e-9 || at > At(last) + 1e-9)
                    continue;
                var labelled = oneTwoFive ? _digits.Contains(digit) : digit == 1;
                ticks.Add((at, labelled ? NumberText.Power(digit, decade, plain) : null));
            }
        }

        return ticks;
    }

    // A label every 2, 5, 10, ... decades.
    private static List<(double At, TickLabel? Label)> Coarse(double low, double high)
    {
        var every = Array.Find([2, 5, 10, 20, 50, 100, 200], n => (high - low) / n < MostLabels - 1);
        var (first, last) = ((int)Math.Floor(low / every) * every, (int)Math.Ceiling(high / every) * every);
        var ticks = new List<(double, TickLabel?)>();
        for (var decade = first; decade <= last; decade++)
        {
            var major = (decade - first) % every == 0;
            if (major || every <= 10)
                ticks.Add((decade, major ? NumberText.Power(1, decade, plain: false) : null));
        }

        return ticks;
    }

    private static double At(int index) => FloorDiv(index, 3) + Math.Log10(_digits[index - (3 * FloorDiv(index, 3))]);

    private static int FloorDiv(int n, int by) => (int)Math.Floor((double)n / by);
}
