using CourseLabs.Backprop.Networks;
using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Optimizers;

/// <summary>
/// G := rho G + (1 - rho) g^2, d = g sqrt(D + epsilon) / sqrt(G + epsilon), D := rho D + (1 - rho) d^2, W := W - lr d (named only in
/// COURSE E9; torch.optim.Adadelta).
/// </summary>
public sealed class Adadelta : Optimizer
{
    private readonly Matrix[] squares;
    private readonly Matrix[] steps;
    private readonly double rho;
    private readonly double epsilon;

    /// <summary>Adadelta that has not stepped yet.</summary>
    /// <param name="parameters">What it changes.</param>
    /// <param name="learningRate">The learning rate.</param>
    /// <param name="rho">The part of the averages that is kept.</param>
    /// <param name="epsilon">What lets the first step be taken.</param>
    /// <param name="weightDecay">The weight decay.</param>
    public Adadelta(
        IEnumerable<Parameter> parameters, double learningRate = 1, double rho = 0.9, double epsilon = 1e-6, double weightDecay = 0)
        : base(parameters, learningRate, weightDecay)
    {
        this.rho = Fraction(rho, nameof(rho));
        this.epsilon = NotNegative(epsilon, nameof(epsilon));
        squares = NewState();
        steps = NewState();
    }

    /// <inheritdoc/>
    protected override void Update(int parameter, Span<double> w, ReadOnlySpan<double> g)
    {
        Span<double> gg = squares[parameter].Values, dd = steps[parameter].Values;
        for (var i = 0; i < w.Length; i++)
        {
            gg[i] = rho * gg[i] + (1 - rho) * g[i] * g[i];
            var d = g[i] * Math.Sqrt(dd[i] + epsilon) / Math.Sqrt(gg[i] + epsilon);
            dd[i] = rho * dd[i] + (1 - rho) * d * d;
            w[i] -= LearningRate * d;
        }
    }
}
