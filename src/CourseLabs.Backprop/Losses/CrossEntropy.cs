using System.Numerics.Tensors;
using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Losses;

/// <summary>
/// Multi-class cross-entropy with the softmax in it: the output layer is the identity, and the outputs z are "logits". With p = softmax(z)
/// row by row, E = -1/batch * sum t ln p, and dE/dz = (p sum(t) - t) / batch, which is (p - t) / batch for targets that are
/// probabilities, one-hot for instance (PyTorch's CrossEntropyLoss). ln p = z - c - ln sum e^(z - c) with c = max z: nothing overflows.
/// A class that cannot be, p = 0, and is not, t = 0, adds 0.
/// </summary>
public sealed class CrossEntropy : Loss
{
    /// <inheritdoc/>
    public override string Name => "cross-entropy";

    /// <inheritdoc/>
    protected override double ValueCore(Matrix output, Matrix target)
    {
        var sum = 0.0;
        for (var i = 0; i < output.Rows; i++)
        {
            Span<double> z = output.Row(i), t = target.Row(i);
            var c = TensorPrimitives.Max<double>(z);
            var total = 0.0;
            for (var k = 0; k < z.Length; k++)
                total += Math.Exp(z[k] - c);
            for (var k = 0; k < z.Length; k++)
            {
                var logarithm = z[k] - c - Math.Log(total);
                if (t[k] != 0 || !double.IsNegativeInfinity(logarithm)) // 0 ln 0 is 0
                    sum -= t[k] * logarithm;
            }
        }
        return sum / output.Rows;
    }

    /// <inheritdoc/>
    protected override void GradientCore(Matrix output, Matrix target, Matrix gradient)
    {
        for (var i = 0; i < output.Rows; i++)
        {
            Span<double> z = output.Row(i), t = target.Row(i), result = gradient.Row(i);
            var c = TensorPrimitives.Max<double>(z);
            var total = 0.0;
            for (var k = 0; k < z.Length; k++)
                total += result[k] = Math.Exp(z[k] - c);
            var mass = TensorPrimitives.Sum<double>(t);
            for (var k = 0; k < z.Length; k++)
                result[k] = (result[k] / total * mass - t[k]) / output.Rows;
        }
    }
}
