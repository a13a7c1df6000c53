using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Networks;
using CourseLabs.Matrices;
using CourseLabs.Torch;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// A deep stack of equal layers without biases, A = f(A W), in float64 (COURSE E8, 신경망에서 딥러닝, Vanishing Gradient). Its gradients are
// taken as slide D3 takes the sigmoid's, backward from ones. The deck shows a picture only; the stack is this course's.
public sealed record StackedLayers(Tensor X, Tensor[] W)
{
    public const double HeGain = 1.4142135623730951; // sqrt(2): ReLU lets half of the variance through

    // W is gain * randn / sqrt(n_in). The draws come in this order, on the CPU: 16 rows of input, then W layer by layer.
    public static StackedLayers Draw(int depth, int width, double gain, Device? device = null)
    {
        var x = empty(16, width, dtype: float64).normal_(0, 1).to(device ?? CPU);
        return new(x, [.. Enumerable.Range(0, depth).Select(_ =>
            empty(width, width, dtype: float64).normal_(0, gain / Math.Sqrt(width)).to(device ?? CPU).requires_grad_())]);
    }

    public StackGradients ByAutograd(Func<Tensor, Tensor> f)
    {
        var z = new Tensor[W.Length];
        var a = X;
        for (var k = 0; k < W.Length; k++)
        {
            z[k] = mm(a, W[k]);
            a = f(z[k]);
        }

        var gradients = autograd.grad([a], [.. z, .. W], [ones_like(a)]);
        double[] norms = [.. gradients.Select(g => g.NormInFloat64())];
        return new(norms[..z.Length], norms[z.Length..]);
    }

    // With every second weight a rounding larger, the others one smaller: what that moves, float64 cannot tell.
    public StackedLayers Rounded()
    {
        using var noGrad = no_grad();
        var upOrDown = 1 - (2 * arange(W[0].numel(), float64).remainder(2).reshape(W[0].shape).to(W[0].device));
        return this with { W = [.. W.Select(w => w * (1 + (upOrDown / (1L << 52))))] };
    }

    // With the same numbers, by the slides' three rules (COURSE C5).
    public StackGradients ByHand(Activation f)
    {
        var network = new Network([.. W.Select(w => new Dense(w.ToMatrix(), null, f))]);
        var output = network.Forward(X.ToMatrix());
        network.Backward(Matrix.Filled(output.Rows, output.Columns, 1));
        return new([.. network.Layers.Select(layer => layer.Delta.Norm)], [.. network.Layers.Select(layer => layer.Weight.Gradient.Norm)]);
    }
}

// From the first layer to the last: the norms of dE/dZ, the slides' delta, which the chain rule hands back from layer to layer, and of
// dE/dW, which a layer learns from.
public sealed record StackGradients(double[] BySums, double[] ByWeights)
{
    // By what the norm of dE/dZ is multiplied from a layer to the one before it: the geometric mean.
    public double FactorALayer => Math.Pow(10, -DecadesLost / (BySums.Length - 1));

    // How many powers of ten dE/dZ is smaller at the first layer than at the last.
    public double DecadesLost => Math.Log10(BySums[^1]) - Math.Log10(BySums[0]);

    // The largest |a - b| / max(a, b) of two stacks' norms; two zeros are equal.
    public double RelativeDistance(StackGradients other) =>
        Largest.Of(BySums.Concat(ByWeights).Zip(other.BySums.Concat(other.ByWeights), (a, b) =>
            a == b ? 0 : Math.Abs(a - b) / Math.Max(a, b)));
}
