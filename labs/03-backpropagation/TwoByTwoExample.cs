using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Matrices;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>COURSE C2: the 2-2-2 network's gradients by the deck's component formulas, as matrices, and by autograd.</summary>
public sealed class TwoByTwoExample : BackpropagationExample
{
    /// <inheritdoc/>
    public override string Id => "C2";

    /// <inheritdoc/>
    public override string Name => "two-by-two";

    /// <inheritdoc/>
    public override string Title => "2-2-2 network: components and matrices";

    /// <inheritdoc/>
    public override string Description =>
        "E = 1/2 sum (t - a)^2 of a 2-2-2 sigmoid network: each derivative that the deck finds term by term, then all of them as " +
        "dE/dW3 = A2' loss3, dE/db3 = loss3, dE/dW2 = A1' loss2, dE/db2 = loss2, beside autograd. The deck gives no numbers: weights, " +
        "biases, input and target are drawn from N(0, 1).";

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        TwoByTwo network = Draw(context.Seed);
        (Matrix w3, Matrix b3) = OutputLayer.ByComponents(network);
        (Matrix w2, _) = HiddenLayer.ByComponents(network);
        TwoByTwo.Gradients matrices = network.ByMatrices();
        (double error, TwoByTwo.Gradients autograd) = network.ByAutograd();

        return new(Title)
        {
            Figures =
            [
                ByHand("E", error, network.Error),
                .. Weights("(3)", autograd.W3, w3),
                .. Biases("(3)", autograd.B3, b3),
                ByHand("dE/dw11(2)", autograd.W2[0, 0], w2[0, 0]),
                ByHand("dE/dW3 = A2' loss3", autograd.W3, matrices.W3),
                ByHand("dE/db3 = loss3", autograd.B3, matrices.B3),
                ByHand("dE/dW2 = A1' loss2", autograd.W2, matrices.W2),
                ByHand("dE/db2 = loss2", autograd.B2, matrices.B2),
            ],
        };
    }

    internal static TwoByTwo Draw(long seed)
    {
        manual_seed(seed);
        return new(Randn(1, 2), Randn(1, 2), Randn(2, 2), Randn(1, 2), Randn(2, 2), Randn(1, 2));
    }

    internal static IEnumerable<Figure> Weights(string layer, Matrix autograd, Matrix byHand) =>
    [
        ByHand($"dE/dw11{layer}", autograd[0, 0], byHand[0, 0]),
        ByHand($"dE/dw21{layer}", autograd[0, 1], byHand[0, 1]),
        ByHand($"dE/dw12{layer}", autograd[1, 0], byHand[1, 0]),
        ByHand($"dE/dw22{layer}", autograd[1, 1], byHand[1, 1]),
    ];

    internal static IEnumerable<Figure> Biases(string layer, Matrix autograd, Matrix byHand) =>
    [
        ByHand($"dE/db1{layer}", autograd[0, 0], byHand[0, 0]),
        ByHand($"dE/db2{layer}", autograd[0, 1], byHand[0, 1]),
    ];
}
