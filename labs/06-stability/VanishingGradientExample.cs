using CourseLabs.Backprop.Activations;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Plots;
using CourseLabs.Torch;

namespace CourseLabs.Labs;

/// <summary>
/// COURSE E8: the derivatives of the common activations, and the gradient through deep stacks of three, by autograd and by hand.
/// </summary>
public sealed class VanishingGradientExample : OldExample
{
    private static readonly string[] Plotted = ["sigmoid", "tanh", "arctan", "relu", "leaky-relu", "elu", "softplus"];

    /// <summary>The factor before 1 / sqrt(n_in).</summary>
    public static ExampleOption<double> Gain { get; } =
        ExampleOption.Number("gain", StackedLayers.HeGain, "weights are gain * randn / sqrt(n_in); 1 is the slides'", min: 0.1, max: 10);

    /// <inheritdoc/>
    public override string Id => "E8";

    /// <inheritdoc/>
    public override string Name => "vanishing-gradient";

    /// <inheritdoc/>
    public override string Lab => "06-stability";

    /// <inheritdoc/>
    public override string Title => "Vanishing gradient in deep stacks";

    /// <inheritdoc/>
    public override string Description =>
        "The derivatives of the common activations, and the norm of the gradient at each layer of a deep stack of sigmoid, tanh and ReLU " +
        "with the same weights: by autograd, and by the slides' three rules by hand. The sigmoid's derivative is at most 1/4, so each of " +
        "its layers takes most of the gradient; ReLU with He's weights keeps it.";

    /// <inheritdoc/>
    public override IReadOnlyList<ExampleOption> Options => [StackedLayers.DepthOption, StackedLayers.WidthOption, Gain];

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        int depth = context.Get(StackedLayers.DepthOption), width = context.Get(StackedLayers.WidthOption);
        using var stack = new StackedLayers(context.Seed, depth, width, context.Get(Gain), Devices.Find(context.Device));
        var found = new List<Norms>();
        foreach (NamedActivation activation in NamedActivation.All)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            found.Add(new(activation.Name, stack.Gradients(activation.Apply), stack.GradientsByHand(activation.Name)));
        }

        bool peersRun = context.Seed == 0 && context.HasDefault(StackedLayers.DepthOption, StackedLayers.WidthOption, Gain);
        return new(Title)
        {
            Figures = Figures(found, peersRun),
            Pictures =
            [
                new("activations", ActivationChart("Activations", "f(x)", (f, x) => f.Value(x))),
                new("derivatives", ActivationChart("Derivatives of the activations", "f'(x)", (f, x) => f.Derivative(x))),
                new("gradient-norms", NormChart($"Gradient at each of {depth} layers", "norm of dE/dZ", found, g => g.BySums)),
                new("weight-gradient-norms", NormChart($"Gradient by {depth} layers' weights", "norm of dE/dW", found, g => g.ByWeights)),
            ],
        };
    }

    private static Figure[] Figures(List<Norms> found, bool peersRun) =>
    [
        .. found.Select((f, i) => Figure.Compared(
            peersRun, $"{f.Name}: powers of ten lost on the way back", PyTorchsDecades[i], f.Torch.DecadesLost, 1e-9,
            "PyTorch 1.13, manual_seed(0)")),
        .. found.Select(f => Figure.Plain($"{f.Name}: factor a layer", f.Torch.FactorALayer)),
        .. found.Select(f => new Figure(
            $"{f.Name}: autograd against by hand, largest relative difference of a norm", 0, f.Torch.RelativeDistance(f.ByHand), 1e-12,
            "CourseLabs.Backprop, same weights, float64")),
    ];

    private sealed record Norms(string Name, StackGradients Torch, StackGradients ByHand);

    private static double[] PyTorchsDecades => [15.033338118323176, -0.3203134262578218, 0.22026334459687735];

    private static Plot ActivationChart(string title, string label, Func<EntrywiseActivation, double, double> value)
    {
        double[] xs = [.. Enumerable.Range(0, 401).Select(i => (i - 200) / 50.0)];
        return Plotted.Aggregate(
            new Plot(title, "x", label),
            (chart, name) => chart.Line(name, xs, xs.Select(x => value((EntrywiseActivation)ActivationNames.Create(name), x))));
    }

    // Autograd's norms as lines, those by hand as points on them.
    private static Plot NormChart(
        string title, string label, List<Norms> found, Func<StackGradients, double[]> norms)
    {
        int[] layers = [.. Enumerable.Range(1, norms(found[0].Torch).Length)];
        Plot lines = found.Aggregate(
            new Plot(title, "layer", label, logY: true),
            (chart, f) => chart.Line(f.Name, layers, norms(f.Torch)));
        return lines.Scatter("by hand", found.SelectMany(_ => layers), found.SelectMany(f => norms(f.ByHand)));
    }
}
