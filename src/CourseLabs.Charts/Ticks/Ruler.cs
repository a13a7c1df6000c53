namespace CourseLabs.Charts.Ticks;

/// <summary>An axis with its range: where a number lies between the ends (0..1), and which ticks it has.</summary>
internal sealed class Ruler
{
    private readonly Func<double, double> _inner;
    private readonly double _low;
    private readonly double _high;

    private Ruler(Func<double, double> inner, double low, double high, IEnumerable<(double At, TickLabel? Label)> ticks)
    {
        (_inner, _low, _high) = (inner, low, high);
        Ticks = [.. ticks.Select(t => new Tick((t.At - low) / (high - low), t.Label))];
    }

    /// <summary>In ascending order.</summary>
    public IReadOnlyList<Tick> Ticks { get; }

    /// <summary>0 at the lower end of the axis, 1 at the upper one.</summary>
    public double Position(double value)
    {
        var at = (_inner(value) - _low) / (_high - _low);
        return double.IsNaN(at) ? 0 : Math.Clamp(at, 0, 1); // a negative number on a log axis lies below all others
    }

    /// <summary>An axis that encloses min..max, the finite numbers (on a log axis: the positive ones) of the data.</summary>
    public static Ruler For(AxisScale scale, double min, double max, int intervals, bool whole = false) =>
        scale == AxisScale.Log ? Log(min, max, intervals) : Linear(RoundSteps.Enclose(min, max, intervals, whole));

    private static Ruler Linear(RoundSteps steps)
    {
        var step = steps.Step;
        return new Ruler(v => v / step, steps.First, steps.Last,
            steps.Indices().Zip(steps.Labels(), (i, label) => ((double)i, (TickLabel?)label)));
    }

    private static Ruler Log(double min, double max, int intervals)
    {
        var (low, high) = (Math.Log10(min), Math.Log10(max));
        // Less than a factor of three holds too few of 1, 2, 5: there, equal steps as on a linear axis.
        if (high - low < 0.477 && high - low > 1e-10 && low > -290)
        {
            var steps = RoundSteps.Enclose(min, max, intervals);
            double At(long i) => Math.Log10(i * steps.Mantissa) + steps.Exponent;
            return new Ruler(Math.Log10, At(steps.First), At(steps.Last),
                steps.Indices().Zip(steps.Labels(), (i, label) => (At(i), (TickLabel?)label)));
        }

        if (high - low < 0.477)
            (low, high) = (low - 0.3, high + 0.3);
        var ticks = LogTicks.Enclose(low, high);
        return new Ruler(Math.Log10, ticks[0].At, ticks[^1].At, ticks);
    }
}
