using CourseLabs.Examples;
using CourseLabs.Matrices;
using CourseLabs.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// What the gradients by hand stand beside: autograd's, of the same sigmoid network with E = 1/2 sum (target - a)^2 in TorchSharp.
public static class SigmoidAutograd
{
    internal const string Source = "autograd: TorchSharp, float64";

    // A few roundings of a number of size 1.
    private const double Rounding = 1e-14;

    // weights: W2, b2, W3, b3, ..., each W (inputs x outputs) and each b one row. The gradients come in the same order and shapes.
    public static (double Error, Matrix[] Gradients) Of(Matrix x, Matrix target, params IReadOnlyList<Matrix> weights)
    {
        using var scope = NewDisposeScope();
        Tensor input = x.ToTensor(), t = target.ToTensor();
        return MatrixTensors.Autograd(
            p =>
            {
                var a = input;
                for (var i = 0; i < p.Length; i += 2)
                    a = sigmoid(a.matmul(p[i]) + p[i + 1]);
                TensorShapes.ThrowUnlessSame(a, t);
                return 0.5 * (t - a).pow(2).sum();
            },
            weights);
    }

    internal static Figure Beside(string name, double byHand, double autograd) =>
        Figure.Of(name, byHand, expected: autograd, tolerance: Rounding, source: Source);

    internal static Figure Beside(string name, Matrix byHand, Matrix autograd) =>
        Figure.Of(name, byHand.Values.ToArray(), expected: autograd.Values.ToArray(), tolerance: Rounding, source: Source);

    // The next numbers from N(0, 1) of torch's generator, which the example seeds: PyTorch draws the same.
    internal static Matrix Randn(int rows, int columns)
    {
        using var draw = randn(rows, columns, ScalarType.Float64);
        return draw.ToMatrix();
    }
}
