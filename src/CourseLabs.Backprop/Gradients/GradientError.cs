using System.Numerics.Tensors;
using CourseLabs.Matrices;

namespace CourseLabs.Backprop.Gradients;

/// <summary>How far two gradients are from each other.</summary>
public static class GradientError
{
    /// <summary>||a - b|| / max(||a||, ||b||): 0 when both are 0, and NaN when a number is not finite.</summary>
    /// <param name="a">A gradient.</param>
    /// <param name="b">Another of the same shape.</param>
    /// <returns>The error.</returns>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    public static double Relative(Matrix a, Matrix b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        ShapeException.ThrowUnlessSame(a, b, "Error between gradients");
        // Both divided by one power of two, which is exact, so that neither a - b nor a norm overflows.
        var largest = Math.Max(Largest(a), Largest(b));
        var unit = double.IsFinite(largest) ? Math.ScaleB(1, -Math.Clamp(Math.ILogB(largest), -1000, 1000)) : 1;
        var (u, v) = (a * unit, b * unit);
        var difference = (u - v).Norm;
        return difference == 0 ? 0 : difference / Math.Max(u.Norm, v.Norm);
    }

    private static double Largest(Matrix m) => m.Values.IsEmpty ? 0 : Math.Abs(TensorPrimitives.MaxMagnitude<double>(m.Values));
}
