namespace CourseLabs.Backprop.Activations;

/// <summary>
/// f(z) = max(0, z), f'(z) = 1 for z > 0, else 0 (COURSE A2, B2, B4, E3). At 0 the table of E3 has 1; PyTorch has 0, and so has this.
/// </summary>
public sealed class Relu : EntrywiseActivation
{
    /// <inheritdoc/>
    public override string Name => "relu";

    /// <inheritdoc/>
    protected override bool HasKink => true;

    /// <inheritdoc/>
    public override double Value(double z) => Math.Max(0, z);

    /// <inheritdoc/>
    public override double Derivative(double z, double a) => z > 0 ? 1 : 0;
}
