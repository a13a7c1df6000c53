using System.Numerics;

namespace CourseLabs.Matrices;

/// <summary>Where a matrix's entries lie: (i, j) at i * RowStep + j * ColumnStep. A transpose exchanges the steps.</summary>
internal readonly unsafe struct Strided(double* start, nint rowStep, nint columnStep)
{
    public Strided T => new(start, columnStep, rowStep);

    /// <summary>The part that begins at (i, j).</summary>
    public Strided From(nint i, nint j) => new(At(i, j), rowStep, columnStep);

    /// <summary>
    /// Copies factor times the first <paramref name="rows"/> rows and <paramref name="depth"/> columns as panels of
    /// <paramref name="tile"/> rows; in a panel, entry k of all its rows stands together. What is missing in the last panel is 0.
    /// </summary>
    public void Pack(int rows, int depth, int tile, double factor, double* packed)
    {
        for (var i = 0; i < rows; i += tile, packed += tile * depth)
        {
            var present = Math.Min(tile, rows - i);
            if (present < tile)
                new Span<double>(packed, tile * depth).Clear();
            if (rowStep == 1)
            {
                for (var k = 0; k < depth; k++)
                    CopyTogether(At(i, k), present, factor, packed + k * tile);
            }
            else
            {
                for (var r = 0; r < present; r++)
                    CopyApart(At(i + r, 0), columnStep, depth, factor, packed + r, tile);
            }
        }
    }

    private double* At(nint i, nint j) => start + i * rowStep + j * columnStep;

    private static void CopyTogether(double* from, int count, double factor, double* to)
    {
        var r = 0;
        for (; r + Vector<double>.Count <= count; r += Vector<double>.Count)
            Vector.Store(factor * Vector.Load(from + r), to + r);
        for (; r < count; r++)
            to[r] = factor * from[r];
    }

    private static void CopyApart(double* from, nint fromStep, int count, double factor, double* to, nint toStep)
    {
        for (; count >= 4; count -= 4, from += 4 * fromStep, to += 4 * toStep)
        {
            to[0] = factor * from[0];
            to[toStep] = factor * from[fromStep];
            to[2 * toStep] = factor * from[2 * fromStep];
            to[3 * toStep] = factor * from[3 * fromStep];
        }
        for (; count > 0; count--, from += fromStep, to += toStep)
            *to = factor * *from;
    }
}
