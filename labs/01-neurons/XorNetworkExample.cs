using CourseLabs.Backprop.Neurons;
using CourseLabs.Examples;
using CourseLabs.Matrices;
using CourseLabs.Plots;

namespace CourseLabs.Labs;

// "다층 퍼셉트론" (multi-layer perceptron) (COURSE E2): the training of XorTraining.cs.
public sealed class XorNetworkExample() : Example<XorNetworkExample.Settings>(
    "E2", "xor-network", "01-neurons", "A multi-layer perceptron learns XOR",
    "Hidden tanh neurons and a sigmoid, half squared error, gradient descent on all four examples: by hand (CourseLabs.Backprop), " +
    "and in TorchSharp from the same first weights. It may get stuck: of the seeds 0 to 299 three do with 4 hidden neurons, 20 with " +
    "3, 128 with 2, and all with 1.")
{
    // XOR is learned after these at the latest, unless it gets stuck.
    private const int Enough = 2000;

    public sealed record Settings(
        [Option("how often the network sees the four examples", Min = 1, Max = 1_000_000, Quick = Enough)] int Epochs = 5000,
        [Option("the learning rate of the network", Name = "lr", Min = 0, Max = 1_000_000)] double LearningRate = 0.5,
        [Option("how many hidden neurons the network has", Min = 1, Max = 1000)] int Hidden = 4);

    public override ExampleResult Run(Settings settings, ExampleRun run)
    {
        (var epochs, var lr, var hidden) = settings;
        var asGiven = epochs >= Enough && settings with { Epochs = new Settings().Epochs } == new Settings();
        var network = XorTraining.Draw(hidden, run.Generator());
        var side = Grid.Between(-0.5, 1.5, 81);
        var corners = XorTraining.X;
        var plane = Matrix.FromRows([.. from x2 in side from x1 in side select new[] { x1, x2 }]);
        var points = Matrix.FromValues(corners.Rows + plane.Rows, 2, [.. corners.Values, .. plane.Values]);

        void Report(int epoch, double loss) => run.Progress.Report(epoch, epochs, "epoch", loss);
        (var torchLosses, var torchOutputs) = XorTraining.InTorch(network, lr, epochs, points, Report);
        var losses = XorTraining.ByHand(network, lr, epochs, Report);
        var outputs = network.Forward(points);
        var atCorners = outputs.Values[..corners.Rows].ToArray();

        const string torch = "TorchSharp, float64, from the same weights";
        return new(Title)
        {
            Figures =
            [
                Figure.Of(
                    "answers", atCorners.Select(output => output > 0.5 ? 1.0 : 0).ToArray(), expected: new double[] { 0, 1, 1, 0 },
                    source: "mathematics: XOR, which this seed's network learns; of the seeds 0 to 299 three get stuck",
                    when: asGiven && run.Seed == 0),
                Figure.Of("outputs", atCorners),
                Figure.Of("first loss", losses[0]),
                Figure.Of("last loss", losses[^1]),
                Figure.Of(
                    "largest difference to TorchSharp's losses",
                    Results.LargestDifference(Matrix.FromRow(losses), Matrix.FromRow(torchLosses)),
                    expected: 0, tolerance: 1e-10, source: torch, when: asGiven),
                Figure.Of(
                    "largest difference to TorchSharp's outputs, over the plane", Results.LargestDifference(outputs, torchOutputs),
                    expected: 0, tolerance: 1e-10, source: torch, when: asGiven),
            ],
            Tables =
            [
                Table.Of(
                    "xor", "What the network says", [0, 1, 2, 3],
                    ("x1", i => corners[i, 0]), ("x2", i => corners[i, 1]), ("target", i => XorTraining.Target[i, 0]),
                    ("by hand", i => outputs[i, 0]), ("TorchSharp", i => torchOutputs[i, 0])),
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
            var heights = new double[side.Length, side.Length];
            for (var i = 0; i < heights.Length; i++)
                heights[i / side.Length, i % side.Length] = output[corners.Rows + i, 0];
            return DecisionChart.Of(title, corners, LogicGate.Xor.Targets, new Grid(side, side, heights), threshold: 0.5);
        }
    }
}
