using CourseLabs.Backprop.Activations;
using CourseLabs.Examples;
using CourseLabs.Matrices;
using CourseLabs.Torch;
using CourseLabs.Torch.Gradients;
using TorchSharp;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// An activation by hand beside torch's own function and its autograd.
internal static class AgainstTorch
{
    // The largest differences of f and of f' over a column of sums; the activation is any but the step, which has no derivative in torch.
    public static Figure Compared(string name, Activation activation, Matrix z, double tolerance = 1e-15)
    {
        var a = activation.Forward(z);
        var derivative = activation.Backward(z, Matrix.Filled(a.Rows, a.Columns, 1));
        double[] differences =
        [
            Difference(a, z, sums => Theirs(activation, sums)),
            Results.LargestDifference(derivative, Derivative(activation, z)),
        ];
        return Figure.Of(
            $"{name} less TorchSharp's, f and f'", differences,
            expected: new double[] { 0, 0 }, tolerance, source: "TorchSharp and its autograd");
    }

    public static double SlopeAt0(Activation activation) => Derivative(activation, Matrix.FromRow(0))[0, 0];

    // The largest difference of one function's values.
    public static double Difference(Matrix ours, Matrix z, Func<Tensor, Tensor> theirs)
    {
        using var scope = NewDisposeScope();
        return Results.LargestDifference(ours, theirs(z.ToTensor()).ToMatrix());
    }

    private static Matrix Derivative(Activation activation, Matrix z) =>
        MatrixTensors.Autograd(leaves => Theirs(activation, leaves[0]).sum(), z).Gradients[0];

    private static Tensor Theirs(Activation activation, Tensor z) =>
        TorchFunctions.Apply(activation, z, activation.Parameters.Select(p => p.Value.ToTensor()).FirstOrDefault());
}
