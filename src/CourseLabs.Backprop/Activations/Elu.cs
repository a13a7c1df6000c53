namespace CourseLabs.Backprop.Activations;

/// <summary>
/// f(z) = z for z > 0, else alpha (e^z - 1); f'(z) = 1 for z > 0, else f(z) + alpha (COURSE B4, E3), computed as alpha e^z, which is the
/// same and keeps its digits where f nears -alpha. At 0 the table has f' = 1; PyTorch has alpha, and so has this.
/// </summary>
/// <param name="alpha">Minus the value that f nears far below 0; PyTorch's default is 1.</param>
public sealed class Elu(double alpha = 1) : EntrywiseActivation
{
    /// <inheritdoc/>
    public override string Name => "elu";

    /// <summary>Minus the value that f nears far below 0.</summary>
    public double Alpha => alpha;

    /// <inheritdoc/>
    protected override bool HasKink => true;

    /// <inheritdoc/>
    public override double Value(double z) => z > 0 ? z : alpha * Precise.ExpM1(z);

    /// <inheritdoc/>
    public override double Derivative(double z, double a) => z > 0 ? 1 : alpha * Math.Exp(z);
}
