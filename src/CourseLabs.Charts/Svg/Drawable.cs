using CourseLabs.Charts.Ticks;

namespace CourseLabs.Charts.Svg;

/// <summary>The points of a chart that have a place on its axes, the rulers' ranges, and why other points have none.</summary>
internal sealed class Drawable
{
    private readonly Chart _chart;

    public Drawable(Chart chart)
    {
        _chart = chart;
        foreach (var line in chart.References)
            (line.Vertical ? Xs : Ys).Reach(line.At);
        foreach (var grid in chart.Surfaces.Select(s => s.Grid))
        {
            Xs.Add(grid.Xs[0], grid.Xs[^1]);
            Ys.Add(grid.Ys[0], grid.Ys[^1]);
            Count++;
        }

        foreach (var series in chart.Series)
        {
            NotFinite += series.NotFinite;
            Outside += series.Outside;
            for (var i = 0; i < series.Xs.Count; i++)
            {
                var (x, y) = (series.Xs[i], series.Ys[i]);
                if (!double.IsFinite(x) || !double.IsFinite(y))
                {
                    NotFinite++;
                }
                else if (series.Kind == SeriesKind.Bars && chart.X.Has(x) && (y == 0 || chart.Y.Has(y)))
                {
                    AddBar(series, x, y);
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

    public Extent Xs { get; set; } = new();

    public Extent Ys { get; set; } = new();

    public int Count { get; private set; }

    public int NotFinite { get; private set; }

    public int NotPositive { get; private set; }

    /// <summary>How many numbers lie outside the range of their histogram.</summary>
    public int Outside { get; private set; }

    /// <summary>Whether a point has a place on the axes.</summary>
    public bool Has(double x, double y) => _chart.X.Has(x) && _chart.Y.Has(y);

    /// <summary>What the reader has to know about points that are missing from the picture.</summary>
    public IEnumerable<string> Notes()
    {
        if (NotFinite > 0)
            yield return Note(NotFinite, "finite");
        if (NotPositive > 0)
            yield return Note(NotPositive, "positive");
        if (Outside > 0)
            yield return Outside == 1 ? "1 value lies outside the bins" : $"{Outside} values lie outside the bins";
    }

    // A bar needs its width and its foot; on a log axis the lowest one would have no height if the axis began at its top.
    private void AddBar(Series series, double x, double y)
    {
        Xs.Add(x);
        foreach (var side in (ReadOnlySpan<double>)[x - (series.BarWidth / 2), x + (series.BarWidth / 2)])
            if (_chart.X.Has(side))
                Xs.Reach(side);
        if (y != 0)
            Ys.Add(y);
        if (_chart.Y.Scale == AxisScale.Linear)
            Ys.Reach(0);
        else if (y > 0)
            Ys.Reach(Math.Max(y / 2, double.Epsilon));
        Count++;
    }

    private static string Note(int count, string what) =>
        count == 1 ? $"1 point is not {what} and not drawn" : $"{count} points are not {what} and not drawn";

    /// <summary>The range of the numbers on one axis.</summary>
    internal sealed class Extent
    {
        private double _min = double.PositiveInfinity;
        private double _max = double.NegativeInfinity;
        private bool? _whole;

        /// <summary>The range that holds all of these.</summary>
        public static Extent Of(IEnumerable<Extent> extents)
        {
            var all = new Extent();
            foreach (var extent in extents)
            {
                all.Reach(extent._min, extent._max);
                all._whole = extent._whole is { } whole ? whole && all._whole != false : all._whole;
            }

            return all;
        }

        public void Add(params ReadOnlySpan<double> values)
        {
            foreach (var value in values)
                _whole = (_whole ?? true) && Math.Floor(value) == value;
            Reach(values);
        }

        /// <summary>Makes room for what is not data, and so does not say whether fractions mean anything on this axis.</summary>
        public void Reach(params ReadOnlySpan<double> values)
        {
            foreach (var value in values)
                (_min, _max) = (Math.Min(_min, value), Math.Max(_max, value));
        }

        /// <summary>An axis for these numbers; without any, 0..1, or 1..10 on a log axis.</summary>
        public Ruler Ruler(Axis axis, int intervals)
        {
            var (min, max) = _min <= _max ? (_min, _max) : axis.Scale == AxisScale.Log ? (1, 10) : (0, 1);
            return Ticks.Ruler.For(axis.Scale, min, max, intervals, _whole == true);
        }
    }
}
