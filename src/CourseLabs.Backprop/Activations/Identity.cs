namespace CourseLabs.Backprop.Activations;

/// <summary>f(z) = z, f'(z) = 1 (COURSE E3; the output of D1).</summary>
public sealed class Identity : EntrywiseActivation
{
    /// <inheritdoc/>
    public override string Name => "identity";

    /// <inheritdoc/>
    public override double Value(double z) => z;

    /// <inheritdoc/>
    public override double Derivative(double z, double a) => 1;
}
