using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Networks;
using CourseLabs.Examples;
using CourseLabs.Matrices;
using CourseLabs.Plots;

namespace CourseLabs.Labs;

// cs231n's last slide, "Activation functions" (COURSE B4).
public sealed class LectureActivationsExample() : Example(
    "B4", "lecture-activations", "01-neurons", "Sigmoid, leaky ReLU, tanh, maxout, ReLU, ELU",
    "The six functions that the lecture notes show, drawn on [-10, 10] and compared with TorchSharp. Maxout is the largest of two " +
    "lines: with the lines 0 and x it is ReLU, with 0.1x and x the leaky one.")
{
    public override ExampleResult Run(ExampleRun run)
    {
        var x = Matrix.FromRow(Grid.Between(-10, 10, 401)).T;
        (string Name, Activation Activation)[] entrywise =
        [
            ("Sigmoid 1 / (1 + e^-x)", new Sigmoid()),
            ("Leaky ReLU max(0.1x, x)", new LeakyRelu(0.1)),
            ("tanh(x)", new Tanh()),
            ("ReLU max(0, x)", new Relu()),
            ("ELU: x, or e^x - 1 below 0", new Elu()),
        ];
        // max(w1 x + b1, w2 x + b2): the slide leaves the numbers open.
        var maxout = TwoLines(w1: 1, b1: 0, w2: -0.5, b2: 1);

        return new(Title)
        {
            Figures =
            [
                Figure.Of(
                    "leaky ReLU at -2, 3", new LeakyRelu(0.1).Forward(Matrix.FromRow(-2, 3)).Values.ToArray(),
                    expected: new[] { 0.1 * -2, 3 }, tolerance: 1e-15, source: "slide: max(0.1x, x)"),
                Figure.Of(
                    "ELU at -1, 2", new Elu().Forward(Matrix.FromRow(-1, 2)).Values.ToArray(),
                    expected: new[] { Math.Exp(-1) - 1, 2 }, tolerance: 1e-15, source: "slide: e^x - 1 below 0, with alpha = 1"),
                Figure.Of(
                    "maxout(x, 1 - x/2) at -2, 2", maxout.Forward(Matrix.FromRow(-2, 2).T).Values.ToArray(),
                    expected: new double[] { 2, 2 }, source: "slide: max(w1'x + b1, w2'x + b2)"),
                Figure.Of(
                    "maxout(0, x) less ReLU",
                    AgainstTorch.Difference(TwoLines(0, 0, 1, 0).Forward(x), x, z => z.relu()),
                    expected: 0, source: "mathematics, with TorchSharp's ReLU"),
                Figure.Of(
                    "maxout(0.1x, x) less leaky ReLU",
                    AgainstTorch.Difference(TwoLines(0.1, 0, 1, 0).Forward(x), x, z => z.leaky_relu(0.1)),
                    expected: 0, source: "mathematics, with TorchSharp's leaky ReLU"),
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
