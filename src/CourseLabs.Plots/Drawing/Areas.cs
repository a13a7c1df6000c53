using ScottPlot;
using ScottPlot.Triangulation;
using SkiaSharp;

namespace CourseLabs.Plots.Drawing;

/// <summary>Shades the areas where a grid is above some levels and draws the lines around them, which ScottPlot finds.</summary>
internal sealed class Areas : IPlottable
{
    private readonly Surface _surface;
    private readonly List<(ContourLine[] Rims, ContourLine[] Lines)> _levels;
    private readonly CoordinateRect _extent;

    public Areas(Surface surface, Func<double, double> alongX, Func<double, double> alongY)
    {
        _surface = surface;
        var (xs, ys) = (surface.Grid.Xs.Select(alongX).ToArray(), surface.Grid.Ys.Select(alongY).ToArray());
        _extent = new CoordinateRect(xs[0], xs[^1], ys[0], ys[^1]);
        _levels = [.. surface.Levels.Select(level => (Find(level, 1), Find(level, 0)))];

        // With a rim of low values, which lies on the border itself, the outlines of the areas are closed.
        ContourLine[] Find(double level, int rim)
        {
            var (low, high) = surface.Grid.Beyond(level);
            var points = new Coordinates3d[ys.Length + (2 * rim), xs.Length + (2 * rim)];
            for (var i = 0; i < points.GetLength(0); i++)
                for (var j = 0; j < points.GetLength(1); j++)
                {
                    var (row, column) = (Math.Clamp(i - rim, 0, ys.Length - 1), Math.Clamp(j - rim, 0, xs.Length - 1));
                    var inside = row == i - rim && column == j - rim;
                    var value = inside ? surface.Grid[row, column] : low;
                    points[i, j] = new Coordinates3d(xs[column], ys[row], double.IsNaN(value) ? low : Math.Clamp(value, low, high));
                }

            return [.. RectangularGrid.GetContourLines(points, [level], fixContourDirections: false)];
        }
    }

    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => LegendItem.None;

    public AxisLimits GetAxisLimits() => new(_extent);

    public void Render(RenderPack rp)
    {
        foreach (var (rims, lines) in _levels)
        {
            using var area = Outline(rims, close: true);
            if (_surface.Divides)
            {
                using var rest = new SKPath();
                rest.AddRect(Axes.GetPixelRect(_extent).ToSKRect());
                rest.AddPath(area);
                rest.FillType = SKPathFillType.EvenOdd;
                Fill(rest, Style.Of(0).WithAlpha(0.16));
                Fill(area, Style.Of(1).WithAlpha(0.2));
            }
            else
            {
                Fill(area, Style.Contour.WithAlpha(0.07));
            }

            using var line = Outline(lines, close: false);
            using var stroke = new SKPaint
            {
                Style = SKPaintStyle.Stroke,
                IsAntialias = true,
                StrokeWidth = _surface.Divides ? 2 : 1,
                Color = (_surface.Divides ? Style.Ink : Style.Contour).ToSKColor(),
            };
            rp.Canvas.DrawPath(line, stroke);
        }

        void Fill(SKPath path, Color color)
        {
            using var paint = new SKPaint { Color = color.ToSKColor(), IsAntialias = true };
            rp.Canvas.DrawPath(path, paint);
        }
    }

    private SKPath Outline(IEnumerable<ContourLine> lines, bool close)
    {
        var path = new SKPath { FillType = SKPathFillType.EvenOdd };
        foreach (var line in lines)
            path.AddPoly([.. line.Path.Points.Select(p => Axes.GetPixel(p).ToSKPoint())], close);
        return path;
    }
}
