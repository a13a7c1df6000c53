using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Gradients;
using CourseLabs.Examples;
using CourseLabs.Matrices;
using CourseLabs.Plots;
using CourseLabs.Torch;

namespace CourseLabs.Labs;

// "(참고) sigmoid 함수의 미분" (for reference: the derivative of the sigmoid function) (COURSE A9; also in the decks C and E).
public sealed class SigmoidDerivativeExample() : Example(
    "A9", "sigmoid-derivative", "01-neurons", "The sigmoid's derivative is sigmoid (1 - sigmoid)",
    "The slides' proof, carried out with exact fractions in u = e^-x, and checked on a grid of x from -8 to 8 by central differences " +
    "and by TorchSharp's autograd. The largest derivative is 0.25, at 0.")
{
    public override ExampleResult Run(ExampleRun run)
    {
        var sigmoid = new Sigmoid();
        var x = Matrix.FromRow(Grid.Between(-8, 8, 161));
        var formula = x.Map(z => sigmoid.Value(z) * (1 - sigmoid.Value(z)));
        var quotient = x.Map(z => Math.Exp(-z) / Math.Pow(1 + Math.Exp(-z), 2));
        var differences = x.Map(z => CentralDifference(sigmoid.Value, z));
        var autograd = MatrixTensors.Autograd(leaves => leaves[0].sigmoid().sum(), x).Gradients[0];

        // With u = e^-x the sigmoid is 1 / (1 + u), and the chain rule has du/dx = -e^-x = -u.
        RationalFunction u = RationalFunction.U, s = 1 / (1 + u);
        RationalFunction byChainRule = s.Derivative() * -u, byFormula = s * (1 - s);

        return new(Title)
        {
            Figures =
            [
                Figure.Of("sigmoid'(0)", sigmoid.Derivative(0), expected: 0.5 * (1 - 0.5), source: "mathematics: sigmoid(0) = 1/2"),
                Figure.Of(
                    "both sides are the same fraction of u = e^-x", byChainRule.Is(byFormula),
                    expected: true, source: "slide: sigmoid' = sigmoid (1 - sigmoid)"),
                Figure.Of(
                    "largest |formula - e^-x / (1 + e^-x)^2|", Results.LargestDifference(formula, quotient),
                    expected: 0, tolerance: 1e-15, source: "slide: the two ends of the proof"),
                Figure.Of(
                    "largest |formula - autograd|", Results.LargestDifference(formula, autograd),
                    expected: 0, tolerance: 1e-15, source: "TorchSharp's autograd"),
                Figure.Of(
                    "largest |formula - central difference|", Results.LargestDifference(formula, differences),
                    expected: 0, tolerance: 1e-9, source: "mathematics: (f(x+h) - f(x-h)) / 2h"),
            ],
            Tables =
            [
                new("proof", "The proof in u = e^-x, du/dx = -u", ["what", "as a fraction of u"],
                [
                    ["sigmoid", $"{s}"],
                    ["sigmoid' = d sigmoid/du * du/dx", $"{byChainRule}"],
                    ["sigmoid (1 - sigmoid)", $"{byFormula}"],
                ]),
                Table.Of(
                    "grid", "On a grid", Enumerable.Range(0, 9).Select(i => i * 20),
                    ("x", i => x[0, i]), ("sigmoid", i => sigmoid.Value(x[0, i])), ("sigmoid (1 - sigmoid)", i => formula[0, i]),
                    ("autograd", i => autograd[0, i]), ("central difference", i => differences[0, i])),
            ],
            Pictures =
            [
                new("sigmoid", new Plot("The sigmoid and its derivative", "x", "y")
                    .Line("sigmoid", x.Values.ToArray(), x.Map(sigmoid.Value).Values.ToArray())
                    .Line("sigmoid (1 - sigmoid)", x.Values.ToArray(), formula.Values.ToArray())),
            ],
        };
    }

    private static double CentralDifference(Func<double, double> f, double x)
    {
        var at = Matrix.FromRow(x);
        return NumericalGradient.Of(() => f(at[0, 0]), at).Gradient[0, 0];
    }
}
