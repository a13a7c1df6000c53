namespace CourseLabs.Backprop.Activations;

/// <summary>
/// f(z) = 0 for z below 0, 1 above; f'(z) = 0, by definition also at the jump, where the table has '?' (COURSE A2, E3). Nothing can be
/// learned through it. At 0 it is 0 as in COURSE A2; the table of E3 has 1 there.
/// </summary>
/// <param name="atZero">f(0).</param>
public sealed class BinaryStep(double atZero = 0) : EntrywiseActivation
{
    /// <inheritdoc/>
    public override string Name => "step";

    /// <inheritdoc/>
    protected override bool HasKink => true;

    /// <inheritdoc/>
    public override double Value(double z) => z > 0 ? 1 : z < 0 ? 0 : z == 0 ? atZero : z;

    /// <inheritdoc/>
    public override double Derivative(double z, double a) => 0;
}
