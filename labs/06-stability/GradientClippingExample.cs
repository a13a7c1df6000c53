using System.Numerics;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Plots;
using CourseLabs.Torch;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>COURSE D4: the exploding gradient of a deep linear network, and clipping as the remedy.</summary>
public sealed class GradientClippingExample : OldExample
{
    private const string PyTorch = "PyTorch 1.13, manual_seed(0)";

    /// <summary>How many layers the trained network has.</summary>
    public static ExampleOption<int> Depth { get; } =
        ExampleOption.WholeNumber("depth", 10, "how many layers the trained network has", min: 1, max: 200);

    /// <summary>How many steps of gradient descent.</summary>
    public static ExampleOption<int> Steps { get; } =
        ExampleOption.WholeNumber("steps", 500, "how many steps of gradient descent", min: 1, max: 100_000, quick: 100);

    /// <summary>The learning rate.</summary>
    public static ExampleOption<double> LearningRate { get; } =
        ExampleOption.Number("lr", 0.01, "the learning rate", min: 0);

    /// <summary>The norm that clipping leaves.</summary>
    public static ExampleOption<double> Clip { get; } =
        ExampleOption.Number("clip", 1, "the largest norm that clipping leaves to all gradients together", min: 1e-6, max: 1e6);

    /// <inheritdoc/>
    public override string Id => "D4";

    /// <inheritdoc/>
    public override string Name => "gradient-clipping";

    /// <inheritdoc/>
    public override string Lab => "06-stability";

    /// <inheritdoc/>
    public override string Title => "Exploding gradient, and clipping as the remedy";

    /// <inheritdoc/>
    public override string Description =>
        "The gradients of a deep linear network of width 4 are products of its matrices: with standard normal weights they explode with " +
        "the depth, with weights divided by sqrt(4) they do not. Gradient descent from there ends in no number after a few " +
        "steps; where the norm of all gradients together is first brought down to --clip, it learns.";

    /// <inheritdoc/>
    public override IReadOnlyList<ExampleOption> Options => [Depth, Steps, LearningRate, Clip];

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        int depth = context.Get(Depth), steps = context.Get(Steps);
        double clip = context.Get(Clip);
        Device device = Devices.Find(context.Device);
        double[] normal = NormsByDepth(1), scaled = NormsByDepth(DeepLinear.KeepingStd);
        (float[] Losses, double[] Norms) free = Train(null), clipped = Train(clip);

        bool peersSetting = context.Seed == 0 && context.HasDefault(Depth);
        bool peersRun = peersSetting && context.HasDefault(LearningRate, Clip);
        return new(Title)
        {
            Figures =
            [
                Figure.Compared(peersSetting, "norm of the gradient before training", 1698270.5254503395, free.Norms[0], 1e-4, PyTorch),
                Figure.Compared(peersSetting, "first loss", 151418.734375, free.Losses[0], 1e-4, PyTorch),
                Figure.Compared(
                    peersRun && steps > 10, "loss without clipping", "infinite or no number from step 1 on",
                    LastLoss.Of(free.Losses), 0, PyTorch),
                Figure.Compared(
                    peersRun && steps > 10, "loss with clipping after 10 steps", 32650.40234375,
                    clipped.Losses[Math.Min(10, steps - 1)], 1e-3, PyTorch),
                Figure.Plain("loss with clipping", LastLoss.Of(clipped.Losses)),
            ],
            Pictures =
            [
                new("gradient-by-depth", DepthChart(normal, scaled)),
                new("loss", StepChart($"{depth} linear layers, gradient descent", "loss", free.Losses, clipped.Losses, clip)),
                new("gradient-norm", StepChart("Norm of all gradients together, before clipping", "norm", free.Norms, clipped.Norms, clip)),
            ],
        };

        double[] NormsByDepth(double std) => [.. Enumerable.Range(1, 50).Select(layers =>
        {
            context.Cancellation.ThrowIfCancellationRequested();
            using var network = new DeepLinear(context.Seed, layers, std, device);
            return DeepLinear.Total(network.GradientNorms());
        })];

        (float[] Losses, double[] Norms) Train(double? limit)
        {
            using var network = new DeepLinear(context.Seed, depth, 1, device);
            return network.Train(
                steps, context.Get(LearningRate), limit, (step, loss) => context.Progress?.Invoke(new(step, steps, "step", loss)),
                context.Cancellation);
        }
    }

    private static Plot StepChart<T>(string title, string label, T[] free, T[] clipped, double clip)
        where T : INumber<T>
    {
        string explodes = Array.TrueForAll(free, T.IsFinite) ? "" : " (explodes)";
        return new Plot(title, "step", label, logY: true)
            .Line("without clipping" + explodes, free)
            .Line(FormattableString.Invariant($"clipped to {clip}"), clipped);
    }

    private static Plot DepthChart(double[] normal, double[] scaled)
    {
        int[] depths = [.. Enumerable.Range(1, normal.Length)];
        var chart = new Plot("Gradient of a deep linear network before training", "layers", "norm of all gradients", logY: true);
        return chart
            .Line("weights from N(0, 1)", depths, normal)
            .Line("weights from N(0, 1/4)", depths, scaled);
    }
}
