using CourseLabs.Backprop.Scalars;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;

namespace CourseLabs.Labs;

/// <summary>COURSE A6 (also in deck B): a sigmoid neuron gate by gate, and with the sigmoid as one gate.</summary>
public sealed class SigmoidGatesExample : OldExample
{
    private const string Picture = "the slide's picture (not in the deck's text), two decimals";
    private const double TwoDecimals = 0.005;

    /// <inheritdoc/>
    public override string Id => "A6";

    /// <inheritdoc/>
    public override string Name => "sigmoid-gates";

    /// <inheritdoc/>
    public override string Lab => "02-computational-graphs";

    /// <inheritdoc/>
    public override string Title => "Sigmoid neuron, gate by gate";

    /// <inheritdoc/>
    public override string Description =>
        "f = 1 / (1 + e^-(w0 x0 + w1 x1 + w2)) at w = (2, -3, -3), x = (-1, -2): once with the gates *-1, exp, +1 and 1/x, once with the " +
        "sigmoid as one gate, whose local gradient is f (1 - f). The slide multiplies 2 by the rounded 0.2 and prints 0.4 for df/dx0; " +
        "rounded at the end it is 0.39.";

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        Node[] inputs = Inputs();
        Node s = Sum(inputs).Named("s");
        Node[] gates = GateByGate(s);
        Node f = gates[^1].Named("f");
        f.Backward();

        Node[] others = Inputs();
        Node one = Sum(others).Named("s").Sigmoid().Named("f");
        one.Backward();

        double[] gradients = [.. inputs.Select(input => input.Gradient)];
        double rounded = Math.Round(f.Value, 2);
        return new(Title)
        {
            Figures =
            [
                new("f", 0.73, f.Value, TwoDecimals, "slide: (0.73)*(1-0.73)"),
                new("df/d(gate) from f back to s", new[] { 1.00, -0.53, -0.53, -0.20, 0.20 },
                    gates.Reverse().Select(gate => gate.Gradient).ToArray(), TwoDecimals, Picture),
                new("df/dw0", -0.20, gradients[0], TwoDecimals, "slide: w0: [-1] x [0.2] = -0.2"),
                new("df/dx0", 0.39, gradients[1], TwoDecimals, "mathematics: 2 x 0.1966 = 0.3932"),
                new("df/dx0 with the rounded 0.2", 0.4, inputs[0].Value * Math.Round(s.Gradient, 1), 1e-15, "slide: x0: [2] x [0.2] = 0.4"),
                new("df/dw1", -0.39, gradients[2], TwoDecimals, Picture),
                new("df/dx1", -0.59, gradients[3], TwoDecimals, Picture),
                new("df/dw2", 0.20, gradients[4], TwoDecimals, Picture),
                new("the sigmoid gate's local gradient from 0.73", 0.197, rounded * (1 - rounded), 0.0005, "slide: (0.73)*(1-0.73)"),
                new("the sigmoid gate's local gradient", f.Value * (1 - f.Value),
                    Graph.Of(one).Edges[^1].LocalGradient, 1e-15, "mathematics: f (1 - f)"),
                new("w0, x0, w1, x1, w2 by one sigmoid gate", gradients,
                    others.Select(input => input.Gradient).ToArray(), 1e-15, "gate by gate"),
                new("w0, x0, w1, x1, w2 gate by gate",
                    Graphs.Autograd(t => (t[0] * t[1] + t[2] * t[3] + t[4]).sigmoid(), inputs.Select(input => input.Value)),
                    gradients, 1e-15, "TorchSharp's autograd"),
            ],
            Tables = [Graphs.Edges(f)],
            Pictures =
            [
                new("gate-by-gate", Graphs.Diagram("f = 1 / (1 + e^-(w0 x0 + w1 x1 + w2)), gate by gate", f)),
                new("one-gate", Graphs.Diagram("The same with one sigmoid gate", one)),
            ],
        };
    }

    private static Node[] Inputs() => [new(2, "w0"), new(-1, "x0"), new(-3, "w1"), new(-2, "x1"), new(-3, "w2")];

    private static Node Sum(Node[] inputs) => inputs is [var w0, var x0, var w1, var x1, var w2]
        ? w0 * x0 + w1 * x1 + w2
        : throw new ArgumentException("The neuron has two inputs.", nameof(inputs));

    // s, the gates *-1, exp, +1, and 1/x, which is f.
    private static Node[] GateByGate(Node s)
    {
        Node minus = s * -1;
        Node exp = minus.Exp();
        Node plus = exp + 1;
        return [s, minus, exp, plus, 1 / plus];
    }
}
