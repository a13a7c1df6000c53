using CourseLabs.Backprop.Activations;
using CourseLabs.Examples;
using CourseLabs.Matrices;
using CourseLabs.Plots;

namespace CourseLabs.Labs;

// "신경망에서 딥러닝" (from neural networks to deep learning), the table Name, Plot, Equation, Derivative (COURSE E3), and leaky ReLU from
// the slides before it.
public sealed class NineActivationsExample() : Example(
    "E3", "nine-activations", "01-neurons", "Nine activations and their derivatives",
    "The slide's table, PReLU with alpha = 0.25 and ELU with alpha = 0.5, drawn with their derivatives on [-5, 5], each equal to " +
    "TorchSharp and its autograd. At 0 ReLU, PReLU and ELU have torch's derivatives 0, alpha, alpha, where the table has 1.")
{
    private static readonly BinaryStep Step = new(atZero: 1);
    private static readonly Sigmoid Logistic = new();
    private static readonly Tanh Tanh = new();
    private static readonly Relu Relu = new();
    private static readonly Prelu Prelu = new(0.25);
    private static readonly Elu Elu = new(0.5);

    private static readonly (string Name, string F, string Derivative, string TableAt0, EntrywiseActivation Activation)[] Rows =
    [
        ("identity", "x", "1", "1", new Identity()),
        ("binary step", "0 for x < 0, 1 for x >= 0", "0 for x != 0", "?", Step),
        ("logistic", "1 / (1 + e^-x)", "f (1 - f)", "0.25", Logistic),
        ("tanh", "2 / (1 + e^-2x) - 1", "1 - f^2", "1", Tanh),
        ("arctan", "arctan x", "1 / (x^2 + 1)", "1", new Arctan()),
        ("ReLU", "0 for x < 0, else x", "0 for x < 0, else 1", "1", Relu),
        ("PReLU", "alpha x for x < 0, else x", "alpha for x < 0, else 1", "1", Prelu),
        ("ELU", "alpha (e^x - 1) for x < 0, else x", "f + alpha for x < 0, else 1", "1", Elu),
        ("softplus", "ln(1 + e^x)", "1 / (1 + e^-x)", "0.5", new Softplus()),
        ("leaky ReLU", "0.1x for x < 0, else x", "0.1 for x < 0, else 1", "not in it", new LeakyRelu(0.1)),
    ];

    public override ExampleResult Run(ExampleRun run)
    {
        var x = Grid.Between(-5, 5, 401);
        var column = Matrix.FromRow(x).T;

        return new(Title)
        {
            Figures =
            [
                .. Rows.Where(r => r.Activation != Step).Select(r => AgainstTorch.Compared(r.Name, r.Activation, column)),
                Figure.Of(
                    "binary step less TorchSharp's, f", AgainstTorch.Difference(Step.Forward(column), column, z => z.ge(0)),
                    expected: 0, source: "TorchSharp; it has no gradient"),
                Figure.Of(
                    "binary step' at -1, 0, 1", new[] { Step.Derivative(-1), Step.Derivative(0), Step.Derivative(1) },
                    expected: new double[] { 0, 0, 0 }, source: "slide: 0 for x != 0; at 0 it has '?', for which this course takes 0"),
                Figure.Of(
                    "ReLU', PReLU', ELU' at 0", new[] { Relu.Derivative(0), Prelu.Derivative(0), Elu.Derivative(0) },
                    expected: new EntrywiseActivation[] { Relu, Prelu, Elu }.Select(AgainstTorch.SlopeAt0).ToArray(),
                    source: "TorchSharp's autograd: 0, alpha, alpha; the slide's table has 1, 1, 1"),
                Figure.Of(
                    "ReLU' at -1, 1", new[] { Relu.Derivative(-1), Relu.Derivative(1) },
                    expected: new double[] { 0, 1 }, source: "slide: 0 for x < 0, else 1"),
                Figure.Of(
                    "logistic' and tanh' at 0", new[] { Logistic.Derivative(0), Tanh.Derivative(0) },
                    expected: new[] { 0.5 * (1 - 0.5), 1 - (0 * 0) }, source: "slide: f (1 - f) and 1 - f^2, with f = 1/2 and 0"),
            ],
            Tables =
            [
                Table.Of(
                    "activations", "The table", Rows,
                    ("name", r => r.Name), ("f(x)", r => r.F), ("f'(x)", r => r.Derivative),
                    ("f'(0) in the table", r => r.TableAt0), ("f'(0) here", r => r.Activation.Derivative(0))),
            ],
            Pictures =
            [
                new("curves", new PlotGrid(
                    "Activations and their derivatives",
                    Rows.Select(r => new Plot(r.Name, "x", "y")
                        .Line("f", x, x.Select(r.Activation.Value))
                        .Line("f'", x, x.Select(z => r.Activation.Derivative(z)))),
                    columns: 4)),
            ],
        };
    }
}
