using CourseLabs.Backprop.Networks;
using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Optimizers;

/// <summary>
/// Gradient descent: W := W - lr g (COURSE E9; torch.optim.SGD). "Stochastic" when the gradient is a random part's of the data.
/// </summary>
/// <param name="parameters">What it changes.</param>
/// <param name="learningRate">The learning rate; torch.optim has no default.</param>
/// <param name="weightDecay">The weight decay.</param>
public sealed class Sgd(IEnumerable<Parameter> parameters, double learningRate, double weightDecay = 0)
    : Optimizer(parameters, learningRate, weightDecay)
{
    /// <inheritdoc/>
    protected override void Update(int parameter, Span<double> w, ReadOnlySpan<double> g) =>
        MatrixProduct.Add(-LearningRate, g, w);
}
