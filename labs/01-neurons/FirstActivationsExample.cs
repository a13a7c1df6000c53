using CourseLabs.Backprop.Activations;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Matrices;
using CourseLabs.Plots;

namespace CourseLabs.Labs;

/// <summary>COURSE A2: step, sigmoid, ReLU, and the softmax that does not overflow.</summary>
public sealed class FirstActivationsExample : OldExample
{
    private const string Slide = "slide: the formula of the function";

    /// <inheritdoc/>
    public override string Id => "A2";

    /// <inheritdoc/>
    public override string Name => "activations";

    /// <inheritdoc/>
    public override string Lab => "01-neurons";

    /// <inheritdoc/>
    public override string Title => "Step, sigmoid, ReLU and softmax";

    /// <inheritdoc/>
    public override string Description =>
        "The slide's four activation functions on [-5, 5], by hand and in TorchSharp. Softmax subtracts the largest entry first: " +
        "softmax([1010, 1000, 990]) is finite then, and not a number without.";

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        double[] x = Grid.Between(-5, 5, 501);
        Matrix column = Matrix.FromRow(x).T;
        var (step, sigmoid, relu) = (new BinaryStep(), new Sigmoid(), new Relu());
        // Three scores of which the first moves: softmax takes whole rows.
        Matrix scores = Matrix.FromRows([.. x.Select(first => new[] { first, 1, 0 })]);
        Matrix probabilities = new Softmax().Forward(scores);
        // Softmax is the same of [1010, 1000, 990] and of [0, -10, -20], whose exponentials are 1, e^-10 and its square.
        double small = Math.Exp(-10), sum = 1 + small + (small * small);

        return new(Title)
        {
            Figures =
            [
                new("step at -1, 0, 1", new double[] { 0, 0, 1 }, Values(step, -1, 0, 1), 0, Slide),
                new("sigmoid at 0", 0.5, sigmoid.Value(0), 0, Slide),
                new("ReLU at -2, 0, 3", new double[] { 0, 0, 3 }, Values(relu, -2, 0, 3), 0, Slide),
                new("softmax([1010, 1000, 990])", new[] { 1 / sum, small / sum, small * small / sum },
                    Softmax([1010, 1000, 990]), 1e-15, "mathematics: that of [0, -10, -20]; the three numbers stood in a picture"),
                new("the same without subtracting the largest", new[] { double.NaN, double.NaN, double.NaN },
                    UnsafeSoftmax([1010, 1000, 990]), 0, "IEEE 754: e^1010 is infinite, and infinity / infinity is not a number"),
                new("step less TorchSharp's", 0, AgainstTorch.StepDifference(step, column), 0, "TorchSharp"),
                AgainstTorch.Compared("sigmoid", sigmoid, column),
                AgainstTorch.Compared("ReLU", relu, column, tolerance: 0),
                new("softmax less TorchSharp's", 0, AgainstTorch.Differences(new Softmax(), scores)[0], 1e-15, "TorchSharp"),
            ],
            Pictures =
            [
                new("activations", new Plot("Step, sigmoid and ReLU", "x", "h(x)")
                    .Line("step", x, x.Select(step.Value))
                    .Line("sigmoid", x, x.Select(sigmoid.Value))
                    .Line("ReLU", x, x.Select(relu.Value))),
                new("softmax", new Plot("softmax([x, 1, 0])", "x", "probability")
                    .Line("of x", x, Column(probabilities, 0))
                    .Line("of 1", x, Column(probabilities, 1))
                    .Line("of 0", x, Column(probabilities, 2))),
            ],
        };
    }

    // The slide's code.
    private static double[] Softmax(double[] x)
    {
        double c = x.Max();
        double[] expX = [.. x.Select(xk => Math.Exp(xk - c))]; // overflow prevention
        double sumExpX = expX.Sum();
        return [.. expX.Select(ek => ek / sumExpX)];
    }

    private static double[] UnsafeSoftmax(double[] x) => [.. x.Select(xk => Math.Exp(xk) / x.Sum(Math.Exp))];

    private static double[] Values(EntrywiseActivation activation, params double[] x) => [.. x.Select(activation.Value)];

    private static IEnumerable<double> Column(Matrix matrix, int column) =>
        Enumerable.Range(0, matrix.Rows).Select(row => matrix[row, column]);
}
