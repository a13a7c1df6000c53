using CourseLabs.Charts.Ticks;

namespace CourseLabs.Charts.Svg;

/// <summary>The points of a chart that have a place on its axes, the rulers' ranges, and why other points have none.</summary>
internal sealed class Drawable
{
    private readonly Chart _chart;

    public Drawable(Chart chart)
    {
        _chart = chart;
        foreach (var series in chart.Series)
        {
            for (var i = 0; i < series.Xs.Count; i++)
            {
                var (x, y) = (series.Xs[i], series.Ys[i]);
                if (!double.IsFinite(x) || !double.IsFinite(y))
                {
                    NotFinite++;
                }
                else if (!Has(x, y))
                {
                    NotPositive++;
                }
                else
                {
                    Xs.Add(x);
                    Ys.Add(y);
                    Count++;
                }
            }
        }
    }

    public Extent Xs { get; } = new();

    public Extent Ys { get; } = new();

    public int Count { get; private set; }

    public int NotFinite { get; private set; }

    public int NotPositive { get; private set; }

    /// <summary>Whether a point has a place on the axes.</summary>
    public bool Has(double x, double y) => Has(_chart.X, x) && Has(_chart.Y, y);

    /// <summary>What the reader has to know about points that are missing from the picture.</summary>
    public IEnumerable<string> Notes()
    {
        if (NotFinite > 0)
            yield return Note(NotFinite, "finite");
        if (NotPositive > 0)
            yield return Note(NotPositive, "positive");
    }

    private static bool Has(Axis axis, double value) => double.IsFinite(value) && (axis.Scale == AxisScale.Linear || value > 0);

    private static string Note(int count, string what) =>
        count == 1 ? $"1 point is not {what} and not drawn" : $"{count} points are not {what} and not drawn";

    /// <summary>The range of the numbers on one axis.</summary>
    internal sealed class Extent
    {
        private double _min = double.PositiveInfinity;
        private double _max = double.NegativeInfinity;
        private bool _whole = true;

        public void Add(double value)
        {
            _min = Math.Min(_min, value);
            _max = Math.Max(_max, value);
            _whole &= Math.Floor(value) == value;
        }

        /// <summary>An axis for these numbers; without any, 0..1, or 1..10 on a log axis.</summary>
        public Ruler Ruler(Axis axis, int intervals)
        {
            var (min, max) = _min <= _max ? (_min, _max) : axis.Scale == AxisScale.Log ? (1, 10) : (0, 1);
            return Ticks.Ruler.For(axis.Scale, min, max, intervals, _whole && _min <= _max);
        }
    }
}
