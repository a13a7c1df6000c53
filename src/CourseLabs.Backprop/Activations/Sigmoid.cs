namespace CourseLabs.Backprop.Activations;

/// <summary>The sigmoid f(z) = 1 / (1 + e^-z), f' = f (1 - f) (COURSE A2, A9, B4, C2, E3). f'(0) = 0.25 is its largest.</summary>
public sealed class Sigmoid : EntrywiseActivation
{
    /// <inheritdoc/>
    public override string Name => "sigmoid";

    /// <inheritdoc/>
    public override double Value(double z) => 1 / (1 + Math.Exp(-z));

    /// <inheritdoc/>
    public override double Derivative(double z, double a) => a * (1 - a);
}
