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
        var difference = (a - b).Norm;
        return difference == 0 ? 0 : difference / Math.Max(a.Norm, b.Norm);
    }
}
