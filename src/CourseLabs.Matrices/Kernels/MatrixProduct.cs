using System.Numerics;
using System.Runtime.CompilerServices;

namespace CourseLabs.Matrices;

/// <summary>
/// Adds to the target one of the three products that backpropagation needs. A product with few rows (a batch of one: forward, and
/// the rank-one update of the weights) is limited by reading the large matrix once, so it is done row by row as that matrix lies in
/// memory; the others go to <see cref="PackedProduct"/>.
/// </summary>
internal static unsafe class MatrixProduct
{
    // Packing copies both matrices once; it pays when each copied entry is used several times.
    private const int RowsWorthPacking = 4;
    private const long WorkWorthPacking = 16 * 16 * 16;

    /// <summary>target += AB.</summary>
    public static void AddDot(Matrix a, Matrix b, Matrix target) =>
        Add(1, a, 1, a.Columns, b, target, a.Columns);

    /// <summary>target += factor * A'B: the same with the steps along A's rows and columns exchanged.</summary>
    public static void AddTransposeDot(double factor, Matrix a, Matrix b, Matrix target) =>
        Add(factor, a, a.Columns, 1, b, target, a.Rows);

    /// <summary>target += AB': every entry is the inner product of a row of A and a row of B.</summary>
    public static void AddDotTranspose(Matrix a, Matrix b, Matrix target)
    {
        var inner = a.Columns;
        fixed (double* pa = a.Values, pb = b.Values, pt = target.Values)
        {
            if (WorthPacking(target, inner))
            {
                PackedProduct.Add(target.Rows, target.Columns, inner, 1, new(pa, inner, 1), new(pb, 1, inner), pt);
                return;
            }
            for (var i = 0; i < target.Rows; i++)
            {
                for (var j = 0; j < target.Columns; j++)
                    pt[(nint)i * target.Columns + j] += Inner(pa + (nint)i * inner, pb + (nint)j * inner, inner);
            }
        }
    }

    /// <summary>
    /// target += factor * y. (TensorPrimitives bypasses the caches from 256 KiB on: slower when the target is soon read again.)
    /// </summary>
    public static void Add(double factor, ReadOnlySpan<double> y, Span<double> target)
    {
        fixed (double* py = y, pt = target)
            AddOne(factor, py, target.Length, pt);
    }

    private static bool WorthPacking(Matrix target, int inner) =>
        target.Rows >= RowsWorthPacking && inner >= RowsWorthPacking && (long)target.Rows * target.Columns * inner >= WorkWorthPacking;

    private static void Add(double factor, Matrix a, int stepAlongInner, int stepAlongRows, Matrix b, Matrix target, int inner)
    {
        var columns = target.Columns;
        fixed (double* pa = a.Values, pb = b.Values, pt = target.Values)
        {
            if (WorthPacking(target, inner))
            {
                PackedProduct.Add(target.Rows, columns, inner, factor, new(pa, stepAlongRows, stepAlongInner), new(pb, columns, 1), pt);
                return;
            }
            if (inner == 1)
            {
                AddRankOne(factor, pa, stepAlongRows, pb, pt, target.Rows, columns);
                return;
            }
            for (var i = 0; i < target.Rows; i++)
                AddRow(factor, pa + (nint)i * stepAlongRows, stepAlongInner, pb, pt + (nint)i * columns, inner, columns);
        }
    }

    // A row of the target is a sum of B's rows, each times an entry of A; four of them for each time that the target's row is read and
    // written.
    private static void AddRow(double factor, double* x, nint step, double* b, double* target, int rows, int columns)
    {
        if (WideStrip.Fits(columns))
        {
            WideStrip.AddRow(factor, x, step, b, target, rows, columns);
            return;
        }
        var k = 0;
        for (; k + 4 <= rows; k += 4, x += 4 * step, b += 4 * (nint)columns)
            AddFour(factor * x[0], factor * x[step], factor * x[2 * step], factor * x[3 * step], b, columns, target);
        for (; k < rows; k++, x += step, b += columns)
            AddOne(factor * *x, b, columns, target);
    }

    // A method of its own: within Add it took a third longer for the W2 of 784-100-10.
    private static void AddRankOne(double factor, double* x, nint step, double* b, double* target, int rows, int columns)
    {
        if (WideStrip.Fits(columns))
        {
            WideStrip.AddRankOne(factor, x, step, b, target, rows, columns);
            return;
        }
        for (var i = 0; i < rows; i++, x += step, target += columns)
            AddOne(factor * *x, b, columns, target);
    }

    // Not unrolled: the memory is the limit.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void AddOne(double x, double* b, nint columns, double* target)
    {
        var factor = Vector.Create(x);
        nint j = 0;
        for (; j + Vector<double>.Count <= columns; j += Vector<double>.Count)
            Vector.Store(Vector.MultiplyAddEstimate(factor, Vector.Load(b + j), Vector.Load(target + j)), target + j);
        for (; j < columns; j++)
            target[j] += x * b[j];
    }

    private static void AddFour(double x0, double x1, double x2, double x3, double* b0, nint columns, double* target)
    {
        double* b1 = b0 + columns, b2 = b1 + columns, b3 = b2 + columns;
        nint j = 0;
        for (; j + Vector<double>.Count <= columns; j += Vector<double>.Count)
        {
            var sum = Vector.MultiplyAddEstimate(Vector.Create(x0), Vector.Load(b0 + j), Vector.Load(target + j));
            sum = Vector.MultiplyAddEstimate(Vector.Create(x1), Vector.Load(b1 + j), sum);
            sum = Vector.MultiplyAddEstimate(Vector.Create(x2), Vector.Load(b2 + j), sum);
            sum = Vector.MultiplyAddEstimate(Vector.Create(x3), Vector.Load(b3 + j), sum);
            Vector.Store(sum, target + j);
        }
        for (; j < columns; j++)
            target[j] = target[j] + x0 * b0[j] + x1 * b1[j] + x2 * b2[j] + x3 * b3[j];
    }

    private static double Inner(double* x, double* y, int length)
    {
        var (even, odd) = (Vector<double>.Zero, Vector<double>.Zero);
        var k = 0;
        for (; k + 2 * Vector<double>.Count <= length; k += 2 * Vector<double>.Count)
        {
            even = Vector.MultiplyAddEstimate(Vector.Load(x + k), Vector.Load(y + k), even);
            odd = Vector.MultiplyAddEstimate(Vector.Load(x + k + Vector<double>.Count), Vector.Load(y + k + Vector<double>.Count), odd);
        }
        var sum = Vector.Sum(even + odd);
        for (; k < length; k++)
            sum += x[k] * y[k];
        return sum;
    }
}
