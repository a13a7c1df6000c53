using System.Numerics.Tensors;

namespace CourseLabs.Matrices;

/// <content>
/// Entry by entry, with NumPy's broadcasting: a matrix of one row (a bias), one column or one entry is repeated to the other's shape.
/// </content>
public sealed partial class Matrix
{
    private delegate void Primitive(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> destination);

    /// <summary>Entry by entry, x + y.</summary>
    /// <param name="x">A (rows x columns) matrix.</param>
    /// <param name="y">A matrix of the same shape, or one that is broadcast to it.</param>
    /// <returns>A (rows x columns) matrix.</returns>
    /// <exception cref="ShapeException">The shapes do not go together.</exception>
    public static Matrix operator +(Matrix x, Matrix y) => Combine(x, y, "+", TensorPrimitives.Add);

    /// <summary>Entry by entry, x - y.</summary>
    /// <inheritdoc cref="op_Addition(Matrix, Matrix)"/>
    public static Matrix operator -(Matrix x, Matrix y) => Combine(x, y, "-", TensorPrimitives.Subtract);

    /// <summary>Entry by entry, x * y (the matrix product is <see cref="Dot"/>).</summary>
    /// <inheritdoc cref="op_Addition(Matrix, Matrix)"/>
    public static Matrix operator *(Matrix x, Matrix y) => Combine(x, y, "*", TensorPrimitives.Multiply);

    /// <summary>Entry by entry, x / y.</summary>
    /// <inheritdoc cref="op_Addition(Matrix, Matrix)"/>
    public static Matrix operator /(Matrix x, Matrix y) => Combine(x, y, "/", TensorPrimitives.Divide);

    /// <summary>x + y for every entry of x.</summary>
    /// <param name="x">A (rows x columns) matrix.</param>
    /// <param name="y">A number.</param>
    /// <returns>A (rows x columns) matrix.</returns>
    public static Matrix operator +(Matrix x, double y)
    {
        var result = Like(x);
        TensorPrimitives.Add(x.Values, y, result.Values);
        return result;
    }

    /// <summary>x + y for every entry of y.</summary>
    /// <param name="x">A number.</param>
    /// <param name="y">A (rows x columns) matrix.</param>
    /// <returns>A (rows x columns) matrix.</returns>
    public static Matrix operator +(double x, Matrix y) => y + x;

    /// <summary>x - y for every entry of x.</summary>
    /// <inheritdoc cref="op_Addition(Matrix, double)"/>
    public static Matrix operator -(Matrix x, double y)
    {
        var result = Like(x);
        TensorPrimitives.Subtract(x.Values, y, result.Values);
        return result;
    }

    /// <summary>x - y for every entry of y, as in the slide's <c>1 - A3</c>.</summary>
    /// <inheritdoc cref="op_Addition(double, Matrix)"/>
    public static Matrix operator -(double x, Matrix y)
    {
        var result = Like(y);
        TensorPrimitives.Subtract(x, y.Values, result.Values);
        return result;
    }

    /// <summary>x * y for every entry of x.</summary>
    /// <inheritdoc cref="op_Addition(Matrix, double)"/>
    public static Matrix operator *(Matrix x, double y)
    {
        var result = Like(x);
        TensorPrimitives.Multiply(x.Values, y, result.Values);
        return result;
    }

    /// <summary>x * y for every entry of y.</summary>
    /// <inheritdoc cref="op_Addition(double, Matrix)"/>
    public static Matrix operator *(double x, Matrix y) => y * x;

    /// <summary>x / y for every entry of x.</summary>
    /// <inheritdoc cref="op_Addition(Matrix, double)"/>
    public static Matrix operator /(Matrix x, double y)
    {
        var result = Like(x);
        TensorPrimitives.Divide(x.Values, y, result.Values);
        return result;
    }

    /// <summary>x / y for every entry of y.</summary>
    /// <inheritdoc cref="op_Addition(double, Matrix)"/>
    public static Matrix operator /(double x, Matrix y)
    {
        var result = Like(y);
        TensorPrimitives.Divide(x, y.Values, result.Values);
        return result;
    }

    /// <summary>Every entry with the other sign.</summary>
    /// <param name="x">A (rows x columns) matrix.</param>
    /// <returns>A (rows x columns) matrix.</returns>
    public static Matrix operator -(Matrix x)
    {
        var result = Like(x);
        TensorPrimitives.Negate(x.Values, result.Values);
        return result;
    }

    /// <summary>A function of every entry.</summary>
    /// <param name="function">What to do with an entry.</param>
    /// <returns>A matrix of this shape.</returns>
    public Matrix Map(Func<double, double> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        var result = Like(this);
        Span<double> from = Values, to = result.Values;
        for (var i = 0; i < from.Length; i++)
            to[i] = function(from[i]);
        return result;
    }

    private static Matrix Like(Matrix x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return new(x.Rows, x.Columns);
    }

    private static Matrix Combine(Matrix x, Matrix y, string symbol, Primitive primitive)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var (rows, columns) = (Joint(x.Rows, y.Rows), Joint(x.Columns, y.Columns));
        if (rows < 0 || columns < 0)
            throw new ShapeException($"{x.Shape} {symbol} {y.Shape}: the shapes must be the same, or a size of 1 where they differ.");
        var result = new Matrix(rows, columns);
        primitive(x.BroadcastTo(rows, columns).Values, y.BroadcastTo(rows, columns).Values, result.Values);
        return result;
    }

    private static int Joint(int x, int y) => x == y || y == 1 ? x : x == 1 ? y : -1;

    private Matrix BroadcastTo(int rows, int columns)
    {
        if (rows == Rows && columns == Columns)
            return this;
        var result = new Matrix(rows, columns);
        for (var i = 0; i < rows; i++)
        {
            var row = Row(Rows == 1 ? 0 : i);
            if (Columns == columns)
                row.CopyTo(result.Row(i));
            else
                result.Row(i).Fill(row[0]);
        }
        return result;
    }
}
