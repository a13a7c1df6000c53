using CourseLabs.Backprop.Networks;
using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Optimizers;

/// <summary>
/// Changes parameters by their gradients (COURSE E9). Formulas and defaults are torch.optim's; where the slide's formula differs, its form
/// is an option or a class of its own. In the formulas g is the gradient, plus weightDecay * W, and everything works entry by entry.
/// </summary>
public abstract class Optimizer
{
    private readonly Matrix[] decayed;

    /// <summary>An optimizer that has not stepped yet.</summary>
    /// <param name="parameters">What it changes.</param>
    /// <param name="learningRate">The learning rate.</param>
    /// <param name="weightDecay">What each parameter's value is multiplied by before it is added to its gradient.</param>
    /// <exception cref="ArgumentException">There is no parameter, one is null, or one is given twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting is negative or not finite.</exception>
    protected Optimizer(IEnumerable<Parameter> parameters, double learningRate, double weightDecay)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Parameters = [.. parameters];
        if (Parameters.Count == 0)
            throw new ArgumentException("An optimizer needs at least one parameter.", nameof(parameters));
        if (Parameters.Contains(null!))
            throw new ArgumentException("A parameter is null: a layer without a bias has none.", nameof(parameters));
        if (Parameters.DistinctBy(p => p.Value, ReferenceEqualityComparer.Instance).Count() < Parameters.Count)
            throw new ArgumentException("A parameter is given twice: each step would update it twice.", nameof(parameters));
        LearningRate = NotNegative(learningRate, nameof(learningRate));
        WeightDecay = NotNegative(weightDecay, nameof(weightDecay));
        decayed = WeightDecay == 0 ? [] : NewState();
    }

    /// <summary>What the optimizer changes.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The learning rate, lr: it may be changed between steps.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or not finite.</exception>
    public double LearningRate
    {
        get;
        set => field = NotNegative(value, nameof(LearningRate));
    }

    /// <summary>The weight decay.</summary>
    public double WeightDecay { get; }

    /// <summary>How many steps were taken, t in the formulas.</summary>
    public int Steps { get; private set; }

    /// <summary>Moves the parameters to where the gradient is to be taken; only <see cref="LookAheadNesterov"/> does anything.</summary>
    public virtual void BeforeGradient()
    {
    }

    /// <summary>One update of every parameter from its gradient.</summary>
    public void Step()
    {
        ThrowUnlessReady();
        Steps++;
        for (var i = 0; i < Parameters.Count; i++)
        {
            var (value, gradient) = (Parameters[i].Value, Parameters[i].Gradient);
            if (WeightDecay != 0)
            {
                decayed[i].CopyFrom(gradient);
                decayed[i].AddInPlace(WeightDecay, value);
                gradient = decayed[i];
            }
            Update(i, value.Values, gradient.Values);
        }
    }

    /// <summary>Throws where a step cannot be taken, before anything has changed.</summary>
    protected virtual void ThrowUnlessReady()
    {
    }

    /// <summary>Updates one parameter.</summary>
    /// <param name="parameter">Its number, which finds its state.</param>
    /// <param name="w">Its values.</param>
    /// <param name="g">Its gradient, with the weight decay in it.</param>
    protected abstract void Update(int parameter, Span<double> w, ReadOnlySpan<double> g);

    /// <summary>Numbers that an optimizer remembers for every entry of every parameter.</summary>
    /// <param name="initial">Their first value.</param>
    /// <returns>A matrix for each parameter.</returns>
    protected Matrix[] NewState(double initial = 0) => [.. Parameters.Select(p => Matrix.Filled(p.Value.Rows, p.Value.Columns, initial))];

    /// <summary>Checks a setting.</summary>
    /// <param name="value">The setting.</param>
    /// <param name="name">Its name.</param>
    /// <returns>The setting.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or not finite.</exception>
    protected static double NotNegative(double value, string name) =>
        value is >= 0 and <= double.MaxValue
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} must be a finite number, 0 or more.");

    /// <summary>Checks a setting that says which part of the past is kept.</summary>
    /// <param name="value">The setting.</param>
    /// <param name="name">Its name.</param>
    /// <returns>The setting.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is not from 0 to below 1.</exception>
    protected static double Fraction(double value, string name) =>
        value is >= 0 and < 1 ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be from 0 to below 1.");
}
