using System.Buffers;
using System.Numerics;

namespace CourseLabs.Matrices;

/// <summary>
/// The product of large matrices after Goto and van de Geijn ("Anatomy of High-Performance Matrix Multiplication", 2008): blocks of B and A
/// are copied ("packed") so that the innermost loop reads them one after the other from the caches, and that loop holds a tile of the
/// target in registers. Packing reads through strides, so transposed operands cost nothing extra.
/// </summary>
internal static unsafe class PackedProduct
{
    // A tile has 6 rows and two vectors of columns: 12 accumulators, 2 vectors of B and 1 entry of A fit the 16 registers of AVX2.
    private const int TileRows = 6;
    private static readonly int TileColumns = 2 * Vector<double>.Count;

    // A's block (96 x 256 doubles, 192 KiB) stays in the second-level cache, a panel of B (256 x 8, 16 KiB) in the first.
    private const int BlockInner = 256;
    private const int BlockRows = 16 * TileRows;
    private const int BlockColumns = 1024;

    /// <summary>target += factor * AB.</summary>
    /// <param name="rows">Rows of A and the target.</param>
    /// <param name="columns">Columns of B and the target, which lies row after row.</param>
    /// <param name="inner">Columns of A, rows of B.</param>
    /// <param name="factor">What the product is multiplied by.</param>
    /// <param name="a">(rows x inner).</param>
    /// <param name="b">(inner x columns).</param>
    /// <param name="target">(rows x columns).</param>
    public static void Add(int rows, int columns, int inner, double factor, Strided a, Strided b, double* target)
    {
        var depth = Math.Min(inner, BlockInner);
        var bufferA = ArrayPool<double>.Shared.Rent(RoundUp(Math.Min(rows, BlockRows), TileRows) * depth + 8);
        var bufferB = ArrayPool<double>.Shared.Rent(RoundUp(Math.Min(columns, BlockColumns), TileColumns) * depth + 8);
        fixed (double* startA = bufferA, startB = bufferB)
        {
            var packedA = ToCacheLine(startA);
            var packedB = ToCacheLine(startB);
            for (var j = 0; j < columns; j += BlockColumns)
            {
                var width = Math.Min(BlockColumns, columns - j);
                for (var k = 0; k < inner; k += BlockInner)
                {
                    depth = Math.Min(BlockInner, inner - k);
                    b.From(k, j).T.Pack(width, depth, TileColumns, 1, packedB);
                    for (var i = 0; i < rows; i += BlockRows)
                    {
                        var height = Math.Min(BlockRows, rows - i);
                        a.From(i, k).Pack(height, depth, TileRows, factor, packedA);
                        AddBlock(height, width, depth, packedA, packedB, target + (nint)i * columns + j, columns);
                    }
                }
            }
        }
        ArrayPool<double>.Shared.Return(bufferA);
        ArrayPool<double>.Shared.Return(bufferB);
    }

    private static void AddBlock(int height, int width, int depth, double* packedA, double* packedB, double* target, nint columns)
    {
        var edge = stackalloc double[TileRows * TileColumns];
        for (var j = 0; j < width; j += TileColumns)
        {
            for (var i = 0; i < height; i += TileRows)
            {
                var panelA = packedA + i * depth;
                var panelB = packedB + j * depth;
                var tile = target + i * columns + j;
                if (i + TileRows <= height && j + TileColumns <= width)
                {
                    AddTile(depth, panelA, panelB, tile, columns);
                    continue;
                }
                new Span<double>(edge, TileRows * TileColumns).Clear();
                AddTile(depth, panelA, panelB, edge, TileColumns);
                for (var r = 0; r < Math.Min(TileRows, height - i); r++)
                {
                    for (var c = 0; c < Math.Min(TileColumns, width - j); c++)
                        tile[r * columns + c] += edge[r * TileColumns + c];
                }
            }
        }
    }

    private static void AddTile(int depth, double* a, double* b, double* target, nint columns)
    {
        Vector<double> s00 = default, s01 = default, s10 = default, s11 = default, s20 = default, s21 = default;
        Vector<double> s30 = default, s31 = default, s40 = default, s41 = default, s50 = default, s51 = default;
        for (var k = 0; k < depth; k++, a += TileRows, b += 2 * Vector<double>.Count)
        {
            var (b0, b1) = (Vector.Load(b), Vector.Load(b + Vector<double>.Count));
            var x = Vector.Create(a[0]);
            s00 = Vector.MultiplyAddEstimate(x, b0, s00);
            s01 = Vector.MultiplyAddEstimate(x, b1, s01);
            x = Vector.Create(a[1]);
            s10 = Vector.MultiplyAddEstimate(x, b0, s10);
            s11 = Vector.MultiplyAddEstimate(x, b1, s11);
            x = Vector.Create(a[2]);
            s20 = Vector.MultiplyAddEstimate(x, b0, s20);
            s21 = Vector.MultiplyAddEstimate(x, b1, s21);
            x = Vector.Create(a[3]);
            s30 = Vector.MultiplyAddEstimate(x, b0, s30);
            s31 = Vector.MultiplyAddEstimate(x, b1, s31);
            x = Vector.Create(a[4]);
            s40 = Vector.MultiplyAddEstimate(x, b0, s40);
            s41 = Vector.MultiplyAddEstimate(x, b1, s41);
            x = Vector.Create(a[5]);
            s50 = Vector.MultiplyAddEstimate(x, b0, s50);
            s51 = Vector.MultiplyAddEstimate(x, b1, s51);
        }
        AddRow(target, s00, s01);
        AddRow(target + columns, s10, s11);
        AddRow(target + 2 * columns, s20, s21);
        AddRow(target + 3 * columns, s30, s31);
        AddRow(target + 4 * columns, s40, s41);
        AddRow(target + 5 * columns, s50, s51);
    }

    private static void AddRow(double* target, Vector<double> left, Vector<double> right)
    {
        Vector.Store(Vector.Load(target) + left, target);
        Vector.Store(Vector.Load(target + Vector<double>.Count) + right, target + Vector<double>.Count);
    }

    private static int RoundUp(int size, int unit) => (size + unit - 1) / unit * unit;

    private static double* ToCacheLine(double* p) => (double*)(((nuint)p + 63) & ~(nuint)63);
}
