using CourseLabs.Backprop.Activations;
using CourseLabs.Examples;
using CourseLabs.Matrices;
using CourseLabs.Plots;
using static CourseLabs.Labs.ActivationFunctions;

namespace CourseLabs.Labs;

// "Step function", "Sigmoid", "ReLU (Rectified Linear Unit)" and "Softmax 함수" (softmax function) (COURSE A2): the functions of
// ActivationFunctions.cs.
public sealed class FirstActivationsExample() : Example(
    "A2", "activations", "01-neurons", "Step, sigmoid, ReLU and softmax",
    "The slide's four activation functions on [-5, 5], by hand and in TorchSharp. Softmax subtracts the largest entry first: " +
    "softmax([1010, 1000, 990]) is finite then, and not a number without.")
{
    public override ExampleResult Run(ExampleRun run)
    {
        var x = Grid.Between(-5, 5, 501);
        var column = Matrix.FromRow(x).T;
        // Three scores of which the first moves: softmax takes whole rows.
        double[][] scores = [.. x.Select(first => new[] { first, 1, 0 })];
        double[][] probabilities = [.. scores.Select(Softmax)];
        // Softmax is the same of [1010, 1000, 990] and of [0, -10, -20], whose exponentials are 1, e^-10 and its square.
        double small = Math.Exp(-10), sum = 1 + small + (small * small);

        return new(Title)
        {
            Figures =
            [
                Figure.Of(
                    "step at -1, 0, 1", new[] { StepFunction(-1), StepFunction(0), StepFunction(1) },
                    expected: new double[] { 0, 0, 1 }, source: "slide: x > 0"),
                Figure.Of("sigmoid at 0", Sigmoid(0), expected: 0.5, source: "mathematics: 1 / (1 + 1)"),
                Figure.Of(
                    "ReLU at -2, 0, 3", new[] { Relu(-2), Relu(0), Relu(3) },
                    expected: new double[] { 0, 0, 3 }, source: "slide: x where x >= 0, else 0"),
                Figure.Of(
                    "softmax([1010, 1000, 990])", Softmax([1010, 1000, 990]),
                    expected: new[] { 1 / sum, small / sum, small * small / sum }, tolerance: 1e-15,
                    source: "mathematics: that of [0, -10, -20]"),
                Figure.Of(
                    "the same without subtracting the largest", UnsafeSoftmax([1010, 1000, 990]),
                    expected: new[] { double.NaN, double.NaN, double.NaN },
                    source: "IEEE 754: e^1010 is infinite, and infinity / infinity is not a number"),
                Figure.Of(
                    "step less TorchSharp's", AgainstTorch.Difference(column.Map(StepFunction), column, z => z.gt(0)),
                    expected: 0, source: "TorchSharp"),
                AgainstTorch.Compared("sigmoid", new Sigmoid(), column),
                AgainstTorch.Compared("ReLU", new Relu(), column, tolerance: 0),
                Figure.Of(
                    "softmax less TorchSharp's",
                    AgainstTorch.Difference(Matrix.FromRows(probabilities), Matrix.FromRows(scores), z => z.softmax(1)),
                    expected: 0, tolerance: 1e-15, source: "TorchSharp"),
            ],
            Pictures =
            [
                new("activations", new Plot("Step, sigmoid and ReLU", "x", "h(x)")
                    .Line("step", x, x.Select(StepFunction))
                    .Line("sigmoid", x, x.Select(Sigmoid))
                    .Line("ReLU", x, x.Select(Relu))),
                new("softmax", new Plot("softmax([x, 1, 0])", "x", "probability")
                    .Line("of x", x, probabilities.Select(p => p[0]))
                    .Line("of 1", x, probabilities.Select(p => p[1]))
                    .Line("of 0", x, probabilities.Select(p => p[2]))),
            ],
        };
    }

    private static double[] UnsafeSoftmax(double[] x) => [.. x.Select(xk => Math.Exp(xk) / x.Sum(Math.Exp))];
}
