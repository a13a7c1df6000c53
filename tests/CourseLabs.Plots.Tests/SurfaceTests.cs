using FsCheck.Fluent;
using SkiaSharp;

namespace CourseLabs.Plots.Tests;

public class SurfaceTests
{
    [Fact]
    public void The_areas_of_a_decision_have_the_colors_of_the_two_series_and_the_boundary_lies_between()
    {
        AssertHalves(Grid.Of((-1, 1), (-1, 1), (x, _) => x, 3));
    }

    // A score that has overflowed is above any threshold, or below.
    [Theory]
    [InlineData(double.PositiveInfinity, -1)]
    [InlineData(1, double.NegativeInfinity)]
    [InlineData(double.PositiveInfinity, double.NegativeInfinity)]
    [InlineData(double.PositiveInfinity, double.NaN)]
    [InlineData(double.MaxValue, double.MinValue)]
    [InlineData(1e17, -1e17)]
    public void Infinity_lies_above_the_threshold_and_minus_infinity_below(double right, double left) =>
        AssertHalves(Grid.Of((-1, 1), (-1, 1), (x, _) => x > 0 ? right : left, 80));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_level_that_is_not_finite_is_an_error(double level)
    {
        var grid = Grid.Of((-1, 1), (-1, 1), (x, _) => x, 3);

        Assert.Throws<ArgumentException>(() => new Plot("t").Regions("r", grid, level));
        Assert.Throws<ArgumentException>(() => new Plot("t").Contours("c", grid, 0, level));
    }

    private static void AssertHalves(Grid grid)
    {
        var plot = new Plot("").Regions("r", grid, 0);
        using var image = SKBitmap.Decode(plot.ToPng());
        var row = Enumerable.Range(0, image.Width).Select(x => image.GetPixel(x, image.Height / 3)).ToList();
        // Nearly half of the width each, less the axis and the lines of the grid.
        Assert.InRange(row.Take(image.Width / 2).Count(Tints(0x00, 0x72, 0xB2, 0.16).Contains), image.Width * 0.4, image.Width * 0.5);
        Assert.InRange(row.Skip(image.Width / 2).Count(Tints(0xD5, 0x5E, 0x00, 0.2).Contains), image.Width * 0.4, image.Width * 0.5);
        Assert.Contains(row, pixel => pixel.Red < 60 && pixel.Green < 60 && pixel.Blue < 60); // the boundary
    }

    [Fact]
    public void A_circle_is_drawn_as_one_closed_line_at_its_level()
    {
        var bowl = Points(Grid.Of((-2, 2), (-2, 2), (x, y) => (x * x) + (y * y), 101));
        var points = ScottPlot.Triangulation.RectangularGrid.GetContourLines(bowl, [1]);
        Assert.Equal(points.Single().Path.Points[0], points.Single().Path.Points[^1]);
        Assert.All(points.Single().Path.Points, p => Assert.Equal(1, Math.Sqrt((p.X * p.X) + (p.Y * p.Y)), 1e-3));
    }

    [Fact]
    public void Any_grid_can_be_drawn_also_one_that_is_partly_NaN() =>
        Any.Holds(
            from values in Gen.ArrayOf(Any.Number, 20)
            from level in Gen.Choose(-3, 3)
            select (values, level),
            drawn =>
            {
                var values = new double[4, 5];
                Buffer.BlockCopy(drawn.values, 0, values, 0, 20 * sizeof(double));
                var grid = new Grid(Grid.Between(0, 4, 5), Grid.Between(0, 3, 4), values);
                Assert.NotEmpty(new Plot("t").Contours("c", grid).Regions("r", grid, drawn.level).ToPng());
            }, 50);

    [Fact]
    public void Levels_part_a_grid_into_equal_areas() =>
        Assert.Equal([25.0, 50, 75], new Grid([0, 1], Grid.Between(0, 1, 50), Counting()).Levels(4));

    [Fact]
    public void A_grid_ascends_and_has_a_value_for_each_point()
    {
        Assert.Throws<ArgumentException>(() => new Grid([0, 0], [0, 1], new double[2, 2]));
        Assert.Throws<ArgumentException>(() => new Grid([0, double.NaN], [0, 1], new double[2, 2]));
        Assert.Throws<ArgumentException>(() => new Grid([0], [0, 1], new double[2, 1]));
        var error = Assert.Throws<ArgumentException>(() => new Grid([0, 1, 2], [0, 1], new double[3, 2]));
        Assert.Contains("3 xs and 2 ys needs values of shape (2, 3), not (3, 2)", error.Message, StringComparison.Ordinal);
    }

    // White under so much of a color; the grid's lines may lie over it.
    private static HashSet<SKColor> Tints(byte red, byte green, byte blue, double part)
    {
        byte Mix(byte color, int by) => (byte)(Math.Round(255 + ((color - 255) * part)) + by);
        int[] off = [-1, 0, 1];
        return [.. from r in off from g in off from b in off select new SKColor(Mix(red, r), Mix(green, g), Mix(blue, b))];
    }

    private static ScottPlot.Coordinates3d[,] Points(Grid grid)
    {
        var points = new ScottPlot.Coordinates3d[grid.Ys.Count, grid.Xs.Count];
        for (var i = 0; i < grid.Ys.Count; i++)
            for (var j = 0; j < grid.Xs.Count; j++)
                points[i, j] = new(grid.Xs[j], grid.Ys[i], grid[i, j]);
        return points;
    }

    private static double[,] Counting()
    {
        var values = new double[50, 2];
        for (var i = 0; i < 100; i++)
            values[i / 2, i % 2] = i;
        return values;
    }
}
