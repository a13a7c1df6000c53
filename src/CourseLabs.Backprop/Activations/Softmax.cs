using System.Numerics.Tensors;
using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Activations;

/// <summary>
/// Row by row a_k = e^(z_k - c) / sum_i e^(z_i - c) with c = max z, so that nothing overflows (COURSE A2); its Jacobian is
/// da_j/dz_k = a_j ([j = k] - a_k), so delta = a * (upstream - sum(upstream * a)).
/// </summary>
public sealed class Softmax : Activation
{
    /// <inheritdoc/>
    public override string Name => "softmax";

    /// <inheritdoc/>
    protected override void ForwardCore(Matrix z, Matrix a)
    {
        for (var i = 0; i < z.Rows; i++)
        {
            Span<double> zs = z.Row(i), probabilities = a.Row(i);
            var c = zs.IsEmpty ? 0 : TensorPrimitives.Max<double>(zs);
            TensorPrimitives.Subtract(zs, c, probabilities);
            TensorPrimitives.Exp<double>(probabilities, probabilities);
            TensorPrimitives.Divide(probabilities, TensorPrimitives.Sum<double>(probabilities), probabilities);
        }
    }

    /// <inheritdoc/>
    protected override void BackwardCore(Matrix z, Matrix a, Matrix upstream, Matrix delta)
    {
        for (var i = 0; i < z.Rows; i++)
        {
            Span<double> probabilities = a.Row(i), result = delta.Row(i);
            TensorPrimitives.Subtract(upstream.Row(i), TensorPrimitives.Dot<double>(upstream.Row(i), probabilities), result);
            TensorPrimitives.Multiply<double>(result, probabilities, result);
        }
    }
}
