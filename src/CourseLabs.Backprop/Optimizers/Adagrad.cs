using CourseLabs.Backprop.Networks;
using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Optimizers;

/// <summary>
/// G := G + g^2, W := W - lr / (1 + (t-1) lrDecay) * g / (sqrt(G) + epsilon) (COURSE E9; torch.optim.Adagrad). The slide has
/// sqrt(G + epsilon), and by mistake adds the step.
/// </summary>
public sealed class Adagrad : Optimizer
{
    private readonly Matrix[] sums;
    private readonly double learningRateDecay;
    private readonly double epsilon;
    private readonly EpsilonPlace place;

    /// <summary>Adagrad that has not stepped yet.</summary>
    /// <param name="parameters">What it changes.</param>
    /// <param name="learningRate">The learning rate.</param>
    /// <param name="learningRateDecay">How fast the learning rate falls.</param>
    /// <param name="weightDecay">The weight decay.</param>
    /// <param name="initialSum">The first value of G.</param>
    /// <param name="epsilon">What keeps the step finite.</param>
    /// <param name="place">Where epsilon stands.</param>
    public Adagrad(
        IEnumerable<Parameter> parameters, double learningRate = 0.01, double learningRateDecay = 0, double weightDecay = 0,
        double initialSum = 0, double epsilon = 1e-10, EpsilonPlace place = EpsilonPlace.BesideRoot)
        : base(parameters, learningRate, weightDecay)
    {
        this.learningRateDecay = NotNegative(learningRateDecay, nameof(learningRateDecay));
        this.epsilon = NotNegative(epsilon, nameof(epsilon));
        this.place = place;
        sums = NewState(NotNegative(initialSum, nameof(initialSum)));
    }

    /// <inheritdoc/>
    protected override void Update(int parameter, Span<double> w, ReadOnlySpan<double> g)
    {
        var sum = sums[parameter].Values;
        var rate = LearningRate / (1 + (Steps - 1) * learningRateDecay);
        for (var i = 0; i < w.Length; i++)
        {
            sum[i] += g[i] * g[i];
            w[i] -= rate * g[i] / place.Root(sum[i], epsilon);
        }
    }
}
