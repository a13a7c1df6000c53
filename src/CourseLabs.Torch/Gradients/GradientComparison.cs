using CourseLabs.Backprop.Gradients;
using CourseLabs.Matrices;

namespace CourseLabs.Torch.Gradients;

/// <summary>One gradient found three ways. A way that could not be gone is null.</summary>
/// <param name="Name">What the loss was derived by: <c>W2</c>, <c>b2</c>, <c>X</c> (the input), <c>A3</c> (the output).</param>
/// <param name="Layer">The number of the layer that it belongs to, as on the slides: the input is 1.</param>
/// <param name="ByHand">The hand-written gradient.</param>
/// <param name="Autograd">torch's.</param>
/// <param name="Numeric">Central differences, of some entries.</param>
/// <param name="Loss">The loss where they were taken.</param>
/// <param name="Movement">
/// How far the gradient moves when all that it is computed from moves by a rounding; 0 where that was not asked.
/// </param>
public sealed record GradientComparison(
    string Name, int Layer, Matrix ByHand, Matrix? Autograd, NumericalGradient? Numeric, double Loss, double Movement = 0)
{
    /// <summary>What the relative error to autograd may be, in float64.</summary>
    public const double Tolerance = 1e-12;

    /// <summary>The largest |by hand - autograd|, NaN if there is one, null without autograd.</summary>
    public double? MaxError => Autograd is null ? null : (ByHand - Autograd).Values.ToArray().Select(Math.Abs).Aggregate(0.0, Math.Max);

    /// <summary>||a - b|| / max(||a||, ||b||) between by hand and autograd, null without autograd.</summary>
    public double? RelativeError => Autograd is null ? null : GradientError.Relative(ByHand, Autograd);

    /// <summary>
    /// Whether float64 cannot tell the gradient to <see cref="Tolerance"/>: by hand and autograd differ by more, but by no more than
    /// rounding the weights would, within a factor of ten for the roundings in between. So it is where large terms cancel.
    /// </summary>
    public bool Cancels => RelativeError > Tolerance && double.IsFinite(Movement) && (ByHand - Autograd!).Norm <= 10 * Movement;

    /// <summary>Whether all ways agree. A NaN agrees with nothing, itself included.</summary>
    public bool Holds => (RelativeError is null or <= Tolerance || Cancels) && (Numeric is null || Numeric.Agrees(ByHand, Loss));

    /// <summary>The entry to look at: the first NaN, else where by hand and autograd are furthest apart, else the largest.</summary>
    public (int Row, int Column) Entry => FindEntry(ByHand, Autograd);

    internal static (int Row, int Column) FindEntry(Matrix byHand, Matrix? autograd)
    {
        var index = Enumerable.Range(0, byHand.Values.Length).MaxBy(i => (Finite(byHand.Values[i] - Other(i)), Finite(byHand.Values[i])));
        return (index / byHand.Columns, index % byHand.Columns);

        double Other(int i) => autograd is null ? 0 : autograd.Values[i];
        static double Finite(double v) => double.IsNaN(v) ? double.PositiveInfinity : Math.Abs(v);
    }
}
