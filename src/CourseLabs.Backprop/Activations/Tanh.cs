namespace CourseLabs.Backprop.Activations;

/// <summary>f(z) = tanh z = 2 / (1 + e^-2z) - 1, f' = 1 - f^2 (COURSE B4, E3).</summary>
public sealed class Tanh : EntrywiseActivation
{
    /// <inheritdoc/>
    public override string Name => "tanh";

    /// <inheritdoc/>
    public override double Value(double z) => Math.Tanh(z);

    /// <inheritdoc/>
    public override double Derivative(double z, double a) => 1 - a * a;
}
