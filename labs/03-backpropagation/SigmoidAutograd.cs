using CourseLabs.Matrices;
using CourseLabs.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>
/// A fully connected sigmoid network with E = 1/2 sum (target - a)^2 in TorchSharp: what the gradients by hand are compared with.
/// </summary>
public static class SigmoidAutograd
{
    /// <summary>E and its gradients.</summary>
    /// <param name="x">(batch x inputs).</param>
    /// <param name="target">(batch x outputs).</param>
    /// <param name="weights">W2, b2, W3, b3, ..., each W (inputs x outputs) and each b one row.</param>
    /// <returns>E, and its gradient by each of the weights.</returns>
    public static (double Error, Matrix[] Gradients) Of(Matrix x, Matrix target, params IReadOnlyList<Matrix> weights)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor input = x.ToTensor(), t = target.ToTensor();
        return MatrixTensors.Autograd(
            p =>
            {
                Tensor a = input;
                for (int i = 0; i < p.Length; i += 2)
                    a = sigmoid(a.matmul(p[i]) + p[i + 1]);
                return 0.5 * (t - a).pow(2).sum();
            },
            weights);
    }
}
