using System.Diagnostics;
using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Gradients;
using CourseLabs.Backprop.Losses;
using CourseLabs.Backprop.Networks;
using CourseLabs.Examples;
using CourseLabs.Matrices;
using CourseLabs.Plots;
using static CourseLabs.Labs.SigmoidAutograd;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// "수치 미분 문제점" (what is wrong with numerical differentiation) (COURSE C1): the loop of NumericalDifferentiation.cs.
public sealed class NumericalDifferentiationExample() : Example<NumericalDifferentiationExample.Settings>(
    "C1", "numerical-differentiation", "03-backpropagation", "Numerical differentiation against backpropagation",
    "The deck's loop of five steps, which finds each derivative by moving one weight: two forward passes for every weight of a " +
    "64-30-10 sigmoid network, where backpropagation takes one forward and one backward pass for all. Both are timed here, and the " +
    "error of the quotient is drawn against h. Data and weights are drawn from N(0, 1).")
{
    public sealed record Settings(
        [Option("the size of the hidden layer", Min = 1, Max = 200, Quick = 10)] int Hidden = 30,
        [Option("how often the weights are updated", Min = 1, Max = 10_000, Quick = 5)] int Steps = 20,
        [Option("how far a weight is moved to each side", Min = 1e-15, Max = 1)] double H = 1e-4);

    private const double Alpha = 0.3; // deck C's learning rate
    private static readonly HalfSquaredError Loss = new();

    private sealed record ErrorOfH(double H, double Central, double Forward);

    public override ExampleResult Run(Settings settings, ExampleRun run)
    {
        (_, var steps, var h) = settings;
        (var x, var t, var network) = Draw(settings, run);
        var autograd = Of(x, t, [.. network.Parameters.Select(p => p.Value)]).Gradients;
        ErrorOfH[] errors =
        [
            .. Enumerable.Range(2, 25).Select(i => Math.Pow(10, -i / 2.0)).Append(h).Select(h => new ErrorOfH(
                h, ErrorOf(NumericalDifferentiation.Central, h), ErrorOf(NumericalDifferentiation.Forward, h))),
        ];
        network.FindGradients(x, t, Loss);
        var ofBackpropagation = LargestError(network.Parameters.Select(p => p.Gradient));

        // Each is run once before the clock starts, so that the runtime's compiling is not timed.
        TrainNumerically(Draw(settings, run).Network, 1, null);
        (var slow, var slowTime) = Timed(() => TrainNumerically(Draw(settings, run).Network, steps, run.Progress));
        Backpropagate(Draw(settings, run).Network);
        (var fast, var fastTime) = Timed(() => Backpropagate(network));

        var weights = network.Parameters.Sum(p => p.Value.Values.Length);
        return new(Title)
        {
            Figures =
            [
                Figure.Of("weights and biases", weights),
                Figure.Of("forward passes a step, numerically", 1 + (2 * weights)),
                Figure.Of("milliseconds a step, numerically", slowTime / steps),
                Figure.Of("milliseconds a step, by backpropagation", fastTime / steps),
                Figure.Of("times as slow", slowTime / fastTime),
                Figure.Of("error of backpropagation", ofBackpropagation, expected: 0, tolerance: 1e-12, source: Source),
                Figure.Of("error of the numerical gradient", errors[^1].Central),
                Figure.Of(
                    "backpropagation is nearer for every h", ofBackpropagation < errors.Min(e => Math.Min(e.Central, e.Forward)),
                    expected: true, source: "the slide: 수치 미분에서의 오차 포함 (numerical derivatives have errors)"),
                Figure.Of("least error over all h, central", errors[..^1].Min(e => e.Central)),
                Figure.Of("least error over all h, forward", errors[..^1].Min(e => e.Forward)),
                Figure.Of("last loss, numerically", slow[^1]),
                Figure.Of("last loss, by backpropagation", fast[^1]),
            ],
            Pictures =
            [
                new("error", new Plot("Error of numerical differentiation", "h", "relative error", logX: true, logY: true)
                    .Line("(f(x+h) - f(x-h)) / 2h", errors[..^1].Select(e => e.H), errors[..^1].Select(e => e.Central))
                    .Line("(f(x+h) - f(x)) / h", errors[..^1].Select(e => e.H), errors[..^1].Select(e => e.Forward))),
            ],
        };

        double ErrorOf(Func<Func<double>, Matrix, double, Matrix> differentiate, double h) =>
            LargestError(network.Parameters.Select(p => differentiate(() => Loss.Value(network.Forward(x), t), p.Value, h)));

        double LargestError(IEnumerable<Matrix> gradients) => Largest.Of(gradients.Zip(autograd, GradientError.Relative));

        double[] TrainNumerically(Network network, int steps, Progress? progress)
        {
            Matrix[] w = [.. network.Parameters.Select(p => p.Value)];
            return NumericalDifferentiation.Train(
                x, t, w[0], w[1], w[2], w[3], Alpha, h, steps, (step, loss) => progress?.Report(step, steps, "step", loss));
        }

        double[] Backpropagate(Network network) => [.. Enumerable.Range(0, steps).Select(_ => network.Train(x, t, Loss, Alpha))];
    }

    private static (Matrix X, Matrix T, Network Network) Draw(Settings settings, ExampleRun run)
    {
        const int inputs = 64, outputs = 10;
        manual_seed(run.Seed);
        Matrix x = Randn(1, inputs), t = Randn(1, outputs).Map(new Sigmoid().Value);
        return (x, t, new(Layer(inputs, settings.Hidden), Layer(settings.Hidden, outputs)));
    }

    // The deck's randn / sqrt(n_in) (COURSE C4).
    private static Dense Layer(int inputs, int outputs) =>
        new(Randn(inputs, outputs) / Math.Sqrt(inputs), Randn(1, outputs), new Sigmoid());

    private static (double[] Losses, double Milliseconds) Timed(Func<double[]> train)
    {
        var start = Stopwatch.GetTimestamp();
        var losses = train();
        return (losses, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }
}
