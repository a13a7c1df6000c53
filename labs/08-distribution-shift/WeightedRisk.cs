using TorchSharp;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>The weighted empirical risk of Dive into Deep Learning 4.9: the mean over the examples of beta_i l(f(x_i), y_i).</summary>
/// <param name="each">l, one loss an example (reduction none).</param>
/// <param name="beta">The weight of each example, in the shape of those losses; it stays the caller's.</param>
internal sealed class WeightedRisk(Loss<Tensor, Tensor, Tensor> each, Tensor beta) : Loss<Tensor, Tensor, Tensor>
{
    /// <inheritdoc/>
    public override Tensor forward(Tensor output, Tensor y) => (beta * each.call(output, y)).mean();
}
