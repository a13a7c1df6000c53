using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Losses;

/// <summary>E = mean (a - t)^2 over all N entries of the batch; dE/da = 2 (a - t) / N (PyTorch's MSELoss; COURSE D9).</summary>
public sealed class MeanSquaredError : Loss
{
    /// <inheritdoc/>
    public override string Name => "mse";

    /// <inheritdoc/>
    protected override double ValueCore(Matrix output, Matrix target)
    {
        Span<double> a = output.Values, t = target.Values;
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += (a[i] - t[i]) * (a[i] - t[i]);
        return sum / a.Length;
    }

    /// <inheritdoc/>
    protected override void GradientCore(Matrix output, Matrix target, Matrix gradient)
    {
        Span<double> a = output.Values, t = target.Values, result = gradient.Values;
        for (var i = 0; i < a.Length; i++)
            result[i] = 2 * (a[i] - t[i]) / a.Length;
    }
}
