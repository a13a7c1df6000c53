using CourseLabs.Backprop.Networks;
using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Optimizers;

/// <summary>
/// Nesterov's accelerated gradient as the slide has it (COURSE E9): V(t) = gamma V(t-1) - lr g, where g is taken at W + gamma V(t-1), and
/// W := W + V(t). Call <see cref="BeforeGradient"/>, find the gradient, call <see cref="Optimizer.Step"/>. W + gamma V goes exactly where
/// the W of <see cref="Nesterov"/> goes.
/// </summary>
public sealed class LookAheadNesterov : Optimizer
{
    private readonly Matrix[] velocity;
    private readonly double gamma;
    private bool ahead;

    /// <summary>NAG that has not stepped yet.</summary>
    /// <param name="parameters">What it changes.</param>
    /// <param name="learningRate">The learning rate.</param>
    /// <param name="gamma">The part of the velocity that is kept.</param>
    public LookAheadNesterov(IEnumerable<Parameter> parameters, double learningRate, double gamma = 0.9)
        : base(parameters, learningRate, 0)
    {
        this.gamma = NotNegative(gamma, nameof(gamma));
        velocity = NewState();
    }

    /// <summary>Moves every parameter from W to W + gamma V, where the gradient is to be taken.</summary>
    public override void BeforeGradient()
    {
        if (ahead)
            return;
        for (var i = 0; i < Parameters.Count; i++)
            Parameters[i].Value.AddInPlace(gamma, velocity[i]);
        ahead = true;
    }

    /// <inheritdoc/>
    protected override void ThrowUnlessReady()
    {
        if (!ahead)
        {
            throw new InvalidOperationException(
                "The slide's NAG takes its gradient at the look-ahead: call BeforeGradient, find the gradient, then call Step.");
        }
    }

    /// <inheritdoc/>
    protected override void Update(int parameter, Span<double> w, ReadOnlySpan<double> g)
    {
        var v = velocity[parameter].Values;
        for (var i = 0; i < w.Length; i++)
        {
            // w is W + gamma V(t-1), and W + V(t) = W + gamma V(t-1) - lr g.
            w[i] -= LearningRate * g[i];
            v[i] = gamma * v[i] - LearningRate * g[i];
        }
        ahead = parameter + 1 < Parameters.Count;
    }
}
