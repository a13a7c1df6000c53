using CourseLabs.Backprop.Networks;
using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Optimizers;

/// <summary>
/// G := alpha G + (1 - alpha) g^2, W := W - lr g / (sqrt(G) + epsilon) (COURSE E9; torch.optim.RMSprop). With momentum,
/// V := momentum V + g / (sqrt(G) + epsilon), W := W - lr V; centered, G less the square of the averaged g stands in the root. The slide has
/// sqrt(G + epsilon), and by mistake adds the step.
/// </summary>
/// <remarks>
/// Centered, torch subtracts two rounded numbers, which is negative in the end where g does not change: with g = 1, its W is NaN from step
/// 3227 on. Here G is the variance itself, alpha (G + (1 - alpha) (g - m)^2) with the averaged g before the step, m: the same in exact
/// arithmetic, and never negative.
/// </remarks>
public sealed class RmsProp : Optimizer
{
    private readonly Matrix[] squares;
    private readonly Matrix[] means;
    private readonly Matrix[] velocity;
    private readonly double alpha;
    private readonly double epsilon;
    private readonly double momentum;
    private readonly bool centered;
    private readonly EpsilonPlace place;

    /// <summary>RMSprop that has not stepped yet.</summary>
    /// <param name="parameters">What it changes.</param>
    /// <param name="learningRate">The learning rate.</param>
    /// <param name="alpha">The part of the average that is kept, the slide's gamma.</param>
    /// <param name="epsilon">What keeps the step finite.</param>
    /// <param name="weightDecay">The weight decay.</param>
    /// <param name="momentum">The part of the velocity that is kept.</param>
    /// <param name="centered">Whether to divide by the standard deviation of g instead of its root mean square.</param>
    /// <param name="place">Where epsilon stands.</param>
    public RmsProp(
        IEnumerable<Parameter> parameters, double learningRate = 0.01, double alpha = 0.99, double epsilon = 1e-8, double weightDecay = 0,
        double momentum = 0, bool centered = false, EpsilonPlace place = EpsilonPlace.BesideRoot)
        : base(parameters, learningRate, weightDecay)
    {
        // From 1 on, G would fall below 0 and its root be no number.
        this.alpha = alpha == 1 ? 1 : Fraction(alpha, nameof(alpha));
        this.epsilon = NotNegative(epsilon, nameof(epsilon));
        this.momentum = NotNegative(momentum, nameof(momentum));
        (this.centered, this.place) = (centered, place);
        (squares, means, velocity) = (NewState(), NewState(), NewState());
    }

    /// <inheritdoc/>
    protected override void Update(int parameter, Span<double> w, ReadOnlySpan<double> g)
    {
        Span<double> gg = squares[parameter].Values, mean = means[parameter].Values, v = velocity[parameter].Values;
        for (var i = 0; i < w.Length; i++)
        {
            var offMean = g[i] - mean[i];
            gg[i] = centered
                ? alpha * (gg[i] + (1 - alpha) * offMean * offMean)
                : alpha * gg[i] + (1 - alpha) * g[i] * g[i];
            mean[i] = alpha * mean[i] + (1 - alpha) * g[i];
            v[i] = momentum * v[i] + g[i] / place.Root(gg[i], epsilon);
            w[i] -= LearningRate * v[i];
        }
    }
}
