using CourseLabs.Examples;
using CourseLabs.Matrices;
using static CourseLabs.Labs.SigmoidAutograd;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// "출력 층에서의 오차역전파" and "은닉층에서의 오차역전파" (backpropagation in the output layer and in the hidden layer), each with its "정리"
// (summary) (COURSE C2): the formulas of TwoByTwo.cs.
public sealed class TwoByTwoExample() : Example(
    "C2", "two-by-two", "03-backpropagation", "2-2-2 network: components and matrices",
    "E = 1/2 sum (t - a)^2 of a 2-2-2 sigmoid network: each derivative that the deck finds term by term, then all of them as " +
    "dE/dW3 = A2' loss3, dE/db3 = loss3, dE/dW2 = A1' loss2, dE/db2 = loss2, then as the chain of local derivatives, each a matrix, " +
    "multiplied out, beside autograd. The deck gives no numbers: weights, biases, input and target are drawn from N(0, 1).")
{
    public override ExampleResult Run(ExampleRun run)
    {
        var network = Draw(run.Seed);
        (var w3, var b3) = network.OutputLayer();
        (var w2, _) = network.HiddenLayer();
        var (matrices, chain, autograd) = (network.ByMatrices(), network.ByChain(), network.ByAutograd());
        var local = network.LocalDerivatives();
        return new(Title)
        {
            Figures =
            [
                Beside("E", network.E, Of(network.A1, network.T, network.W2, network.B2, network.W3, network.B3).Error),
                .. Weights("(3)", w3, autograd.W3),
                .. Biases("(3)", b3, autograd.B3),
                Beside("dE/dw11(2)", w2[0, 0], autograd.W2[0, 0]),
                Beside("dE/dW3 = A2' loss3", matrices.W3, autograd.W3),
                Beside("dE/db3 = loss3", matrices.B3, autograd.B3),
                Beside("dE/dW2 = A1' loss2", matrices.W2, autograd.W2),
                Beside("dE/db2 = loss2", matrices.B2, autograd.B2),
                Beside("dE/dW3 = dE/dA3 dA3/dW3", chain.W3, autograd.W3),
                Beside("dE/db3 = dE/dA3 dA3/db3", chain.B3, autograd.B3),
                Beside("dE/dW2 = dE/dA3 dA3/dA2 dA2/dW2", chain.W2, autograd.W2),
                Beside("dE/db2 = dE/dA3 dA3/dA2 dA2/db2", chain.B2, autograd.B2),
            ],
            Tables =
            [
                Table.Of(
                    "local-derivatives", "Local derivatives: a row an output, a column an input (of a W: w11, w21, w12, w22)",
                    [
                        .. Rows("dE/dA3", local.E_A3), .. Rows("dA3/dA2", local.A3_A2), .. Rows("dA3/dW3", local.A3_W3),
                        .. Rows("dA3/db3", local.A3_b3), .. Rows("dA2/dW2", local.A2_W2), .. Rows("dA2/db2", local.A2_b2),
                    ],
                    ("derivative", row => row.Name), ("row", row => row.Row), ("numbers", row => row.Numbers)),
            ],
        };
    }

    internal static TwoByTwo Draw(long seed)
    {
        manual_seed(seed);
        return new(Randn(1, 2), Randn(1, 2), Randn(2, 2), Randn(1, 2), Randn(2, 2), Randn(1, 2));
    }

    internal static Figure[] Weights(string layer, Matrix byHand, Matrix autograd) =>
    [
        Beside($"dE/dw11{layer}", byHand[0, 0], autograd[0, 0]),
        Beside($"dE/dw21{layer}", byHand[0, 1], autograd[0, 1]),
        Beside($"dE/dw12{layer}", byHand[1, 0], autograd[1, 0]),
        Beside($"dE/dw22{layer}", byHand[1, 1], autograd[1, 1]),
    ];

    internal static Figure[] Biases(string layer, Matrix byHand, Matrix autograd) =>
        [Beside($"dE/db1{layer}", byHand[0, 0], autograd[0, 0]), Beside($"dE/db2{layer}", byHand[0, 1], autograd[0, 1])];

    private static IEnumerable<(string Name, int Row, string Numbers)> Rows(string name, Matrix local) =>
        Enumerable.Range(0, local.Rows).Select(i => (name, i + 1, string.Join(' ', NumberText.Row(local.Row(i).ToArray()))));
}
