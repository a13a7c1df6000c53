using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Gradients;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Matrices;
using CourseLabs.Plots;
using CourseLabs.Torch;

namespace CourseLabs.Labs;

/// <summary>COURSE A9 (also in the decks C and E): sigmoid' = sigmoid (1 - sigmoid), proved exactly and shown on a grid.</summary>
public sealed class SigmoidDerivativeExample : OldExample
{
    /// <inheritdoc/>
    public override string Id => "A9";

    /// <inheritdoc/>
    public override string Name => "sigmoid-derivative";

    /// <inheritdoc/>
    public override string Lab => "01-neurons";

    /// <inheritdoc/>
    public override string Title => "The sigmoid's derivative is sigmoid (1 - sigmoid)";

    /// <inheritdoc/>
    public override string Description =>
        "The slides' proof, carried out with exact fractions in u = e^-x, and checked on a grid of x from -8 to 8 by central differences " +
        "and by TorchSharp's autograd. The largest derivative is 0.25, at 0.";

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        var sigmoid = new Sigmoid();
        Matrix x = Matrix.FromRow(Grid.Between(-8, 8, 161));
        Matrix formula = x.Map(z => sigmoid.Value(z) * (1 - sigmoid.Value(z)));
        Matrix quotient = x.Map(z => Math.Exp(-z) / Math.Pow(1 + Math.Exp(-z), 2));
        Matrix differences = x.Map(z => CentralDifference(sigmoid.Value, z));
        Matrix autograd = MatrixTensors.Autograd(leaves => leaves[0].sigmoid().sum(), x).Gradients[0];
        (string Step, RationalFunction Value)[] proof = Proof();

        return new(Title)
        {
            Figures =
            [
                new("sigmoid'(0)", 0.25, sigmoid.Derivative(0), 0, "slide"),
                Figure.Holds(
                    "both sides are the same fraction of u = e^-x", proof[1].Value.Is(proof[2].Value), "slide: e^-x / (1 + e^-x)^2"),
                new("largest |formula - e^-x / (1 + e^-x)^2|", 0,
                    Results.LargestDifference(formula, quotient), 1e-15, "slide: the two ends of the proof"),
                new("largest |formula - autograd|", 0, Results.LargestDifference(formula, autograd), 1e-15, "TorchSharp's autograd"),
                new("largest |formula - central difference|", 0,
                    Results.LargestDifference(formula, differences), 1e-9, "mathematics: (f(x+h) - f(x-h)) / 2h"),
            ],
            Tables =
            [
                new("proof", "The proof in u = e^-x, du/dx = -u", ["what", "as a fraction of u"],
                    [.. proof.Select(p => (string[])[p.Step, p.Value.ToString()])]),
                new("grid", "On a grid", ["x", "sigmoid", "sigmoid (1 - sigmoid)", "autograd", "central difference"],
                    [.. Enumerable.Range(0, 9).Select(i => i * 20).Select(i => NumberText.Row(
                        x[0, i], sigmoid.Value(x[0, i]), formula[0, i], autograd[0, i], differences[0, i]))]),
            ],
            Pictures =
            [
                new("sigmoid", new Plot("The sigmoid and its derivative", "x", "y")
                    .Line("sigmoid", x.Values.ToArray(), x.Map(sigmoid.Value).Values.ToArray())
                    .Line("sigmoid (1 - sigmoid)", x.Values.ToArray(), formula.Values.ToArray())),
            ],
        };
    }

    // With u = e^-x the sigmoid is 1 / (1 + u), and the chain rule has du/dx = -e^-x = -u.
    private static (string Step, RationalFunction Value)[] Proof()
    {
        RationalFunction u = RationalFunction.U, sigmoid = 1 / (1 + u);
        return
        [
            ("sigmoid", sigmoid),
            ("sigmoid' = d sigmoid/du * du/dx", sigmoid.Derivative() * -u),
            ("sigmoid (1 - sigmoid)", sigmoid * (1 - sigmoid)),
        ];
    }

    private static double CentralDifference(Func<double, double> f, double x)
    {
        Matrix at = Matrix.FromRow(x);
        return NumericalGradient.Of(() => f(at[0, 0]), at).Gradient[0, 0];
    }
}
