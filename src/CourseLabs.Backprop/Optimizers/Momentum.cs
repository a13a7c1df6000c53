using CourseLabs.Backprop.Networks;
using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Optimizers;

/// <summary>
/// Momentum: V := momentum V + (1 - dampening) g (the first V is g), W := W - lr V (COURSE E9; torch.optim.SGD with momentum). The slide's
/// V(t) = gamma V(t-1) - lr g, W := W + V(t) takes the same steps as long as lr stays the same.
/// </summary>
public sealed class Momentum : Optimizer
{
    private readonly Matrix[] velocity;
    private readonly double momentum;
    private readonly double dampening;

    /// <summary>Momentum that has not stepped yet.</summary>
    /// <param name="parameters">What it changes.</param>
    /// <param name="learningRate">The learning rate; torch.optim has no default.</param>
    /// <param name="momentum">The part of the velocity that is kept.</param>
    /// <param name="dampening">The part of the gradient that is left out.</param>
    /// <param name="weightDecay">The weight decay.</param>
    public Momentum(
        IEnumerable<Parameter> parameters, double learningRate, double momentum = 0.9, double dampening = 0, double weightDecay = 0)
        : base(parameters, learningRate, weightDecay)
    {
        this.momentum = NotNegative(momentum, nameof(momentum));
        this.dampening = NotNegative(dampening, nameof(dampening));
        velocity = NewState();
    }

    /// <inheritdoc/>
    protected override void Update(int parameter, Span<double> w, ReadOnlySpan<double> g)
    {
        var v = velocity[parameter].Values;
        for (var i = 0; i < w.Length; i++)
        {
            v[i] = Steps == 1 ? g[i] : momentum * v[i] + (1 - dampening) * g[i];
            w[i] -= LearningRate * v[i];
        }
    }
}
