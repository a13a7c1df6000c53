using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using CourseLabs.Display;

namespace CourseLabs.Matrices;

/// <summary>
/// A (rows x columns) matrix of float64, stored row after row. Its operators work entry by entry, as the slides' NumPy does, so that
/// <c>loss3 = (A3 - T) * A3 * (1 - A3)</c> is code; the matrix product is <see cref="Dot"/>. A batch holds one example a row.
/// </summary>
/// <remarks>Every operator returns a new matrix; <c>...InPlace</c>, <c>Set...</c> and <c>AddTransposeDot</c> allocate nothing.</remarks>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed partial class Matrix : IHtml
{
    // From this size on an array lives among the large objects anyway: pinned there it can begin at a cache line for good, so that no
    // vector of a row reaches into two lines.
    private const int Large = 85_000 / sizeof(double);
    private const int CacheLine = 64 / sizeof(double);

    private readonly double[] store;
    private readonly int start;
    private readonly int count;

    /// <summary>A matrix of zeros.</summary>
    /// <param name="rows">The number of rows, 0 or more.</param>
    /// <param name="columns">The number of columns, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative, or both together are more than an array can hold.</exception>
    public Matrix(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        if ((long)rows * columns > Array.MaxLength - CacheLine)
            throw new ArgumentOutOfRangeException(nameof(rows), $"A ({rows} x {columns}) matrix has more numbers than an array can hold.");
        (Rows, Columns) = (rows, columns);
        count = rows * columns;
        if (count < Large)
        {
            store = new double[count];
            return;
        }
        store = GC.AllocateArray<double>(count + CacheLine - 1, pinned: true);
        while (Marshal.UnsafeAddrOfPinnedArrayElement(store, start) % (CacheLine * sizeof(double)) != 0)
            start++;
    }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The number of columns.</summary>
    public int Columns { get; }

    /// <summary>The shape as messages show it: <c>(rows x columns)</c>.</summary>
    public string Shape => $"({Rows} x {Columns})";

    /// <summary>All entries, row after row; writing here writes into the matrix.</summary>
    public Span<double> Values => store.AsSpan(start, count);

    /// <summary>The entry in the given row and column, both from 0.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    public double this[int row, int column]
    {
        get => store[Index(row, column)];
        set => store[Index(row, column)] = value;
    }

    /// <summary>The entries of one row; writing here writes into the matrix.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <returns>As many numbers as there are columns.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public Span<double> Row(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Rows);
        return store.AsSpan(start + row * Columns, Columns);
    }

    /// <summary>A matrix from its rows: <c>Matrix.FromRows([0.1, 0.3, 0.5], [0.2, 0.4, 0.6])</c> is (2 x 3).</summary>
    /// <param name="rows">The rows, all of one length. They are copied.</param>
    /// <returns>A (number of rows x length of a row) matrix.</returns>
    /// <exception cref="ShapeException">The rows differ in length.</exception>
    public static Matrix FromRows(params ReadOnlySpan<double[]> rows)
    {
        var result = new Matrix(rows.Length, rows.Length == 0 ? 0 : rows[0].Length);
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Length != result.Columns)
                throw new ShapeException($"Row {i} has {rows[i].Length} numbers, but row 0 has {result.Columns}.");
            rows[i].CopyTo(result.Row(i));
        }
        return result;
    }

    /// <summary>A row vector: <c>Matrix.FromRow(1.0, 0.5)</c> is (1 x 2).</summary>
    /// <param name="values">The entries. They are copied.</param>
    /// <returns>A (1 x number of entries) matrix.</returns>
    public static Matrix FromRow(params ReadOnlySpan<double> values) => FromValues(1, values.Length, values);

    /// <summary>A matrix from numbers that stand row after row.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="values">The entries, rows * columns of them. They are copied.</param>
    /// <returns>A (rows x columns) matrix.</returns>
    /// <exception cref="ShapeException">There are not rows * columns numbers.</exception>
    public static Matrix FromValues(int rows, int columns, params ReadOnlySpan<double> values)
    {
        if (values.Length != (long)rows * columns)
            throw new ShapeException($"A ({rows} x {columns}) matrix takes {(long)rows * columns} numbers, not {values.Length}.");
        var result = new Matrix(rows, columns);
        values.CopyTo(result.Values);
        return result;
    }

    /// <summary>A matrix whose entries are all the same.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="value">The value of each entry.</param>
    /// <returns>A (rows x columns) matrix.</returns>
    public static Matrix Filled(int rows, int columns, double value)
    {
        var result = new Matrix(rows, columns);
        result.Values.Fill(value);
        return result;
    }

    /// <summary>A copy that shares nothing with this matrix.</summary>
    /// <returns>A matrix of the same shape and entries.</returns>
    public Matrix Copy() => FromValues(Rows, Columns, Values);

    /// <summary>Copies another matrix's entries into this one.</summary>
    /// <param name="source">A matrix of this shape.</param>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    public void CopyFrom(Matrix source)
    {
        ArgumentNullException.ThrowIfNull(source);
        ShapeException.ThrowUnlessSame(this, source, "Copy");
        source.Values.CopyTo(Values);
    }

    /// <summary>The shape, and the entries of a matrix that is small enough to read.</summary>
    /// <returns>Text such as <c>(1 x 2) [[1, 0.5]]</c>.</returns>
    public override string ToString()
    {
        if (count > 100)
            return Shape;
        var text = new StringBuilder(Shape).Append(" [");
        for (var i = 0; i < Rows; i++)
        {
            var row = Row(i).ToArray().Select(v => v.ToString(CultureInfo.InvariantCulture));
            text.Append(i == 0 ? "[" : ", [").AppendJoin(", ", row).Append(']');
        }
        return text.Append(']').ToString();
    }

    /// <summary>The shape and the entries as a table with six digits each; of a large matrix the first rows and columns.</summary>
    /// <returns>HTML, for notebooks.</returns>
    public string ToHtml() => HtmlTable.OfNumbers(Shape, Rows, Columns, (row, column) => this[row, column]);

    private int Index(int row, int column)
    {
        if ((uint)row >= (uint)Rows || (uint)column >= (uint)Columns)
            throw new ArgumentOutOfRangeException(nameof(row), $"There is no entry [{row}, {column}] in a {Shape} matrix.");
        return start + row * Columns + column;
    }
}
