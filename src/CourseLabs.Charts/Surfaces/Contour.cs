namespace CourseLabs.Charts.Surfaces;

/// <summary>
/// The outline of the area where a grid is at least a level, as closed loops (marching squares). The grid is thought to be lower
/// than any level just outside, so that loops close along its border.
/// </summary>
internal static class Contour
{
    /// <summary>A point of an outline. Along the rim, which is the border of the grid, runs the way to the next point, or not.</summary>
    internal readonly record struct Point(double X, double Y, bool AlongRim);

    // One of a cell's four sides, which the neighbouring cell has too: from corner (Row, Column) rightwards or upwards.
    private readonly record struct Side(int Row, int Column, bool Up);

    public static IReadOnlyList<IReadOnlyList<Point>> Loops(Grid grid, double level)
    {
        var next = new Dictionary<Side, (Side To, bool AlongRim)>();
        for (var row = -1; row < grid.Ys.Count; row++)
            for (var column = -1; column < grid.Xs.Count; column++)
                foreach (var (from, to) in Segments(grid, level, row, column))
                    next[from] = (to, row < 0 || column < 0 || row == grid.Ys.Count - 1 || column == grid.Xs.Count - 1);

        var loops = new List<IReadOnlyList<Point>>();
        while (next.Count > 0)
        {
            var loop = new List<Point>();
            for (var side = next.Keys.First(); next.Remove(side, out var following); side = following.To)
                loop.Add(Crossing(grid, level, side, following.AlongRim));
            loops.Add(loop);
        }

        return loops;
    }

    // The corners anticlockwise from the lower left one, and the side after each. Walking anticlockwise around a cell, the outline
    // comes in where the values fall below the level and goes out where they rise above it; so the area stays on one hand, and
    // each side has one segment that ends there and one that begins.
    private static IEnumerable<(Side From, Side To)> Segments(Grid grid, double level, int row, int column)
    {
        double[] corners =
        [
            Value(grid, row, column), Value(grid, row, column + 1), Value(grid, row + 1, column + 1), Value(grid, row + 1, column),
        ];
        Side[] sides = [new(row, column, false), new(row, column + 1, true), new(row + 1, column, false), new(row, column, true)];
        var (falls, rises) = (new List<int>(), new List<int>());
        for (var i = 0; i < 4; i++)
            if (corners[i] >= level != corners[(i + 1) % 4] >= level)
                (corners[i] >= level ? falls : rises).Add(i);

        if (falls.Count < 2)
            return falls.Select((fall, i) => (sides[fall], sides[rises[i]]));
        // A saddle: the mean says whether the two high corners belong together.
        var together = corners.Average() >= level;
        return falls.Select(fall => (sides[fall], sides[(fall + (together ? 1 : 3)) % 4]));
    }

    private static Point Crossing(Grid grid, double level, Side side, bool alongRim)
    {
        var (row, column) = (side.Row + (side.Up ? 1 : 0), side.Column + (side.Up ? 0 : 1));
        var (a, b) = (Value(grid, side.Row, side.Column), Value(grid, row, column));
        var part = double.IsFinite(b - a) ? (level - a) / (b - a) : 0.5;
        return new Point(
            At(grid.Xs, side.Column) + ((At(grid.Xs, column) - At(grid.Xs, side.Column)) * part),
            At(grid.Ys, side.Row) + ((At(grid.Ys, row) - At(grid.Ys, side.Row)) * part),
            alongRim);
    }

    // The corners outside lie on the border itself.
    private static double At(IReadOnlyList<double> coordinates, int i) => coordinates[Math.Clamp(i, 0, coordinates.Count - 1)];

    private static double Value(Grid grid, int row, int column) =>
        Inside(grid, row, column) && grid[row, column] is var value && !double.IsNaN(value) ? value : double.NegativeInfinity;

    private static bool Inside(Grid grid, int row, int column) =>
        row >= 0 && row < grid.Ys.Count && column >= 0 && column < grid.Xs.Count;
}
