using CourseLabs.Matrices;
using static TorchSharp.torch;

namespace CourseLabs.Torch;

/// <summary>The hand-written matrices as tensors and back, every number the same float64.</summary>
public static class MatrixTensors
{
    /// <summary>A float64 tensor of the matrix's shape, on the CPU.</summary>
    /// <param name="matrix">(rows x columns). It is copied.</param>
    /// <param name="requiresGrad">Whether autograd is to find the gradient by it.</param>
    /// <returns>(rows x columns).</returns>
    public static Tensor ToTensor(this Matrix matrix, bool requiresGrad = false)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return tensor(matrix.Values.ToArray(), [matrix.Rows, matrix.Columns], ScalarType.Float64, requires_grad: requiresGrad);
    }

    /// <summary>A matrix of a tensor's numbers.</summary>
    /// <param name="tensor">(rows x columns), or a vector, which becomes (1 x length), or a scalar, (1 x 1). It is copied.</param>
    /// <returns>(rows x columns).</returns>
    /// <exception cref="ShapeException">The tensor has more than two dimensions.</exception>
    /// <exception cref="ArgumentException">Its numbers are complex.</exception>
    public static Matrix ToMatrix(this Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (tensor.dim() > 2)
            throw new ShapeException($"A tensor of ({string.Join(" x ", tensor.shape)}) is no matrix: reshape it to two dimensions.");
        if (tensor.is_complex())
            throw new ArgumentException("A matrix has real numbers: take real or imag of the tensor.", nameof(tensor));
        using var scope = NewDisposeScope();
        var values = tensor.detach().cpu().to(ScalarType.Float64).contiguous();
        var shape = values.shape;
        (var rows, var columns) = (shape.Length < 2 ? 1 : (int)shape[0], shape.Length == 0 ? 1 : (int)shape[^1]);
        // no entries: the accessor throws
        return Matrix.FromValues(rows, columns, values.numel() == 0 ? [] : values.data<double>().ToArray());
    }

    /// <summary>
    /// Autograd's gradients of a function: what every derivative by hand is compared with. Of the tensors made on the way none is left.
    /// </summary>
    /// <param name="function">Takes one tensor for each matrix to a scalar.</param>
    /// <param name="at">Where the gradients are taken.</param>
    /// <returns>The function's value, and its gradient by each matrix; zeros where it does not depend on it.</returns>
    public static (double Value, Matrix[] Gradients) Autograd(Func<Tensor[], Tensor> function, params IReadOnlyList<Matrix> at)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(at);
        using var scope = NewDisposeScope();
        Tensor[] leaves = [.. at.Select(matrix => matrix.ToTensor(requiresGrad: true))];
        var value = function(leaves);
        value.backward();
        return (value.item<double>(), [.. leaves.Select((leaf, i) => leaf.grad?.ToMatrix() ?? new(at[i].Rows, at[i].Columns))]);
    }
}
