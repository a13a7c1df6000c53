using System.Numerics;
using CourseLabs.Examples;
using CourseLabs.Plots;
using CourseLabs.Torch;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// "4.8 수치적 안정성 및 초기화" (numerical stability and initialization), "기울기 폭발" (exploding gradient) (COURSE D4), in the network of
// DeepLinear.cs. Clipping is not on the slides.
public sealed class GradientClippingExample() : Example<GradientClippingExample.Settings>(
    "D4", "gradient-clipping", "06-stability", "Exploding gradient, and clipping as the remedy",
    "The gradients of a deep linear network of width 4 are products of its matrices: with standard normal weights they explode with " +
    "the depth, with weights divided by sqrt(4) they do not. Gradient descent from there ends in no number after a few " +
    "steps; where the norm of all gradients together is first brought down to --clip, it learns.")
{
    public sealed record Settings(
        [Option("how many layers the trained network has", Min = 1, Max = 200)] int Depth = 10,
        [Option("how many steps of gradient descent", Min = 1, Max = 100_000, Quick = 100)] int Steps = 500,
        [Option("the learning rate", Name = "lr", Min = 0, Max = 1_000_000)] double LearningRate = 0.01,
        [Option("the largest norm that clipping leaves to all gradients together", Min = 1e-6, Max = 1e6)] double Clip = 1);

    private static readonly Settings Default = new();

    public override ExampleResult Run(Settings settings, ExampleRun run)
    {
        var device = Devices.Find(run.Device);
        var normal = NormsByDepth(1);
        var scaled = NormsByDepth(0.5); // 1 / sqrt(4): a layer keeps the variance of what it gets
        (float[] Losses, double[] Norms) free = Train(double.PositiveInfinity), clipped = Train(settings.Clip);
        (float[] Losses, double[] Norms) Train(double clip)
        {
            using var scope = NewDisposeScope();
            manual_seed(run.Seed);
            return DeepLinear.Draw(settings.Depth, device: device).Train(
                settings.Steps, settings.LearningRate, clip, (step, loss) => run.Progress.Report(step, settings.Steps, "step", loss));
        }

        double[] NormsByDepth(double std) => [.. Enumerable.Range(1, 50).Select(depth =>
        {
            run.Progress.Cancellation.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            manual_seed(run.Seed);
            var network = DeepLinear.Draw(depth, std, device);
            network.Loss().backward();
            return network.GradientNorm();
        })];

        const string pyTorch = "PyTorch 1.13, manual_seed(0)";
        var isDefault = run.Seed == 0 && settings with { Steps = Default.Steps } == Default;
        return new(Title)
        {
            Figures =
            [
                Figure.Of(
                    "norm of the gradient before training", free.Norms[0], expected: 1698270.5254503395, tolerance: 1e-5, when: isDefault,
                    source: pyTorch),
                Figure.Of("first loss", free.Losses[0], expected: 151418.734375, tolerance: 1e-5, when: isDefault, source: pyTorch),
                Figure.Of(
                    "loss without clipping", LastLoss.Of(free.Losses), expected: "infinite or no number from step 1 on",
                    when: isDefault && settings.Steps > 10, source: pyTorch),
                // Ten steps amplify the rounding of the gradients: the three seeds that were compared with PyTorch differ by 1e-6 at most.
                Figure.Of(
                    "loss with clipping after 10 steps", clipped.Losses[Math.Min(10, settings.Steps - 1)], expected: 32650.40234375,
                    tolerance: 1e-4, when: isDefault && settings.Steps > 10, source: pyTorch),
                Figure.Of("loss with clipping", LastLoss.Of(clipped.Losses)),
            ],
            Pictures =
            [
                new("gradient-by-depth",
                    new Plot("Gradient of a deep linear network before training", "layers", "norm of all gradients", logY: true)
                        .Line("weights from N(0, 1)", Enumerable.Range(1, 50), normal)
                        .Line("weights from N(0, 1/4)", Enumerable.Range(1, 50), scaled)),
                new("loss", StepChart($"{settings.Depth} linear layers, gradient descent", "loss", free.Losses, clipped.Losses)),
                new("gradient-norm", StepChart("Norm of all gradients together, before clipping", "norm", free.Norms, clipped.Norms)),
            ],
        };

        Plot StepChart<T>(string title, string label, T[] free, T[] clipped)
            where T : INumber<T> =>
            new Plot(title, "step", label, logY: true)
                .Line("without clipping" + (free.All(T.IsFinite) ? "" : " (explodes)"), free)
                .Line(FormattableString.Invariant($"clipped to {settings.Clip}"), clipped);
    }
}
