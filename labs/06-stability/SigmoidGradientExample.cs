using CourseLabs.Examples;
using CourseLabs.Plots;
using CourseLabs.Torch;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// "4.8 수치적 안정성 및 초기화" (numerical stability and initialization), "기울기 소실" (vanishing gradient) (COURSE D3): the program of
// SigmoidGradient.cs.
public sealed class SigmoidGradientExample() : Example<SigmoidGradientExample.Settings>(
    "D3", "sigmoid-gradient", "06-stability", "The sigmoid's gradient vanishes",
    "The slide's program: x from -8 to 8 in steps of 0.1, y = sigmoid(x), y.backward(ones), and a plot of y and x.grad. Outside of " +
    "[-4, 4] the gradient is below 0.018. Then a stack of sigmoid layers, through which the chain rule multiplies such numbers: the " +
    "gradient's norm layer by layer. The example vanishing-gradient compares it with tanh and ReLU.")
{
    public sealed record Settings(
        [Option("how many layers the stack has", Min = 2, Max = 50)] int Depth = 30,
        [Option("how many neurons a layer has", Min = 1, Max = 1024)] int Width = 32);

    public override ExampleResult Run(Settings settings, ExampleRun run)
    {
        using var scope = NewDisposeScope();
        var device = Devices.Find(run.Device);
        (var x, var y) = SigmoidGradient.Run(device);
        float[] xs = x.Floats(), gradient = x.grad!.Floats();

        run.Progress.Cancellation.ThrowIfCancellationRequested();
        manual_seed(run.Seed);
        var stack = StackedLayers.Draw(settings.Depth, settings.Width, StackedLayers.HeGain, device).ByAutograd(sigmoid);

        return new(Title)
        {
            Figures =
            [
                .. Figures(xs, gradient),
                Figure.Of("gradient's norm at the last layer's sums", stack.BySums[^1]),
                Figure.Of("gradient's norm at the first layer's sums", stack.BySums[0]),
                Figure.Of("factor a layer, on the way back", stack.FactorALayer),
            ],
            Pictures =
            [
                new("sigmoid", new Plot("Sigmoid and its gradient", "x", "y")
                    .Line("sigmoid", xs, y.Floats())
                    .Line("gradient", xs, gradient)),
                new("sigmoid-stack",
                    new Plot($"Gradient through {settings.Depth} sigmoid layers", "layer", "norm of dE/dZ", logY: true)
                        .Line("sigmoid", Enumerable.Range(1, settings.Depth), stack.BySums)),
            ],
        };
    }

    // float32's rounding of sigma and of 1 - sigma: at most 8e-8 was seen.
    internal static Figure[] Figures(float[] xs, float[] gradient)
    {
        const string derivative = "mathematics: sigma'(x) = sigma(x) (1 - sigma(x))";
        double Sigma(double x) => 1 / (1 + Math.Exp(-x));
        double Slope(double x) => Sigma(x) * (1 - Sigma(x));
        var largest = Array.IndexOf(gradient, gradient.Max());
        var four = Array.FindIndex(xs, x => Math.Abs(x - 4) < 1e-5);
        return
        [
            Figure.Of(
                "points", xs.Length, expected: 160,
                source: "mathematics: 16 / 0.1 points, the end left out, as the slide's arange does"),
            Figure.Of("largest gradient", gradient[largest], expected: 0.25, tolerance: 1e-7, source: derivative),
            Figure.Of("x of the largest gradient", xs[largest], expected: 0, tolerance: 1e-6, source: derivative),
            Figure.Of("gradient at 4", four < 0 ? double.NaN : gradient[four], expected: Slope(4), tolerance: 1e-7, source: derivative),
            Figure.Of(
                "largest distance from the derivative by hand", Largest.Of(xs.Zip(gradient, (x, g) => Math.Abs(g - Slope(x)))),
                expected: 0, tolerance: 1e-7, source: derivative),
        ];
    }
}
