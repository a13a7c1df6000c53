namespace CourseLabs.Backprop.Activations;

/// <summary>
/// f(z) = ln(1 + e^z), f'(z) = 1 / (1 + e^-z) (COURSE E3), computed so that neither large nor very negative z loses anything. PyTorch
/// takes f(z) = z and f' = 1 above z = 20, which is off by up to 2.1e-9.
/// </summary>
public sealed class Softplus : EntrywiseActivation
{
    /// <inheritdoc/>
    public override string Name => "softplus";

    /// <inheritdoc/>
    public override double Value(double z) => Math.Max(z, 0) + Precise.LogP1(Math.Exp(-Math.Abs(z)));

    /// <inheritdoc/>
    public override double Derivative(double z, double a) => 1 / (1 + Math.Exp(-z));
}
