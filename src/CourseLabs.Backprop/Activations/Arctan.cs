namespace CourseLabs.Backprop.Activations;

/// <summary>f(z) = arctan z, f'(z) = 1 / (z^2 + 1) (COURSE E3).</summary>
public sealed class Arctan : EntrywiseActivation
{
    /// <inheritdoc/>
    public override string Name => "arctan";

    /// <inheritdoc/>
    public override double Value(double z) => Math.Atan(z);

    /// <inheritdoc/>
    public override double Derivative(double z, double a) => 1 / (z * z + 1);
}
