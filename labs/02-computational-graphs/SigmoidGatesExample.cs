using CourseLabs.Backprop.Scalars;
using CourseLabs.Examples;

namespace CourseLabs.Labs;

// "Another example:" (COURSE A6, decks A and B): the gates of SigmoidGates.cs.
public sealed class SigmoidGatesExample() : Example(
    "A6", "sigmoid-gates", "02-computational-graphs", "Sigmoid neuron, gate by gate",
    "f = 1 / (1 + e^-(w0 x0 + w1 x1 + w2)) at w = (2, -3, -3), x = (-1, -2): once with the gates *-1, exp, +1 and 1/x, once with the " +
    "sigmoid as one gate, whose local gradient is f (1 - f). The slide multiplies 2 by the rounded 0.2 and prints 0.4 for df/dx0; " +
    "rounded at the end it is 0.39.")
{
    // Half a unit of the last digit that is given.
    private const double TwoDecimals = 0.005;
    private static readonly double SlopeAt1 = Math.Exp(-1) / Math.Pow(1 + Math.Exp(-1), 2);
    private const string Picture = "the slide's picture, two decimals (not in the deck's text)";

    public override ExampleResult Run(ExampleRun run)
    {
        (var f, var back, var gradients) = SigmoidGates.Run();
        var gateByGate = Graph(sum => 1 / ((sum * -1).Exp() + 1));
        var oneGate = Graph(sum => sum.Sigmoid());
        double[] withOneGate = [.. Inputs(oneGate).Select(input => input.Gradient)];
        var autograd = Graphs.Autograd(t => (t[0] * t[1] + t[2] * t[3] + t[4]).sigmoid(), 2, -1, -3, -2, -3);

        return new(Title)
        {
            Figures =
            [
                Figure.Of("f", f, expected: 0.73, tolerance: TwoDecimals, source: "slide: (0.73)*(1-0.73)"),
                Figure.Of(
                    "df/d(gate) from f back to s", back,
                    expected: new[] { 1.00, -0.53, -0.53, -0.20, 0.20 }, tolerance: TwoDecimals, source: Picture),
                Figure.Of("df/dw0", gradients[0], expected: -0.20, tolerance: TwoDecimals, source: "slide: w0: [-1] x [0.2] = -0.2"),
                Figure.Of(
                    "df/dx0", gradients[1], expected: 2 * SlopeAt1, tolerance: 1e-15,
                    source: "mathematics: 2 e^-s / (1 + e^-s)^2 at s = 1"),
                Figure.Of(
                    "df/dx0 with the rounded 0.2", 2 * Math.Round(back[^1], 1), expected: 0.4, tolerance: 1e-15,
                    source: "slide: x0: [2] x [0.2] = 0.4"),
                Figure.Of("df/dw1", gradients[2], expected: -0.39, tolerance: TwoDecimals, source: Picture),
                Figure.Of("df/dx1", gradients[3], expected: -0.59, tolerance: TwoDecimals, source: Picture),
                Figure.Of("df/dw2", gradients[4], expected: 0.20, tolerance: TwoDecimals, source: Picture),
                Figure.Of(
                    "the sigmoid gate's local gradient from 0.73", SigmoidGates.SigmoidGate(Math.Round(f, 2)),
                    expected: 0.73 * (1 - 0.73), tolerance: 1e-15, source: "slide: (0.73)*(1-0.73)"),
                Figure.Of(
                    "the sigmoid gate's local gradient", SigmoidGates.SigmoidGate(f),
                    expected: SlopeAt1, tolerance: 1e-15, source: "mathematics: e^-s / (1 + e^-s)^2 at s = 1"),
                Figure.Of(
                    "w0, x0, w1, x1, w2 by one sigmoid gate", withOneGate,
                    expected: autograd, tolerance: 1e-15, source: "TorchSharp's autograd"),
                Figure.Of(
                    "w0, x0, w1, x1, w2 gate by gate", gradients,
                    expected: autograd, tolerance: 1e-15, source: "TorchSharp's autograd"),
            ],
            Tables = [Graphs.EdgeTable(gateByGate)],
            Pictures =
            [
                new("gate-by-gate", Graphs.Diagram("f = 1 / (1 + e^-(w0 x0 + w1 x1 + w2)), gate by gate", gateByGate)),
                new("one-gate", Graphs.Diagram("The same with one sigmoid gate", oneGate)),
            ],
        };
    }

    // The neuron as a graph that can be drawn, with its gradients.
    private static Node Graph(Func<Node, Node> activation)
    {
        Node w0 = new(2, "w0"), x0 = new(-1, "x0"), w1 = new(-3, "w1"), x1 = new(-2, "x1"), w2 = new(-3, "w2");
        var f = activation((w0 * x0 + w1 * x1 + w2).Named("s")).Named("f");
        f.Backward();
        return f;
    }

    private static IEnumerable<Node> Inputs(Node f) => Backprop.Scalars.Graph.Of(f).Nodes.Where(node => node.Operation == "");
}
