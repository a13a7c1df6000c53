using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Matrices;
using CourseLabs.Torch;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>What the examples of lab 03 have in common: where they stand, and how a derivative by hand stands beside autograd's.</summary>
public abstract class BackpropagationExample : OldExample
{
    /// <summary>How far a derivative by hand may be from autograd's: a few roundings of a number of size 1.</summary>
    protected const double Rounding = 1e-14;

    /// <inheritdoc/>
    public override string Lab => "03-backpropagation";

    /// <summary>Where the expected gradients come from.</summary>
    protected const string Source = "autograd: TorchSharp, float64";

    /// <summary>A number by hand, beside autograd's.</summary>
    protected static Figure ByHand(string name, double autograd, double byHand) => new(name, autograd, byHand, Rounding, Source);

    /// <summary>A matrix by hand, row by row, beside autograd's.</summary>
    protected static Figure ByHand(string name, Matrix autograd, Matrix byHand) =>
        new(name, autograd.Values.ToArray(), byHand.Values.ToArray(), Rounding, Source);

    /// <summary>The next numbers from N(0, 1) of torch's generator, which the example seeds: PyTorch draws the same.</summary>
    protected static Matrix Randn(int rows, int columns)
    {
        using Tensor draw = randn(rows, columns, ScalarType.Float64);
        return draw.ToMatrix();
    }
}
