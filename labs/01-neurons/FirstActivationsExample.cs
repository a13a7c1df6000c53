using CourseLabs.Examples;
using CourseLabs.Matrices;
using CourseLabs.Plots;
using static CourseLabs.Labs.ActivationFunctions;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// "Step function", "Sigmoid", "ReLU (Rectified Linear Unit)" and "Softmax 함수" (softmax function) (COURSE A2): the functions of
// ActivationFunctions.cs.
public sealed class FirstActivationsExample() : Example(
    "A2", "activations", "01-neurons", "Step, sigmoid, ReLU and softmax",
    "The slide's four functions as it writes them, beside TorchSharp's on [-5, 5]. Softmax subtracts the largest entry first: " +
    "softmax([1010, 1000, 990]) is finite then, and not a number without.")
{
    private static readonly double[] X = Grid.Between(-5, 5, 501);

    // Three scores of which the first moves: softmax takes whole rows.
    private static readonly double[][] Scores = [.. X.Select(first => new[] { first, 1, 0 })];

    public override ExampleResult Run(ExampleRun run)
    {
        double[][] probabilities = [.. Scores.Select(Softmax)];
        return new(Title)
        {
            Figures = Figures(StepFunction, Sigmoid, Relu, Softmax),
            Pictures =
            [
                new("activations", new Plot("Step, sigmoid and ReLU", "x", "h(x)")
                    .Line("step", X, X.Select(StepFunction))
                    .Line("sigmoid", X, X.Select(Sigmoid))
                    .Line("ReLU", X, X.Select(Relu))),
                new("softmax", new Plot("softmax([x, 1, 0])", "x", "probability")
                    .Line("of x", X, probabilities.Select(p => p[0]))
                    .Line("of 1", X, probabilities.Select(p => p[1]))
                    .Line("of 0", X, probabilities.Select(p => p[2]))),
            ],
        };
    }

    internal static Figure[] Figures(
        Func<double, double> step, Func<double, double> sigmoid, Func<double, double> relu, Func<double[], double[]> softmax)
    {
        // Softmax is the same of [1010, 1000, 990] and of [0, -10, -20], whose exponentials are 1, e^-10 and its square.
        double small = Math.Exp(-10), sum = 1 + small + (small * small);
        return
        [
            Figure.Of(
                "step at -1, 0, 1", new[] { step(-1), step(0), step(1) },
                expected: new double[] { 0, 0, 1 }, source: "slide: x > 0"),
            Figure.Of("sigmoid at 0", sigmoid(0), expected: 0.5, source: "mathematics: 1 / (1 + 1)"),
            Figure.Of(
                "ReLU at -2, 0, 3", new[] { relu(-2), relu(0), relu(3) },
                expected: new double[] { 0, 0, 3 }, source: "slide: x where x >= 0, else 0"),
            Figure.Of(
                "softmax([1010, 1000, 990])", softmax([1010, 1000, 990]),
                expected: new[] { 1 / sum, small / sum, small * small / sum }, tolerance: 1e-15,
                source: "mathematics: that of [0, -10, -20]"),
            Figure.Of(
                "the same without subtracting the largest", UnsafeSoftmax([1010, 1000, 990]),
                expected: new[] { double.NaN, double.NaN, double.NaN },
                source: "IEEE 754: e^1010 is infinite, and infinity / infinity is not a number"),
            LessTorchSharps("step", step, z => z.gt(0), tolerance: 0),
            LessTorchSharps("sigmoid", sigmoid, z => z.sigmoid(), tolerance: 1e-15),
            LessTorchSharps("ReLU", relu, z => z.relu(), tolerance: 0),
            Figure.Of(
                "softmax less TorchSharp's",
                AgainstTorch.Difference(Matrix.FromRows([.. Scores.Select(softmax)]), Matrix.FromRows(Scores), z => z.softmax(1)),
                expected: 0, tolerance: 1e-15, source: "TorchSharp"),
        ];
    }

    private static Figure LessTorchSharps(string name, Func<double, double> slides, Func<Tensor, Tensor> theirs, double tolerance)
    {
        var x = Matrix.FromRow(X);
        return Figure.Of(
            $"{name} less TorchSharp's", AgainstTorch.Difference(x.Map(slides), x, theirs), expected: 0, tolerance, source: "TorchSharp");
    }

    private static double[] UnsafeSoftmax(double[] x) => [.. x.Select(xk => Math.Exp(xk) / x.Sum(Math.Exp))];
}
