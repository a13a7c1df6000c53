using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Matrices;
using CourseLabs.Plots;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>COURSE D2: the backward pass by deltas, repeated until an iteration limit or an error tolerance is reached.</summary>
public sealed class DeltaNetworkExample : BackpropagationExample
{
    /// <summary>The learning rate, eta.</summary>
    public static ExampleOption<double> LearningRate { get; } = ExampleOption.Number("lr", 0.5, "the learning rate, eta", min: 0);

    /// <summary>The iteration limit.</summary>
    public static ExampleOption<int> Limit { get; } =
        ExampleOption.WholeNumber("iterations", 10_000, "how often the weights are updated at most", min: 1, max: 1_000_000, quick: 500);

    /// <summary>The error tolerance.</summary>
    public static ExampleOption<double> Tolerance { get; } =
        ExampleOption.Number("tolerance", 1e-4, "the training stops once J is no larger", min: 0);

    /// <inheritdoc/>
    public override string Id => "D2";

    /// <inheritdoc/>
    public override string Name => "backward-by-deltas";

    /// <inheritdoc/>
    public override string Title => "Backward pass by deltas";

    /// <inheritdoc/>
    public override string Description =>
        "A 2-2-2 sigmoid network without biases: delta(3) = (a - y) a (1 - a), delta(2) = (sum of delta(3) w) a (1 - a), " +
        "w = w - eta delta a, again and again until J = J1 + J2 is within the tolerance or the limit is reached. The deck has formulas " +
        "only: the weights are drawn from N(0, 1), the input is [1, 0.5] as in its forward pass, the target [0.01, 0.99].";

    /// <inheritdoc/>
    public override IReadOnlyList<ExampleOption> Options => [LearningRate, Limit, Tolerance];

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        (double eta, int limit, double tolerance) = (context.Get(LearningRate), context.Get(Limit), context.Get(Tolerance));
        Matrix x = Matrix.FromRow(1, 0.5), y = Matrix.FromRow(0.01, 0.99);
        manual_seed(context.Seed);
        var network = new DeltaNetwork(Randn(2, 2), Randn(2, 2));

        network.Forward(x);
        (Matrix delta3, Matrix delta2) = network.Deltas(y);
        (Matrix dW1, Matrix dW2) = network.Gradients(delta3, delta2);
        // The network has no biases; autograd's are 0, and its gradients by them are the deltas, dJ/dz.
        (double first, Matrix[] autograd) = SigmoidAutograd.Of(x, y, network.W1, new Matrix(1, 2), network.W2, new Matrix(1, 2));

        IReadOnlyList<double> js = network.Train(x, y, eta, limit, tolerance, (iteration, j) =>
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (iteration % 1000 == 0)
                context.Progress?.Invoke(new(iteration, limit, "iteration", j));
        });
        bool within = js[^1] <= tolerance;
        return new(Title)
        {
            Figures =
            [
                ByHand("J at the start", first, js[0]),
                ByHand("delta(3) at the start", autograd[3], delta3),
                ByHand("delta(2) at the start", autograd[1], delta2),
                ByHand("dJ/dW(1) at the start", autograd[0], dW1),
                ByHand("dJ/dW(2) at the start", autograd[2], dW2),
                Figure.Plain("updates", js.Count - 1),
                Figure.Plain("J at the end", js[^1]),
                Figure.Plain("stopped by", within ? "the error tolerance" : "the iteration limit"),
            ],
            Pictures =
            [
                new("error", new Plot("Error of the 2-2-2 network", "iteration", "J = J1 + J2", logY: true)
                    .Line("J", js)),
            ],
        };
    }
}
