using ScottPlot;
using ScottPlot.TickGenerators;

namespace CourseLabs.Plots.Drawing;

/// <summary>Makes ScottPlot's plot of ours. Its legend and title are drawn by <see cref="Page"/>, where they cover no data.</summary>
internal static class Painter
{
    public static ScottPlot.Plot ToScottPlot(Plot plot)
    {
        var result = new ScottPlot.Plot();
        result.RenderManager.Remove<ScottPlot.Rendering.RenderActions.ClearCanvas>(); // it shares its canvas with the title and with others
        foreach (var surface in plot.Surfaces)
            result.Add.Plottable(new Areas(surface, Place(plot.LogX), Place(plot.LogY)));
        var styled = Styled(plot);
        foreach (var (series, color, cue) in styled.OrderBy(s => Depth(s.Series)))
            Add(result, plot, series, color, cue);
        AddLegend(result, plot, styled);
        SetAxes(result, plot);
        return result;
    }

    // What an axis of ScottPlot's has at a number: itself, or the exponent of ten. NaN where there is no place.
    private static Func<double, double> Place(bool log) => value =>
        !Series.Has(log, value) ? double.NaN : log ? Math.Log10(value) : value;

    // Each series with its place among all, which is its color, and among those of its kind, which is its dash or marker.
    private static List<(Series Series, Color Color, int Cue)> Styled(Plot plot)
    {
        var (color, lines, clouds) = (0, 0, 0);
        return [.. plot.Series.Select(series => series.Kind switch
        {
            SeriesKind.Star or SeriesKind.Vertical or SeriesKind.Horizontal => (series, Style.Ink, 0),
            SeriesKind.Scatter => (series, Style.Of(color++), clouds++),
            _ => (series, Style.Of(color++), lines++),
        })];
    }

    // A cloud must not hide a curve, nor a curve the few points that are compared with it.
    private static int Depth(Series series) => series.Kind switch
    {
        SeriesKind.Bars => 0,
        SeriesKind.Scatter => series.Xs.Count > 60 ? 1 : 4,
        SeriesKind.Star => 5,
        SeriesKind.Vertical or SeriesKind.Horizontal => 2,
        _ => 3,
    };

    private static void Add(ScottPlot.Plot result, Plot plot, Series series, Color color, int cue)
    {
        var (x, y) = (Place(plot.LogX), Place(plot.LogY));
        if (series.Kind == SeriesKind.Bars)
        {
            var there = series.Xs.Zip(series.Ys).Where(p => Series.Has(false, p.First) && Series.Has(false, p.Second));
            result.Add.Bars(there.Select(p => new Bar
            {
                Position = p.First,
                Value = p.Second,
                Size = series.BarWidth,
                FillColor = color.WithAlpha(0.45),
                LineColor = color,
                LineWidth = 1.25f,
                LinePattern = Style.Dash(cue),
            }).ToArray());
            return;
        }

        if (series.IsReference)
        {
            var at = series.Kind == SeriesKind.Vertical ? x(series.Xs[0]) : y(series.Ys[0]);
            if (double.IsNaN(at))
                throw new ArgumentException($"The line \"{series.Name}\" has no place on its axis.");
            if (series.Kind == SeriesKind.Vertical)
                result.Add.VerticalLine(at, 1.5f, color, Style.ReferenceDash);
            else
                result.Add.HorizontalLine(at, 1.5f, color, Style.ReferenceDash);
            return;
        }

        var points = series.Xs.Zip(series.Ys, (a, b) => new Coordinates(x(a), y(b)))
            .Select(p => double.IsNaN(p.X) || double.IsNaN(p.Y) ? Coordinates.NaN : p).ToList();
        if (series.IsLine)
        {
            var line = result.Add.ScatterLine(points);
            (line.LineColor, line.LineWidth, line.LinePattern) = (color, Style.LineWidth, Style.Dash(cue));
            AddMarkers(Alone(points), MarkerShape.FilledCircle, 5);
        }

        var drawn = points.Where(p => !double.IsNaN(p.X)).ToList();
        switch (series.Kind)
        {
            case SeriesKind.MarkedLine:
                AddMarkers(drawn, Style.Marker(cue), 8);
                break;
            case SeriesKind.Path:
                AddMarkers(drawn.Take(1), MarkerShape.OpenSquare, 11);
                AddMarkers(drawn.TakeLast(1), MarkerShape.FilledDiamond, 11);
                break;
            case SeriesKind.Scatter:
                AddMarkers(drawn, Style.Marker(cue), Size(drawn.Count), drawn.Count > 60 ? color.WithAlpha(0.6) : color);
                break;
            case SeriesKind.Star:
                AddMarkers(drawn, MarkerShape.FilledCircle, 19, Colors.White);
                AddMarkers(drawn, MarkerShape.Asterisk, 15);
                break;
        }

        void AddMarkers(IEnumerable<Coordinates> at, MarkerShape shape, float size, Color? fill = null)
        {
            var markers = result.Add.Markers(at.ToArray(), shape, size, fill ?? color);
            markers.MarkerLineWidth = 2;
        }
    }

    private static float Size(int points) => points switch { <= 60 => 11, <= 500 => 7, _ => 5 };

    // A point between two gaps has no line.
    private static IEnumerable<Coordinates> Alone(List<Coordinates> points) =>
        points.Where((p, i) => !double.IsNaN(p.X)
            && (i == 0 || double.IsNaN(points[i - 1].X)) && (i == points.Count - 1 || double.IsNaN(points[i + 1].X)));

    private static void AddLegend(ScottPlot.Plot result, Plot plot, List<(Series Series, Color Color, int Cue)> styled)
    {
        var missing = !plot.Legend.SequenceEqual(plot.Series.Select(s => s.Name));
        result.Legend.DisplayPlottableLegendItems = false;
        result.Legend.IsVisible = false;
        var named = styled.Zip(plot.Legend).Where(entry => entry.Second.Length > 0).ToList();
        var explained = named.Exists(n => n.First.Series is { IsReference: true } or { Kind: SeriesKind.Path or SeriesKind.Star });
        if (named.Count < 2 && !missing && !explained)
            return;
        foreach (var ((series, color, cue), text) in named)
        {
            var item = new LegendItem { LabelText = text };
            switch (series.Kind)
            {
                case SeriesKind.Bars:
                    (item.FillColor, item.OutlineColor, item.OutlineWidth) = (color.WithAlpha(0.45), color, 1.25f);
                    item.OutlinePattern = Style.Dash(cue);
                    break;
                case SeriesKind.Scatter or SeriesKind.Star:
                    Mark(item, series.Kind == SeriesKind.Star ? MarkerShape.Asterisk : Style.Marker(cue), color);
                    break;
                default:
                    (item.LineColor, item.LineWidth) = (color, series.IsReference ? 1.5f : Style.LineWidth);
                    item.LinePattern = series.IsReference ? Style.ReferenceDash : Style.Dash(cue);
                    if (series.Kind == SeriesKind.MarkedLine)
                        Mark(item, Style.Marker(cue), color);
                    break;
            }

            result.Legend.ManualItems.Add(item);
        }

        if (styled.Any(s => s.Series.Kind == SeriesKind.Path))
            foreach (var (name, shape) in ((string, MarkerShape)[])[("start", MarkerShape.OpenSquare), ("end", MarkerShape.FilledDiamond)])
            {
                var item = new LegendItem { LabelText = name };
                Mark(item, shape, Style.Frame);
                result.Legend.ManualItems.Add(item);
            }
    }

    private static void Mark(LegendItem item, MarkerShape shape, Color color)
    {
        (item.MarkerShape, item.MarkerColor, item.MarkerLineWidth) = (shape, color, 2);
        item.MarkerSize = shape == MarkerShape.Asterisk ? 13 : 11;
    }

    private static void SetAxes(ScottPlot.Plot result, Plot plot)
    {
        result.Axes.Bottom.TickGenerator = plot.LogX ? new LogTicks() : Linear(plot.Series.Select(s => s.Xs));
        result.Axes.Left.TickGenerator = plot.LogY ? new LogTicks() : Linear(plot.Series.Select(s => s.Ys));
        result.Axes.Bottom.MinorTickStyle.Length = plot.LogX ? 3 : 0;
        result.Axes.Left.MinorTickStyle.Length = plot.LogY ? 3 : 0;
        result.Axes.Bottom.TickLabelStyle.FontSize = result.Axes.Left.TickLabelStyle.FontSize = Style.TextSize;
        result.Axes.Bottom.Label.FontSize = result.Axes.Left.Label.FontSize = Style.LabelSize;
        result.Axes.Bottom.Label.Bold = result.Axes.Left.Label.Bold = false;
        result.Axes.Right.MinimumSize = 28; // room for half of the last label
        result.Axes.Color(Style.Ink);
        result.Grid.MajorLineColor = Style.Ink.WithAlpha(0.12);

        var filled = plot.Surfaces.Count > 0;
        result.Axes.Margins(filled ? 0 : 0.03, filled ? 0 : 0.05);
        if (plot.Series.Any(s => s.Kind == SeriesKind.Bars) && plot.Series.All(s => s.Ys.All(y => y >= 0)))
            result.Axes.Margins(bottom: 0, left: 0.03, right: 0.03);
        result.Axes.AutoScale();
        var (low, top) = (result.Axes.GetDataLimits().Bottom, Place(plot.LogY)(plot.HighestY ?? double.NaN));
        if (top > low && top < result.Axes.GetDataLimits().Top)
            result.Axes.SetLimitsY(low - ((top - low) * 0.05), top + ((top - low) * 0.05));
    }

    // Epochs, layers and classes are whole numbers, and so are the ticks between them.
    private static NumericAutomatic Linear(IEnumerable<IReadOnlyList<double>> coordinates) => new()
    {
        TickDensity = 0.5,
        IntegerTicksOnly = coordinates.SelectMany(c => c).DefaultIfEmpty(0.5).All(double.IsInteger),
        LabelFormatter = value => value != 0 && Math.Abs(value) is < 1e-4 or >= 1e7
            ? LogTicks.Exponential(value)
            : LabelFormatters.Numeric(value),
    };
}
