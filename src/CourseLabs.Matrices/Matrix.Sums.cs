using System.Numerics.Tensors;

namespace CourseLabs.Matrices;

/// <content>Sums, the largest entry of a row, and the norm.</content>
public sealed partial class Matrix
{
    /// <summary>
    /// The Euclidean (Frobenius) norm: the root of the sum of the squares of all entries, also where a square overflows or vanishes.
    /// </summary>
    public double Norm
    {
        get
        {
            // From 1e-140 on, a square that vanishes is too small to count.
            var norm = TensorPrimitives.Norm<double>(Values);
            return norm is (>= 1e-140 and <= double.MaxValue) or double.NaN ? norm : ScaledNorm();
        }
    }

    /// <summary>The sum of all entries; 0 for an empty matrix.</summary>
    /// <returns>The sum.</returns>
    public double Sum() => TensorPrimitives.Sum<double>(Values);

    /// <summary>Adds the rows up: NumPy's <c>sum(axis=0)</c>, and what turns delta into db for a batch.</summary>
    /// <returns>A (1 x columns) matrix.</returns>
    public Matrix SumOfRows()
    {
        var result = new Matrix(1, Columns);
        AddRowsInto(result);
        return result;
    }

    /// <summary>Adds the columns up: NumPy's <c>sum(axis=1)</c>.</summary>
    /// <returns>A (rows x 1) matrix.</returns>
    public Matrix SumOfColumns()
    {
        var result = new Matrix(Rows, 1);
        for (var i = 0; i < Rows; i++)
            result.Values[i] = TensorPrimitives.Sum<double>(Row(i));
        return result;
    }

    /// <summary>Where the largest entry of a row stands: NumPy's <c>argmax</c>, the slide's predicted digit (COURSE C4).</summary>
    /// <param name="row">The row, from 0.</param>
    /// <returns>The column of its largest entry, the first of several.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public int IndexOfMax(int row) => TensorPrimitives.IndexOfMax<double>(Row(row));

    // Divided by the largest entry's power of two, which is exact, no square overflows.
    private double ScaledNorm()
    {
        var largest = Values.IsEmpty ? 0 : Math.Abs(TensorPrimitives.MaxMagnitude<double>(Values));
        if (largest == 0 || !double.IsFinite(largest))
            return largest;
        var (exponent, squares) = (Math.ILogB(largest), 0.0);
        foreach (var value in Values)
            squares += Math.ScaleB(value, -exponent) * Math.ScaleB(value, -exponent);
        return Math.ScaleB(Math.Sqrt(squares), exponent);
    }

    /// <summary>Adds factor times the sum of this matrix's rows to a row.</summary>
    internal void AddRowsInto(Matrix row, double factor = 1)
    {
        for (var i = 0; i < Rows; i++)
            MatrixProduct.Add(factor, Row(i), row.Values);
    }
}
