using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Gradients;
using CourseLabs.Backprop.Losses;
using CourseLabs.Backprop.Networks;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Matrices;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>COURSE C5: the three rules written out for two hidden layers, and in a loop for any number of them.</summary>
public sealed class AnyDepthExample : BackpropagationExample
{
    private const int Batch = 8, Inputs = 6, Outputs = 4;

    /// <summary>The largest number of hidden layers.</summary>
    public static ExampleOption<int> Depth { get; } =
        ExampleOption.WholeNumber("depth", 6, "the largest number of hidden layers", min: 1, max: 50);

    /// <summary>The size of each hidden layer.</summary>
    public static ExampleOption<int> Width { get; } =
        ExampleOption.WholeNumber("width", 10, "the size of each hidden layer", min: 1, max: 1000);

    /// <inheritdoc/>
    public override string Id => "C5";

    /// <inheritdoc/>
    public override string Name => "any-depth";

    /// <inheritdoc/>
    public override string Title => "Any number of hidden layers, by three rules";

    /// <inheritdoc/>
    public override string Description =>
        "The appendix asks how to implement backpropagation for more hidden layers: the output's loss, a hidden layer's loss from the " +
        "next one's, and dW = prev' loss, db = loss. Written out for two hidden layers as on the slide, and in a loop for every depth, " +
        "beside autograd. Weights, inputs and targets are drawn from N(0, 1).";

    /// <inheritdoc/>
    public override IReadOnlyList<ExampleOption> Options => [Depth, Width];

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        manual_seed(context.Seed);
        Compared[] depths = [.. Enumerable.Range(1, context.Get(Depth)).Select(depth => new Compared(depth, context.Get(Width)))];
        return new(Title)
        {
            Figures =
            [
                WrittenOut(context.Get(Width)),
                .. depths.Select(d => new Figure(
                    $"largest gradient error, {d.Hidden} hidden", 0, d.Errors.Max(e => e.Error), 1e-12,
                    $"{Source}; ||a-b|| / max(||a||, ||b||) of a weight or bias")),
            ],
            Tables =
            [
                new(
                    "errors", "Every weight and bias", ["hidden layers", "parameter", "||gradient||", "error against autograd"],
                    [
                        .. depths.SelectMany(d => d.Errors.Select(e => (string[])
                            [NumberText.Of(d.Hidden), e.Name, .. NumberText.Row(e.Norm, e.Error)])),
                    ]),
            ],
        };
    }

    private static Figure WrittenOut(int width)
    {
        Matrix x = Randn(1, Inputs), target = Randn(1, Outputs);
        Matrix[] weights = Weights(2, width);
        Matrix[] gradients = ThreeRules.TwoHiddenLayers(x, target, weights);
        double error = gradients.Zip(SigmoidAutograd.Of(x, target, weights).Gradients, GradientError.Relative).Max();
        return new("largest gradient error, the slide's two hidden written out", 0, error, 1e-12, Source);
    }

    // W2, b2, W3, b3, ... with the slide's randn / sqrt(n_in) (COURSE C4).
    private static Matrix[] Weights(int hidden, int width)
    {
        int[] widths = [Inputs, .. Enumerable.Repeat(width, hidden), Outputs];
        return [.. widths.Zip(widths.Skip(1), (n, m) => (Matrix[])[Randn(n, m) / Math.Sqrt(n), Randn(1, m)]).SelectMany(pair => pair)];
    }

    private sealed class Compared
    {
        public Compared(int hidden, int width)
        {
            Hidden = hidden;
            Matrix x = Randn(Batch, Inputs), target = Randn(Batch, Outputs);
            Matrix[] weights = Weights(hidden, width);
            var network = new Network([.. weights.Chunk(2).Select(pair => new Dense(pair[0], pair[1], new Sigmoid()))]);
            network.FindGradients(x, target, new HalfSquaredError());
            Errors =
            [
                .. network.Parameters.Zip(SigmoidAutograd.Of(x, target, weights).Gradients, (parameter, autograd) =>
                    (parameter.ToString(), parameter.Gradient.Norm, GradientError.Relative(parameter.Gradient, autograd))),
            ];
        }

        public int Hidden { get; }

        public (string Name, double Norm, double Error)[] Errors { get; }
    }
}
