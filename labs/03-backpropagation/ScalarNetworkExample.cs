using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Matrices;
using CourseLabs.Torch;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>COURSE A4: every derivative of a network with one neuron a layer, by hand and by autograd.</summary>
public sealed class ScalarNetworkExample : BackpropagationExample
{
    /// <summary>The input.</summary>
    public static ExampleOption<double> X { get; } = ExampleOption.Number("x", 1, "the network's input");

    /// <summary>The label.</summary>
    public static ExampleOption<double> Y { get; } = ExampleOption.Number("y", 0, "the label; it moves the loss, and no derivative");

    /// <inheritdoc/>
    public override string Id => "A4";

    /// <inheritdoc/>
    public override string Name => "scalar-network";

    /// <inheritdoc/>
    public override string Title => "Three layers of one neuron";

    /// <inheritdoc/>
    public override string Description =>
        "y* = w3 sig(w2 sig(w1 x + b1) + b2) + b3 and loss = y* - y: the derivative of the loss by each weight and bias, by the chain " +
        "rule and by autograd. The slide gives formulas and no numbers, so the weights are drawn from N(0, 1).";

    /// <inheritdoc/>
    public override IReadOnlyList<ExampleOption> Options => [X, Y];

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        double x = context.Get(X), y = context.Get(Y);
        manual_seed(context.Seed);
        Matrix drawn = Randn(1, 6);
        var network = new ScalarNetwork(drawn[0, 0], drawn[0, 1], drawn[0, 2], drawn[0, 3], drawn[0, 4], drawn[0, 5]);
        ScalarNetwork.Gradient byHand = network.Backward(x);

        (double loss, Matrix[] gradients) = MatrixTensors.Autograd(
            t =>
            {
                Tensor w1 = t[0][0, 0], b1 = t[0][0, 1], w2 = t[0][0, 2], b2 = t[0][0, 3], w3 = t[0][0, 4], b3 = t[0][0, 5];
                return (w3 * sigmoid((w2 * sigmoid((w1 * x) + b1)) + b2)) + b3 - y;
            },
            drawn);
        double[] autograd = gradients[0].Values.ToArray();

        (string Name, string Formula, double ByHand, double Autograd)[] rows =
        [
            ("dloss/dw3", "sig(h2_in)", byHand.W3, autograd[4]),
            ("dloss/db3", "1", byHand.B3, autograd[5]),
            ("dloss/dw2", "w3 sig'(h2_in) sig(w1 x + b1)", byHand.W2, autograd[2]),
            ("dloss/db2", "w3 sig'(h2_in)", byHand.B2, autograd[3]),
            ("dloss/dw1", "w3 sig'(h2_in) w2 sig'(w1 x + b1) x", byHand.W1, autograd[0]),
            ("dloss/db1", "w3 sig'(h2_in) w2 sig'(w1 x + b1)", byHand.B1, autograd[1]),
        ];
        return new(Title)
        {
            Figures =
            [
                ByHand("loss", loss, network.Loss(x, y)),
                new("dloss/db3 of the slide", 1, byHand.B3, 0, "the slide: dloss/db3 = 1"),
                .. rows.Select(row => ByHand(row.Name, row.Autograd, row.ByHand)),
                Figure.Plain("the slide's dloss/dw2, without the sigmoid's derivative", network.SlidesW2(x)),
            ],
            Tables =
            [
                new(
                    "derivatives",
                    "h2_in = w2 sig(w1 x + b1) + b2",
                    ["derivative", "formula", "by hand", "autograd"],
                    [.. rows.Select(row => (string[])[row.Name, row.Formula, .. NumberText.Row(row.ByHand, row.Autograd)])]),
            ],
        };
    }
}
