using CourseLabs.Backprop.Activations;
using CourseLabs.Examples;
using CourseLabs.Plots;
using CourseLabs.Torch;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// "신경망에서 딥러닝" (from neural networks to deep learning), "Vanishing Gradient" (COURSE E8), in the layers of StackedLayers.cs.
public sealed class VanishingGradientExample() : Example<VanishingGradientExample.Settings>(
    "E8", "vanishing-gradient", "06-stability", "Vanishing gradient in deep stacks",
    "The derivatives of the common activations, and the norm of the gradient at each layer of a deep stack of sigmoid, tanh and ReLU " +
    "with the same weights: by autograd, and by the slides' three rules by hand. The sigmoid's derivative is at most 1/4, so each of " +
    "its layers takes most of the gradient; ReLU with He's weights keeps it.")
{
    public sealed record Settings(
        [Option("how many layers the stack has", Min = 2, Max = 50)] int Depth = 30,
        [Option("how many neurons a layer has", Min = 1, Max = 1024)] int Width = 32,
        [Option("weights are gain * randn / sqrt(n_in); 1 is the slides'", Min = 0.1, Max = 10)] double Gain = StackedLayers.HeGain);

    // Slides "Some Common Activation Functions" and "Activation Function Derivatives"; leaky ReLU is the deck's max(0.1x, x).
    private static readonly EntrywiseActivation[] Plotted =
        [new Sigmoid(), new Tanh(), new Arctan(), new Relu(), new LeakyRelu(0.1), new Elu(), new Softplus()];

    private const double Tolerance = 1e-12;

    // Decades lost with manual_seed(0): sigmoid, tanh, ReLU.
    private static readonly double[] PyTorchs = [15.033338118323176, -0.3203134262578218, 0.22026334459687735];

    public override ExampleResult Run(Settings settings, ExampleRun run)
    {
        using var scope = NewDisposeScope();
        manual_seed(run.Seed);
        var stack = StackedLayers.Draw(settings.Depth, settings.Width, settings.Gain, Devices.Find(run.Device));
        var rounded = stack.Rounded();
        var found = new List<(string Name, StackGradients Torch, StackGradients ByHand, double Rounding)>();
        foreach (var f in NamedActivation.All)
        {
            run.Progress.Report(found.Count, NamedActivation.All.Count, "activation");
            var byHand = stack.ByHand(f.ByHand);
            found.Add((f.Name, stack.ByAutograd(f.Apply), byHand, rounded.ByHand(f.ByHand).RelativeDistance(byHand)));
        }

        return new(Title)
        {
            Figures =
            [
                .. found.Zip(PyTorchs, (f, pyTorchs) => Figure.Of(
                    $"{f.Name}: powers of ten lost on the way back", f.Torch.DecadesLost, expected: pyTorchs, tolerance: 1e-9,
                    when: run.Seed == 0 && settings == new Settings(), source: "PyTorch 1.13, manual_seed(0)")),
                .. found.Select(f => Figure.Of($"{f.Name}: factor a layer", f.Torch.FactorALayer)),
                .. found.Select(f => Figure.Of(
                    $"{f.Name}: autograd against by hand, largest relative difference of a norm", f.ByHand.RelativeDistance(f.Torch),
                    // Where tanh saturates (--gain 10), 1 - a^2 is what rounding leaves of it: then there is nothing to compare with.
                    expected: 0, tolerance: Tolerance, source: "torch's autograd, same weights, float64", when: !(f.Rounding > Tolerance))),
            ],
            Pictures =
            [
                new("activations", ActivationChart("Activations", "f(x)", (f, x) => f.Value(x))),
                new("derivatives", ActivationChart("Derivatives of the activations", "f'(x)", (f, x) => f.Derivative(x))),
                new("gradient-norms", NormChart($"Gradient at each of {settings.Depth} layers", "norm of dE/dZ", g => g.BySums)),
                new("weight-gradient-norms", NormChart($"Gradient by {settings.Depth} layers' weights", "norm of dE/dW", g => g.ByWeights)),
            ],
        };

        // Autograd's norms as lines, those by hand as points on them.
        Plot NormChart(string title, string label, Func<StackGradients, double[]> norms)
        {
            int[] layers = [.. Enumerable.Range(1, settings.Depth)];
            return found.Aggregate(
                    new Plot(title, "layer", label, logY: true), (chart, f) => chart.Line(f.Name, layers, norms(f.Torch)))
                .Scatter("by hand", found.SelectMany(_ => layers), found.SelectMany(f => norms(f.ByHand)));
        }
    }

    private static Plot ActivationChart(string title, string label, Func<EntrywiseActivation, double, double> value)
    {
        double[] xs = [.. Enumerable.Range(0, 401).Select(i => (i - 200) / 50.0)];
        return Plotted.Aggregate(new Plot(title, "x", label), (chart, f) => chart.Line(f.Name, xs, xs.Select(x => value(f, x))));
    }
}
