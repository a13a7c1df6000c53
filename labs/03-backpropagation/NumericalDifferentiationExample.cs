using System.Diagnostics;
using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Gradients;
using CourseLabs.Backprop.Losses;
using CourseLabs.Backprop.Networks;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Matrices;
using CourseLabs.Plots;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>COURSE C1: the same training by numerical differentiation and by backpropagation, time and error of both.</summary>
public sealed class NumericalDifferentiationExample : BackpropagationExample
{
    private const int Inputs = 64, Outputs = 10;

    /// <summary>The hidden layer's size.</summary>
    public static ExampleOption<int> Hidden { get; } =
        ExampleOption.WholeNumber("hidden", 30, "the size of the hidden layer", min: 1, max: 200, quick: 10);

    /// <summary>The steps of training.</summary>
    public static ExampleOption<int> Steps { get; } =
        ExampleOption.WholeNumber("steps", 20, "how often the weights are updated", min: 1, max: 10_000, quick: 5);

    /// <summary>How far a weight is moved.</summary>
    public static ExampleOption<double> H { get; } =
        ExampleOption.Number("h", 1e-4, "how far a weight is moved to each side", min: 1e-15, max: 1);

    /// <inheritdoc/>
    public override string Id => "C1";

    /// <inheritdoc/>
    public override string Name => "numerical-differentiation";

    /// <inheritdoc/>
    public override string Title => "Numerical differentiation against backpropagation";

    /// <inheritdoc/>
    public override string Description =>
        "The deck's loop of five steps, which finds each derivative by moving one weight: two forward passes for every weight of a " +
        "64-30-10 sigmoid network, where backpropagation takes one forward and one backward pass for all. Both are timed here, and the " +
        "error of the quotient is drawn against h. Data and weights are drawn from N(0, 1).";

    /// <inheritdoc/>
    public override IReadOnlyList<ExampleOption> Options => [Hidden, Steps, H];

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        const double alpha = 0.3; // deck C's learning rate
        (int steps, double h) = (context.Get(Steps), context.Get(H));
        var loss = new HalfSquaredError();
        (Network numerical, Matrix x, Matrix target) = Draw(context);
        (Network backward, _, _) = Draw(context);

        Matrix[] autograd = SigmoidAutograd.Of(x, target, [.. backward.Parameters.Select(p => p.Value)]).Gradients;
        (ErrorOfH[] errors, double error) = Errors(backward, x, target, autograd, h);
        backward.FindGradients(x, target, loss);
        double ofBackpropagation = Error([.. backward.Parameters.Select(p => p.Gradient)], autograd);

        // Each is run once before the clock starts, so that the runtime's compiling is not timed.
        NumericalDifferentiation.Train(Draw(context).Network, x, target, alpha, h, 1);
        (double[] slow, double slowTime) = Timed(() => NumericalDifferentiation.Train(numerical, x, target, alpha, h, steps, (step, e) =>
        {
            context.Cancellation.ThrowIfCancellationRequested();
            context.Progress?.Invoke(new(step, steps, "step", e));
        }));
        double[] Backpropagate(Network network) => [.. Enumerable.Range(0, steps).Select(_ => network.Train(x, target, loss, alpha))];
        Backpropagate(Draw(context).Network);
        (double[] fast, double fastTime) = Timed(() => Backpropagate(backward));

        int weights = numerical.Parameters.Sum(p => p.Value.Values.Length);
        return new(Title)
        {
            Figures =
            [
                Figure.Plain("weights and biases", weights),
                Figure.Plain("forward passes a step, numerically", 1 + (2 * weights)),
                Figure.Plain("milliseconds a step, numerically", slowTime / steps),
                Figure.Plain("milliseconds a step, by backpropagation", fastTime / steps),
                Figure.Plain("times as slow", slowTime / fastTime),
                new("error of backpropagation", 0, ofBackpropagation, 1e-12, Source),
                Figure.Plain("error of the numerical gradient", error),
                Figure.Holds(
                    "backpropagation is nearer for every h", ofBackpropagation < errors.Min(e => Math.Min(e.Central, e.Forward)), Source),
                Figure.Plain("least error over all h, central", errors.Min(e => e.Central)),
                Figure.Plain("least error over all h, forward", errors.Min(e => e.Forward)),
                Figure.Plain("last loss, numerically", slow[^1]),
                Figure.Plain("last loss, by backpropagation", fast[^1]),
            ],
            Pictures =
            [
                new("error", new Plot("Error of numerical differentiation", "h", "relative error", logX: true, logY: true)
                    .Line("(f(x+h) - f(x-h)) / 2h", errors.Select(e => e.H), errors.Select(e => e.Central))
                    .Line("(f(x+h) - f(x)) / h", errors.Select(e => e.H), errors.Select(e => e.Forward))),
            ],
        };
    }

    private static (Network Network, Matrix X, Matrix Target) Draw(ExampleContext context)
    {
        int hidden = context.Get(Hidden);
        manual_seed(context.Seed);
        Matrix x = Randn(1, Inputs), target = Randn(1, Outputs).Map(new Sigmoid().Value);
        return (new Network(Layer(Inputs, hidden), Layer(hidden, Outputs)), x, target);
    }

    // The slide's randn / sqrt(n_in) (COURSE C4).
    private static Dense Layer(int inputs, int outputs) =>
        new(Randn(inputs, outputs) / Math.Sqrt(inputs), Randn(1, outputs), new Sigmoid());

    private sealed record ErrorOfH(double H, double Central, double Forward);

    // Against autograd, for h = 1e-1 to 1e-13, and for the h that was asked for.
    private static (ErrorOfH[] Errors, double Asked) Errors(Network network, Matrix x, Matrix target, Matrix[] autograd, double asked)
    {
        var loss = new HalfSquaredError();
        double E() => loss.Value(network.Forward(x), target);
        double ErrorOf(Func<Func<double>, Matrix, double, Matrix> differentiate, double h) =>
            Error([.. network.Parameters.Select(p => differentiate(E, p.Value, h))], autograd);
        return (
            [
                .. Enumerable.Range(2, 25).Select(i => Math.Pow(10, -i / 2.0))
                    .Select(h => new ErrorOfH(
                        h, ErrorOf(NumericalDifferentiation.Central, h), ErrorOf(NumericalDifferentiation.Forward, h))),
            ],
            ErrorOf(NumericalDifferentiation.Central, asked));
    }

    // The largest of the parameters'.
    private static double Error(Matrix[] gradients, Matrix[] autograd) => gradients.Zip(autograd, GradientError.Relative).Max();

    private static (double[] Losses, double Milliseconds) Timed(Func<double[]> train)
    {
        long start = Stopwatch.GetTimestamp();
        double[] losses = train();
        return (losses, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }
}
