using CourseLabs.Backprop.Networks;
using CourseLabs.Backprop.Neurons;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Matrices;
using CourseLabs.Plots;

namespace CourseLabs.Labs;

/// <summary>COURSE E2: a multi-layer perceptron learns XOR, by hand and in TorchSharp from the same weights.</summary>
public sealed class XorNetworkExample : OldExample
{
    /// <summary>How often the four examples are seen.</summary>
    public static ExampleOption<int> Epochs { get; } =
        ExampleOption.WholeNumber("epochs", 5000, "how often the network sees the four examples", min: 1, max: 1_000_000, quick: 2000);

    /// <summary>The learning rate.</summary>
    public static ExampleOption<double> LearningRate { get; } =
        ExampleOption.Number("lr", 0.5, "the learning rate of the network", min: 0);

    /// <summary>How many hidden neurons there are.</summary>
    public static ExampleOption<int> Hidden { get; } =
        ExampleOption.WholeNumber("hidden", 4, "how many hidden neurons the network has", min: 1, max: 1000);

    /// <inheritdoc/>
    public override string Id => "E2";

    /// <inheritdoc/>
    public override string Name => "xor-network";

    /// <inheritdoc/>
    public override string Lab => "01-neurons";

    /// <inheritdoc/>
    public override string Title => "A multi-layer perceptron learns XOR";

    /// <inheritdoc/>
    public override string Description =>
        "Hidden tanh neurons and a sigmoid, half squared error, gradient descent on all four examples: by hand (CourseLabs.Backprop), " +
        "and in TorchSharp from the same first weights. It may get stuck: of the seeds 0 to 299 three do with 4 hidden neurons, 20 with " +
        "3, 128 with 2, and all with 1.";

    /// <inheritdoc/>
    public override IReadOnlyList<ExampleOption> Options => [Epochs, LearningRate, Hidden];

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        (int epochs, double lr, int hidden) = (context.Get(Epochs), context.Get(LearningRate), context.Get(Hidden));
        bool asGiven = context.HasDefault(LearningRate, Hidden) && epochs >= Epochs.QuickDefault;
        Network network = XorTraining.Draw(hidden, Results.Generator(context.Seed));
        int[] corners = [0, 1, 2, 3];
        double[] side = Grid.Between(-0.5, 1.5, 81);
        // The four corners, then the plane row by row.
        Matrix points = Matrix.FromRows(
        [
            .. corners.Select(i => XorTraining.X.Row(i).ToArray()),
            .. from x2 in side from x1 in side select new[] { x1, x2 },
        ]);
        (double[] torchLosses, Matrix torchOutputs) = XorTraining.InTorch(network, lr, epochs, points, context.Cancellation);
        double[] losses = XorTraining.ByHand(network, lr, epochs, context.Cancellation);
        Matrix outputs = network.Forward(points);
        double[] answers = [.. corners.Select(i => outputs[i, 0] > 0.5 ? 1.0 : 0)];
        const string torch = "TorchSharp, float64, from the same weights";

        return new(Title)
        {
            Figures =
            [
                Figure.Compared(asGiven && context.Seed == 0, "answers", new double[] { 0, 1, 1, 0 },
                    answers, 0, "slide: a multi-layer perceptron solves XOR; of the seeds 0 to 299 three get stuck"),
                Figure.Plain("outputs", outputs.Values[..4].ToArray()),
                Figure.Plain("first loss", losses[0]),
                Figure.Plain("last loss", losses[^1]),
                Figure.Compared(asGiven, "largest difference to TorchSharp's losses", 0,
                    Results.LargestDifference(Matrix.FromRow(losses), Matrix.FromRow(torchLosses)), 1e-10, torch),
                Figure.Compared(asGiven, "largest difference to TorchSharp's outputs, over the plane", 0,
                    Results.LargestDifference(outputs, torchOutputs), 1e-10, torch),
            ],
            Tables =
            [
                new("xor", "What the network says", ["x1", "x2", "target", "by hand", "TorchSharp"],
                    [.. corners.Select(i => NumberText.Row(
                        points[i, 0], points[i, 1], XorTraining.Target[i, 0], outputs[i, 0], torchOutputs[i, 0]))]),
            ],
            Pictures =
            [
                new("loss", new Plot("Loss of the XOR network", "epoch", "half squared error", logY: true)
                    .Line("by hand", losses)
                    .Line("TorchSharp", torchLosses)),
                new("decision", new PlotGrid(
                    "Where the output is above 0.5",
                    [Decision("by hand", outputs), Decision("TorchSharp", torchOutputs)],
                    columns: 2)),
            ],
        };

        Plot Decision(string title, Matrix output)
        {
            double[,] plane = new double[side.Length, side.Length];
            for (int i = 0; i < plane.Length; i++)
                plane[i / side.Length, i % side.Length] = output[corners.Length + i, 0];
            return DecisionChart.Of(title, XorTraining.X, LogicGate.Xor.Targets, new Grid(side, side, plane), threshold: 0.5);
        }
    }
}
