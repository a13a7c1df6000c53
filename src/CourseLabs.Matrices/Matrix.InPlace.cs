using System.Numerics.Tensors;

namespace CourseLabs.Matrices;

/// <content>The same operations without a new matrix: what a training step does thousands of times.</content>
public sealed partial class Matrix
{
    /// <summary>Adds y to this matrix; a y of one row is added to every row, as a bias is.</summary>
    /// <param name="y">A matrix of this shape, or a (1 x columns) row.</param>
    /// <exception cref="ShapeException">The shapes do not go together.</exception>
    public void AddInPlace(Matrix y)
    {
        ArgumentNullException.ThrowIfNull(y);
        if (y.Rows == 1 && y.Columns == Columns)
        {
            for (var i = 0; i < Rows; i++)
                TensorPrimitives.Add<double>(Row(i), y.Values, Row(i));
            return;
        }
        ShapeException.ThrowUnlessSame(this, y, "AddInPlace");
        TensorPrimitives.Add<double>(Values, y.Values, Values);
    }

    /// <summary>Adds factor * y to this matrix, as in <c>W.AddInPlace(-learningRate, dW)</c>.</summary>
    /// <param name="factor">What y is multiplied by.</param>
    /// <param name="y">A matrix of this shape.</param>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    public void AddInPlace(double factor, Matrix y)
    {
        ArgumentNullException.ThrowIfNull(y);
        ShapeException.ThrowUnlessSame(this, y, "AddInPlace");
        MatrixProduct.Add(factor, y.Values, Values);
    }

    /// <summary>Subtracts y from this matrix.</summary>
    /// <param name="y">A matrix of this shape.</param>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    public void SubtractInPlace(Matrix y)
    {
        ArgumentNullException.ThrowIfNull(y);
        ShapeException.ThrowUnlessSame(this, y, "SubtractInPlace");
        TensorPrimitives.Subtract<double>(Values, y.Values, Values);
    }

    /// <summary>Multiplies this matrix by y, entry by entry.</summary>
    /// <param name="y">A matrix of this shape.</param>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    public void MultiplyInPlace(Matrix y)
    {
        ArgumentNullException.ThrowIfNull(y);
        ShapeException.ThrowUnlessSame(this, y, "MultiplyInPlace");
        TensorPrimitives.Multiply<double>(Values, y.Values, Values);
    }

    /// <summary>Multiplies every entry by a number.</summary>
    /// <param name="factor">The number.</param>
    public void MultiplyInPlace(double factor) => TensorPrimitives.Multiply(Values, factor, Values);
}
