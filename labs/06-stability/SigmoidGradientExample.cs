using CourseLabs.Backprop.Activations;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Plots;
using CourseLabs.Torch;

namespace CourseLabs.Labs;

/// <summary>COURSE D3: the slide's plot of the sigmoid and its gradient, and what the gradient's smallness does to a deep stack.</summary>
public sealed class SigmoidGradientExample : OldExample
{
    private const string Derivative = "mathematics: sigma'(x) = sigma(x) (1 - sigma(x))";

    /// <inheritdoc/>
    public override string Id => "D3";

    /// <inheritdoc/>
    public override string Name => "sigmoid-gradient";

    /// <inheritdoc/>
    public override string Lab => "06-stability";

    /// <inheritdoc/>
    public override string Title => "The sigmoid's gradient vanishes";

    /// <inheritdoc/>
    public override string Description =>
        "The slide's program: x from -8 to 8 in steps of 0.1, y = sigmoid(x), y.backward(ones), and a plot of y and x.grad. Outside of " +
        "[-4, 4] the gradient is below 0.018. Then a stack of sigmoid layers, through which the chain rule multiplies such numbers: the " +
        "gradient's norm layer by layer. The example vanishing-gradient compares it with tanh and ReLU.";

    /// <inheritdoc/>
    public override IReadOnlyList<ExampleOption> Options => [StackedLayers.DepthOption, StackedLayers.WidthOption];

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        TorchSharp.torch.Device device = Devices.Find(context.Device);
        SigmoidGradient plot = SigmoidGradient.Compute(device);
        context.Cancellation.ThrowIfCancellationRequested();
        int depth = context.Get(StackedLayers.DepthOption);
        using var stack = new StackedLayers(context.Seed, depth, context.Get(StackedLayers.WidthOption), StackedLayers.HeGain, device);
        StackGradients gradients = stack.Gradients(TorchSharp.torch.sigmoid);

        return new(Title)
        {
            Figures = [.. PlotFigures(plot), .. StackFigures(gradients)],
            Pictures = [new("sigmoid", PlotChart(plot)), new("sigmoid-stack", StackChart(gradients))],
        };
    }

    private static Figure[] PlotFigures(SigmoidGradient plot)
    {
        float largest = plot.Gradient.Max();
        var byHand = new Sigmoid();
        return
        [
            new("points", 160, plot.X.Length, 0, "COURSE D3: -8 to 8 in steps of 0.1, the end left out"),
            new("largest gradient", 0.25, largest, 1e-7, "COURSE D3; " + Derivative),
            new("x of the largest gradient", 0, plot.X[Array.IndexOf(plot.Gradient, largest)], 1e-6, "COURSE D3"),
            new("gradient at 4", 0.0177, plot.Gradient[120], 5e-5, "COURSE D3: sigma'(4) = 0.0177; " + Derivative),
            new("largest distance from the derivative by hand", 0,
                plot.X.Zip(plot.Gradient, (x, g) => Math.Abs(g - byHand.Derivative(x))).Max(), 1e-7, "CourseLabs.Backprop's Sigmoid"),
        ];
    }

    private static Figure[] StackFigures(StackGradients gradients) =>
    [
        Figure.Plain("gradient's norm at the last layer's sums", gradients.BySums[^1]),
        Figure.Plain("gradient's norm at the first layer's sums", gradients.BySums[0]),
        Figure.Plain("factor a layer, on the way back", gradients.FactorALayer),
    ];

    private static Plot PlotChart(SigmoidGradient plot) =>
        new Plot("Sigmoid and its gradient", "x", "y")
            .Line("sigmoid", plot.X, plot.Y)
            .Line("gradient", plot.X, plot.Gradient);

    private static Plot StackChart(StackGradients gradients) =>
        new Plot($"Gradient through {gradients.BySums.Length} sigmoid layers", "layer", "norm of dE/dZ", logY: true)
            .Line("sigmoid", Enumerable.Range(1, gradients.BySums.Length), gradients.BySums);
}
