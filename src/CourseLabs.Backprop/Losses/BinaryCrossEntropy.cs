using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Losses;

/// <summary>
/// E = -mean (t ln a + (1 - t) ln(1 - a)) over all N entries of the batch; dE/da = (a - t) / (a (1 - a)) / N (the loss that COURSE C4
/// prints, there added up). As PyTorch's BCELoss it takes a logarithm for at least -100, and a (1 - a) for at least 1e-12, so that it is
/// finite at 0 and 1.
/// </summary>
public sealed class BinaryCrossEntropy : Loss
{
    // PyTorch's constant is a float32: 9.99999996e-13.
    private const double LeastSlope = 1e-12f;

    /// <inheritdoc/>
    public override string Name => "binary-cross-entropy";

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">An output is below 0 or above 1.</exception>
    protected override double ValueCore(Matrix output, Matrix target)
    {
        Span<double> a = output.Values, t = target.Values;
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            ThrowUnlessProbability(a[i]);
            sum -= t[i] * Math.Max(Math.Log(a[i]), -100) + (1 - t[i]) * Math.Max(Math.Log(1 - a[i]), -100);
        }
        return sum / a.Length;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">An output is below 0 or above 1.</exception>
    protected override void GradientCore(Matrix output, Matrix target, Matrix gradient)
    {
        Span<double> a = output.Values, t = target.Values, result = gradient.Values;
        for (var i = 0; i < a.Length; i++)
        {
            ThrowUnlessProbability(a[i]);
            result[i] = (a[i] - t[i]) / Math.Max(a[i] * (1 - a[i]), LeastSlope) / a.Length;
        }
    }

    private void ThrowUnlessProbability(double output)
    {
        if (output < 0 || output > 1)
            throw new ArgumentOutOfRangeException(nameof(output), $"The {Name} loss takes outputs from 0 to 1, not {output:R}.");
    }
}
