using CourseLabs.Charts.Surfaces;
using FsCheck.Fluent;

namespace CourseLabs.Charts.Tests.Surfaces;

public class ContourTests
{
    // Whole numbers against a level between them, so that no point of a grid lies on the outline.
    private static readonly FsCheck.Gen<Grid> _whole =
        from columns in Gen.Choose(2, 9)
        from rows in Gen.Choose(2, 9)
        from values in Gen.Choose(0, 3).Select(n => n == 3 ? double.NaN : n).ArrayOf(columns * rows)
        select new Grid(
            Grid.Between(0, columns - 1, columns), Grid.Between(0, rows - 1, rows), Filled(rows, columns, (i, j) => values[(i * columns) + j]));

    [Fact]
    public void The_outline_parts_the_points_of_any_grid_by_the_level() =>
        Any.Holds(_whole, grid =>
        {
            var loops = Contour.Loops(grid, 0.5);
            for (var i = 1; i < grid.Ys.Count - 1; i++)
                for (var j = 1; j < grid.Xs.Count - 1; j++)
                    Assert.Equal(grid[i, j] >= 0.5, Inside(loops, grid.Xs[j], grid.Ys[i]));
        }, 500);

    [Fact]
    public void A_circle_has_its_length_and_its_area()
    {
        var loop = Contour.Loops(Grid.Of((-2, 2), (-2, 2), (x, y) => -(x * x) - (y * y), 201), -1).Single();
        var steps = loop.Zip(loop.Skip(1).Append(loop[0])).ToList();
        Assert.Equal(2 * Math.PI, steps.Sum(s => Math.Sqrt(Math.Pow(s.First.X - s.Second.X, 2) + Math.Pow(s.First.Y - s.Second.Y, 2))), 1e-3);
        Assert.Equal(Math.PI, Math.Abs(steps.Sum(s => (s.First.X * s.Second.Y) - (s.Second.X * s.First.Y)) / 2), 1e-3);
        Assert.All(loop, point => Assert.False(point.AlongRim));
    }

    [Fact]
    public void An_area_that_reaches_the_border_closes_along_it()
    {
        var loop = Contour.Loops(Grid.Of((0, 1), (0, 1), (x, _) => x, 11), 0.45).Single();
        Assert.Equal(0.45, loop.Min(p => p.X), 1e-12);
        Assert.All(loop.Where(p => !p.AlongRim), p => Assert.Equal(0.45, p.X, 1e-12));
        Assert.Contains(loop, p => p is { X: 1, Y: 1, AlongRim: true });
    }

    [Fact]
    public void Everything_or_nothing_may_lie_above_the_level()
    {
        var grid = Grid.Of((0, 1), (0, 1), (_, _) => 1, 3);
        Assert.Empty(Contour.Loops(grid, 2));
        Assert.All(Contour.Loops(grid, 0).Single(), point => Assert.True(point.AlongRim));
    }

    [Theory]
    [InlineData(0.4, 1)]
    [InlineData(0.6, 2)]
    public void At_a_saddle_the_mean_says_whether_the_high_corners_belong_together(double level, int areas) =>
        Assert.Equal(areas, Contour.Loops(new Grid([0, 1], [0, 1], new double[,] { { 1, 0 }, { 0, 1 } }), level).Count);

    [Fact]
    public void Levels_part_a_grid_into_equal_areas() =>
        Assert.Equal([25.0, 50, 75], new Grid([0, 1], Grid.Between(0, 1, 50), Filled(50, 2, (i, j) => (i * 2) + j)).Levels(4));

    [Fact]
    public void A_grid_ascends_and_has_a_value_for_each_point()
    {
        Assert.Throws<ArgumentException>(() => new Grid([0, 0], [0, 1], new double[2, 2]));
        Assert.Throws<ArgumentException>(() => new Grid([0, double.NaN], [0, 1], new double[2, 2]));
        Assert.Throws<ArgumentException>(() => new Grid([0], [0, 1], new double[2, 1]));
        var error = Assert.Throws<ArgumentException>(() => new Grid([0, 1, 2], [0, 1], new double[3, 2]));
        Assert.Contains("3 xs and 2 ys needs values of shape (2, 3), not (3, 2)", error.Message, StringComparison.Ordinal);
    }

    private static bool Inside(IEnumerable<IReadOnlyList<Contour.Point>> loops, double x, double y) =>
        loops.Sum(loop => loop.Zip(loop.Skip(1).Append(loop[0])).Count(s =>
            s.First.Y > y != s.Second.Y > y && x < s.First.X + ((s.Second.X - s.First.X) * (y - s.First.Y) / (s.Second.Y - s.First.Y)))) % 2 == 1;

    private static double[,] Filled(int rows, int columns, Func<int, int, double> value)
    {
        var values = new double[rows, columns];
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++)
                values[i, j] = value(i, j);
        return values;
    }
}
