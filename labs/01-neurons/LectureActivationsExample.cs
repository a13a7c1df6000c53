using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Networks;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Matrices;
using CourseLabs.Plots;

namespace CourseLabs.Labs;

/// <summary>COURSE B4: the six activation functions of the lecture notes' last slide.</summary>
public sealed class LectureActivationsExample : OldExample
{
    /// <inheritdoc/>
    public override string Id => "B4";

    /// <inheritdoc/>
    public override string Name => "lecture-activations";

    /// <inheritdoc/>
    public override string Lab => "01-neurons";

    /// <inheritdoc/>
    public override string Title => "Sigmoid, leaky ReLU, tanh, maxout, ReLU, ELU";

    /// <inheritdoc/>
    public override string Description =>
        "The six functions that the lecture notes show, drawn on [-10, 10] and compared with TorchSharp. Maxout is the largest of two " +
        "lines: with the lines 0 and x it is ReLU, with 0.1x and x the leaky one.";

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        Matrix x = Matrix.FromRow(Grid.Between(-10, 10, 401)).T;
        (string Name, Activation Activation)[] entrywise =
        [
            ("Sigmoid 1 / (1 + e^-x)", new Sigmoid()),
            ("Leaky ReLU max(0.1x, x)", new LeakyRelu(0.1)),
            ("tanh(x)", new Tanh()),
            ("ReLU max(0, x)", new Relu()),
            ("ELU: x, or e^x - 1 below 0", new Elu()),
        ];
        // max(w1 x + b1, w2 x + b2): the slide leaves the numbers open.
        Dense maxout = TwoLines(w1: 1, b1: 0, w2: -0.5, b2: 1);

        return new(Title)
        {
            Figures =
            [
                new("leaky ReLU at -2, 3", new[] { -0.2, 3 },
                    new LeakyRelu(0.1).Forward(Matrix.FromRow(-2, 3)).Values.ToArray(), 1e-15, "slide: max(0.1x, x)"),
                new("ELU at -1, 2", new[] { Math.Exp(-1) - 1, 2 },
                    new Elu().Forward(Matrix.FromRow(-1, 2)).Values.ToArray(), 1e-15, "slide: e^x - 1 below 0, with alpha = 1"),
                new("maxout(x, 1 - x/2) at -2, 2", new double[] { 2, 2 },
                    maxout.Forward(Matrix.FromRow(-2, 2).T).Values.ToArray(), 0, "slide: max(w1'x + b1, w2'x + b2)"),
                new("maxout(0, x) less ReLU", 0,
                    Results.LargestDifference(TwoLines(0, 0, 1, 0).Forward(x), new Relu().Forward(x)), 0, "mathematics"),
                new("maxout(0.1x, x) less leaky ReLU", 0,
                    Results.LargestDifference(TwoLines(0.1, 0, 1, 0).Forward(x), new LeakyRelu(0.1).Forward(x)), 0, "mathematics"),
                .. entrywise.Select(a => AgainstTorch.Compared(a.Activation.Name, a.Activation, x)),
                AgainstTorch.Compared("maxout", maxout.Activation, Sums(maxout, x), tolerance: 0),
            ],
            Pictures =
            [
                new("activations", new PlotGrid(
                    "The activation functions of the lecture notes",
                    [
                        .. entrywise.Select(a => Drawn(a.Name, x, a.Activation.Forward(x))),
                        Drawn("Maxout max(x, 1 - x/2)", x, maxout.Forward(x)),
                    ],
                    columns: 3)),
            ],
        };
    }

    private static Dense TwoLines(double w1, double b1, double w2, double b2) =>
        new(Matrix.FromRow(w1, w2), Matrix.FromRow(b1, b2), new Maxout());

    private static Matrix Sums(Dense layer, Matrix x)
    {
        layer.Forward(x);
        return layer.Z;
    }

    private static Plot Drawn(string title, Matrix x, Matrix y) =>
        new Plot(title, "x", "f(x)").Line("f", x.Values.ToArray(), y.Values.ToArray());
}
