using System.Numerics.Tensors;
using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Losses;

/// <summary>The slides' E = 1/2 sum (t - a)^2, added up over outputs and batch; dE/da = a - t (COURSE C2, D2, E7).</summary>
public sealed class HalfSquaredError : Loss
{
    /// <inheritdoc/>
    public override string Name => "half-squared-error";

    /// <inheritdoc/>
    protected override double ValueCore(Matrix output, Matrix target)
    {
        Span<double> a = output.Values, t = target.Values;
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += (t[i] - a[i]) * (t[i] - a[i]);
        return sum / 2;
    }

    /// <inheritdoc/>
    protected override void GradientCore(Matrix output, Matrix target, Matrix gradient) =>
        TensorPrimitives.Subtract<double>(output.Values, target.Values, gradient.Values);
}
