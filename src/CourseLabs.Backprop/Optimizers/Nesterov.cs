using CourseLabs.Backprop.Networks;
using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Optimizers;

/// <summary>
/// Nesterov's accelerated gradient as torch.optim.SGD has it: V := momentum V + g, W := W - lr (g + momentum V). Its W is what the slide
/// calls W + gamma V, the look-ahead (COURSE E9!): <see cref="LookAheadNesterov"/> is the slide's form.
/// </summary>
public sealed class Nesterov : Optimizer
{
    private readonly Matrix[] velocity;
    private readonly double momentum;

    /// <summary>NAG that has not stepped yet.</summary>
    /// <param name="parameters">What it changes.</param>
    /// <param name="learningRate">The learning rate; torch.optim has no default.</param>
    /// <param name="momentum">The part of the velocity that is kept.</param>
    /// <param name="weightDecay">The weight decay.</param>
    public Nesterov(IEnumerable<Parameter> parameters, double learningRate, double momentum = 0.9, double weightDecay = 0)
        : base(parameters, learningRate, weightDecay)
    {
        this.momentum = NotNegative(momentum, nameof(momentum));
        velocity = NewState();
    }

    /// <inheritdoc/>
    protected override void Update(int parameter, Span<double> w, ReadOnlySpan<double> g)
    {
        var v = velocity[parameter].Values;
        for (var i = 0; i < w.Length; i++)
        {
            v[i] = momentum * v[i] + g[i];
            w[i] -= LearningRate * (g[i] + momentum * v[i]);
        }
    }
}
