namespace CourseLabs.Backprop.Activations;

/// <summary>
/// f(z) = z for z > 0, else slope * z; f'(z) = 1 for z > 0, else slope (COURSE B4, E3). B4 has max(0.1x, x), a slope of 0.1; PyTorch's
/// default is 0.01.
/// </summary>
/// <param name="slope">The slope below 0.</param>
public sealed class LeakyRelu(double slope = 0.01) : EntrywiseActivation
{
    /// <inheritdoc/>
    public override string Name => "leaky-relu";

    /// <summary>The slope below 0.</summary>
    public double Slope => slope;

    /// <inheritdoc/>
    protected override bool HasKink => true;

    /// <inheritdoc/>
    public override double Value(double z) => z > 0 ? z : slope * z;

    /// <inheritdoc/>
    public override double Derivative(double z, double a) => z > 0 ? 1 : slope;
}
