using CourseLabs.Examples;
using CourseLabs.Torch;
using static CourseLabs.Labs.SigmoidAutograd;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// "쉽게 이해되도록 loss = 예측값 - 실제로 설정" (to make it easy: let loss = prediction - true value) and "Simple Chain Rule" (COURSE A4): the
// derivatives of ScalarNetwork.cs.
public sealed class ScalarNetworkExample() : Example<ScalarNetworkExample.Settings>(
    "A4", "scalar-network", "03-backpropagation", "Three layers of one neuron",
    "y* = w3 sig(w2 sig(w1 x + b1) + b2) + b3 and loss = y* - y: the derivative of the loss by each weight and bias, by the chain " +
    "rule and by autograd. The slide gives formulas and no numbers, so the weights are drawn from N(0, 1).")
{
    public sealed record Settings(
        [Option("the network's input")] double X = 1,
        [Option("the label; it moves the loss, and no derivative")] double Y = 0);

    private sealed record Row(string Name, string Formula, double ByHand, double Autograd);

    public override ExampleResult Run(Settings settings, ExampleRun run)
    {
        (var x, var y) = (settings.X, settings.Y);
        manual_seed(run.Seed);
        var drawn = Randn(1, 6);
        var network = new ScalarNetwork(drawn[0, 0], drawn[0, 1], drawn[0, 2], drawn[0, 3], drawn[0, 4], drawn[0, 5]);
        var byHand = network.Backward(x);

        (var loss, var gradients) = MatrixTensors.Autograd(
            t =>
            {
                Tensor w1 = t[0][0, 0], b1 = t[0][0, 1], w2 = t[0][0, 2], b2 = t[0][0, 3], w3 = t[0][0, 4], b3 = t[0][0, 5];
                return (w3 * sigmoid((w2 * sigmoid((w1 * x) + b1)) + b2)) + b3 - y;
            },
            drawn);
        var autograd = gradients[0].Values.ToArray();

        Row[] rows =
        [
            new("dloss/dw3", "sig(h2_in)", byHand.W3, autograd[4]),
            new("dloss/db3", "1", byHand.B3, autograd[5]),
            new("dloss/dw2", "w3 sig'(h2_in) sig(w1 x + b1)", byHand.W2, autograd[2]),
            new("dloss/db2", "w3 sig'(h2_in)", byHand.B2, autograd[3]),
            new("dloss/dw1", "w3 sig'(h2_in) w2 sig'(w1 x + b1) x", byHand.W1, autograd[0]),
            new("dloss/db1", "w3 sig'(h2_in) w2 sig'(w1 x + b1)", byHand.B1, autograd[1]),
        ];
        return new(Title)
        {
            Figures =
            [
                Beside("loss", network.Loss(x, y), loss),
                // Ours is autograd's: the lines by hand have the slide's 1 written in them.
                Figure.Of("dloss/db3 of the slide", autograd[5], expected: 1, source: "the slide: dloss/db3 = 1"),
                .. rows.Select(row => Beside(row.Name, row.ByHand, row.Autograd)),
                Figure.Of("the slide's dloss/dw2, without the sigmoid's derivative", network.SlidesW2(x)),
            ],
            Tables =
            [
                Table.Of(
                    "derivatives", "h2_in = w2 sig(w1 x + b1) + b2", rows,
                    ("derivative", row => row.Name), ("formula", row => row.Formula),
                    ("by hand", row => row.ByHand), ("autograd", row => row.Autograd)),
            ],
        };
    }
}
