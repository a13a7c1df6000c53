using CourseLabs.Backprop.Activations;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Matrices;
using CourseLabs.Plots;

namespace CourseLabs.Labs;

/// <summary>COURSE E3: the table of nine activations with their derivatives, and leaky ReLU from the slides before it.</summary>
public sealed class NineActivationsExample : OldExample
{
    private static readonly (string Name, string F, string Derivative, string TableAt0, EntrywiseActivation Activation)[] Rows =
    [
        ("identity", "x", "1", "1", new Identity()),
        ("binary step", "0 for x < 0, 1 for x >= 0", "0 for x != 0", "?", new BinaryStep(atZero: 1)),
        ("logistic", "1 / (1 + e^-x)", "f (1 - f)", "0.25", new Sigmoid()),
        ("tanh", "2 / (1 + e^-2x) - 1", "1 - f^2", "1", new Tanh()),
        ("arctan", "arctan x", "1 / (x^2 + 1)", "1", new Arctan()),
        ("ReLU", "0 for x < 0, else x", "0 for x < 0, else 1", "1", new Relu()),
        ("PReLU", "alpha x for x < 0, else x", "alpha for x < 0, else 1", "1", new Prelu(0.25)),
        ("ELU", "alpha (e^x - 1) for x < 0, else x", "f + alpha for x < 0, else 1", "1", new Elu(0.5)),
        ("softplus", "ln(1 + e^x)", "1 / (1 + e^-x)", "0.5", new Softplus()),
        ("leaky ReLU", "0.1x for x < 0, else x", "0.1 for x < 0, else 1", "not in it", new LeakyRelu(0.1)),
    ];

    /// <inheritdoc/>
    public override string Id => "E3";

    /// <inheritdoc/>
    public override string Name => "nine-activations";

    /// <inheritdoc/>
    public override string Lab => "01-neurons";

    /// <inheritdoc/>
    public override string Title => "Nine activations and their derivatives";

    /// <inheritdoc/>
    public override string Description =>
        "The slide's table, PReLU with alpha = 0.25 and ELU with alpha = 0.5, drawn with their derivatives on [-5, 5], each equal to " +
        "TorchSharp and its autograd. At 0 ReLU, PReLU and ELU have torch's derivatives 0, alpha, alpha, where the table has 1.";

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        double[] x = Grid.Between(-5, 5, 401);
        Matrix column = Matrix.FromRow(x).T;

        return new(Title)
        {
            Figures =
            [
                .. Rows.Where(r => r.Activation is not BinaryStep).Select(r => AgainstTorch.Compared(r.Name, r.Activation, column)),
                new("binary step less TorchSharp's, f", 0,
                    AgainstTorch.StepDifference(new BinaryStep(atZero: 1), column), 0, "TorchSharp; it has no gradient"),
                new("binary step' at -1, 0, 1", new double[] { 0, 0, 0 },
                    new[] { Slope("binary step", -1), Slope("binary step", 0), Slope("binary step", 1) }, 0,
                    "slide; at 0 it has '?', defined as 0 here"),
                new("ReLU', PReLU', ELU' at 0", new[] { 0, 0.25, 0.5 },
                    new[] { Slope("ReLU", 0), Slope("PReLU", 0), Slope("ELU", 0) }, 0, "PyTorch: 0, alpha, alpha; the table has 1, 1, 1"),
                new("ReLU' at -1, 1", new double[] { 0, 1 }, new[] { Slope("ReLU", -1), Slope("ReLU", 1) }, 0, "slide"),
                new("logistic' and tanh' at 0", new[] { 0.25, 1 },
                    new[] { Slope("logistic", 0), Slope("tanh", 0) }, 0, "slide: f (1 - f) and 1 - f^2"),
            ],
            Tables =
            [
                new("activations", "The table", ["name", "f(x)", "f'(x)", "f'(0) in the table", "f'(0) here"],
                    [.. Rows.Select(r => (string[])[r.Name, r.F, r.Derivative, r.TableAt0, NumberText.Of(r.Activation.Derivative(0))])]),
            ],
            Pictures =
            [
                new("curves", new PlotGrid(
                    "Activations and their derivatives",
                    Rows.Select(r => Drawn(r.Name, r.Activation, x)),
                    columns: 4)),
            ],
        };
    }

    private static double Slope(string name, double x) => Rows.Single(r => r.Name == name).Activation.Derivative(x);

    private static Plot Drawn(string name, EntrywiseActivation activation, double[] x) =>
        new Plot(name, "x", "y")
            .Line("f", x, x.Select(activation.Value))
            .Line("f'", x, x.Select(z => activation.Derivative(z)));
}
