using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Losses;

/// <summary>
/// E = mean |a - t| over all N entries of the batch; dE/da = sign(a - t) / N, 0 where a = t (PyTorch's L1Loss; COURSE A7).
/// </summary>
public sealed class MeanAbsoluteError : Loss
{
    /// <inheritdoc/>
    public override string Name => "l1";

    internal override void Sides(Matrix output, Matrix target, Span<int> sides)
    {
        Span<double> a = output.Values, t = target.Values;
        for (var i = 0; i < a.Length; i++)
            sides[i] = a[i] > t[i] ? 1 : a[i] < t[i] ? -1 : 0;
    }

    /// <inheritdoc/>
    protected override double ValueCore(Matrix output, Matrix target)
    {
        Span<double> a = output.Values, t = target.Values;
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += Math.Abs(a[i] - t[i]);
        return sum / a.Length;
    }

    /// <inheritdoc/>
    protected override void GradientCore(Matrix output, Matrix target, Matrix gradient)
    {
        Span<double> a = output.Values, t = target.Values, result = gradient.Values;
        for (var i = 0; i < a.Length; i++)
        {
            var difference = a[i] - t[i];
            result[i] = (difference > 0 ? 1 : difference < 0 ? -1 : difference) / a.Length;
        }
    }
}
