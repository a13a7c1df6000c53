using CourseLabs.Backprop.Networks;
using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Optimizers;

/// <summary>
/// V := beta1 V + (1 - beta1) g, G := beta2 G + (1 - beta2) g^2, without their bias towards 0: V^ = V / (1 - beta1^t),
/// G^ = G / (1 - beta2^t), and W := W - lr V^ / (sqrt(G^) + epsilon) (COURSE E9; torch.optim.Adam). The slide has sqrt(G^ + epsilon), and
/// by mistake G(t-1) for V(t-1), V in place of the betas in the corrections, and V and G exchanged in the update.
/// </summary>
public sealed class Adam : Optimizer
{
    private readonly Matrix[] means;
    private readonly Matrix[] squares;
    private readonly Matrix[] largest;
    private readonly double beta1;
    private readonly double beta2;
    private readonly double epsilon;
    private readonly bool amsgrad;
    private readonly EpsilonPlace place;

    /// <summary>Adam that has not stepped yet.</summary>
    /// <param name="parameters">What it changes.</param>
    /// <param name="learningRate">The learning rate.</param>
    /// <param name="beta1">The part of the averaged g that is kept, the slide's gamma 1.</param>
    /// <param name="beta2">The part of the averaged g^2 that is kept, the slide's gamma 2.</param>
    /// <param name="epsilon">What keeps the step finite.</param>
    /// <param name="weightDecay">The weight decay.</param>
    /// <param name="amsgrad">Whether the largest G so far stands in the root.</param>
    /// <param name="place">Where epsilon stands.</param>
    public Adam(
        IEnumerable<Parameter> parameters, double learningRate = 0.001, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8,
        double weightDecay = 0, bool amsgrad = false, EpsilonPlace place = EpsilonPlace.BesideRoot)
        : base(parameters, learningRate, weightDecay)
    {
        this.beta1 = Fraction(beta1, nameof(beta1));
        this.beta2 = Fraction(beta2, nameof(beta2));
        this.epsilon = NotNegative(epsilon, nameof(epsilon));
        (this.amsgrad, this.place) = (amsgrad, place);
        (means, squares, largest) = (NewState(), NewState(), NewState());
    }

    /// <inheritdoc/>
    protected override void Update(int parameter, Span<double> w, ReadOnlySpan<double> g)
    {
        Span<double> v = means[parameter].Values, gg = squares[parameter].Values, most = largest[parameter].Values;
        var (correction1, correction2) = (1 - Math.Pow(beta1, Steps), 1 - Math.Pow(beta2, Steps));
        for (var i = 0; i < w.Length; i++)
        {
            v[i] = beta1 * v[i] + (1 - beta1) * g[i];
            gg[i] = beta2 * gg[i] + (1 - beta2) * g[i] * g[i];
            most[i] = amsgrad ? Math.Max(most[i], gg[i]) : gg[i];
            w[i] -= LearningRate * (v[i] / correction1) / place.Root(most[i] / correction2, epsilon);
        }
    }
}
