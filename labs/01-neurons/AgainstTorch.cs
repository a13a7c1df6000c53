using CourseLabs.Backprop.Activations;
using CourseLabs.Matrices;
using CourseLabs.Examples;
using CourseLabs.Torch;
using CourseLabs.Torch.Gradients;
using TorchSharp;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>An activation by hand beside torch's own function and its autograd.</summary>
internal static class AgainstTorch
{
    /// <summary>The <see cref="Differences"/> as a figure: both should be 0.</summary>
    public static Figure Compared(string name, Activation activation, Matrix z, double tolerance = 1e-15) => new(
        $"{name} less TorchSharp's, f and f'", new double[] { 0, 0 },
        Differences(activation, z), tolerance, "TorchSharp and its autograd");

    /// <summary>The largest differences of f and of f' over a column of sums, in this order.</summary>
    /// <param name="activation">Any but the step, whose derivative torch does not know.</param>
    /// <param name="z">(points x sums).</param>
    public static double[] Differences(Activation activation, Matrix z)
    {
        Matrix a = activation.Forward(z);
        Matrix derivative = activation.Backward(z, Matrix.Filled(a.Rows, a.Columns, 1));
        using DisposeScope scope = NewDisposeScope();
        Tensor? learned = activation.Parameters.Select(p => p.Value.ToTensor()).FirstOrDefault();
        Tensor Theirs(Tensor sums) => TorchFunctions.Apply(activation, sums, learned);
        return
        [
            Results.LargestDifference(a, Theirs(z.ToTensor()).ToMatrix()),
            Results.LargestDifference(derivative, MatrixTensors.Autograd(leaves => Theirs(leaves[0]).sum(), z).Gradients[0]),
        ];
    }

    /// <summary>The same for the step, f only.</summary>
    public static double StepDifference(BinaryStep step, Matrix z)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor sums = z.ToTensor();
        Tensor theirs = step.Value(0) == 0 ? sums.gt(0) : sums.ge(0);
        return Results.LargestDifference(step.Forward(z), theirs.ToMatrix());
    }
}
