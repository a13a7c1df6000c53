using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Matrices;
using CourseLabs.Plots;

namespace CourseLabs.Labs;

/// <summary>COURSE E7: w31, then w11, then every weight of deck E's 2-2-2 network by deltas, with the slide's missing eta.</summary>
public sealed class DeltaUpdatesExample : BackpropagationExample
{
    private const double X1 = 0.05, X2 = 0.10, Yt1 = 0.01, Yt2 = 0.99;
    private const string Torch = "PyTorch 1.13, autograd and SGD in float64";
    private const string Mazur = "Matt Mazur, A Step by Step Backpropagation Example, 2015 (the deck has no numbers)";

    /// <summary>The learning rate, eta.</summary>
    public static ExampleOption<double> LearningRate { get; } = ExampleOption.Number("lr", 0.5, "the learning rate, eta", min: 0);

    /// <summary>How often the weights are updated.</summary>
    public static ExampleOption<int> Updates { get; } =
        ExampleOption.WholeNumber("updates", 10_000, "how often the weights are updated", min: 1, max: 10_000_000, quick: 100);

    /// <inheritdoc/>
    public override string Id => "E7";

    /// <inheritdoc/>
    public override string Name => "delta-updates";

    /// <inheritdoc/>
    public override string Title => "Weight updates by deltas";

    /// <inheritdoc/>
    public override string Description =>
        "A 2-2-2 sigmoid network: derror/dw31 by the chain rule, the delta in it, derror/dw11 through both outputs, and every weight " +
        "updated at once, again and again. The deck has formulas only; the numbers are those of a well-known worked example of the same " +
        "network, which prints what each step must give.";

    /// <inheritdoc/>
    public override IReadOnlyList<ExampleOption> Options => [LearningRate, Updates];

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        double eta = context.Get(LearningRate);
        DeltaUpdates start = DeltaUpdates.Mazurs;
        DeltaUpdates gradient = start.Gradient(X1, X2, Yt1, Yt2);
        DeltaUpdates once = start.Step(gradient, eta);
        double[] errors = Train(start, eta, context);

        bool sameRate = context.HasDefault(LearningRate);
        bool sameRun = sameRate && context.HasDefault(Updates);
        Matrix[] autograd = SigmoidAutograd.Of(
            Matrix.FromRow(X1, X2), Matrix.FromRow(Yt1, Yt2),
            Matrix.FromRows([start.W11, start.W21], [start.W12, start.W22]), Matrix.FromRow(start.HiddenBias, start.HiddenBias),
            Matrix.FromRows([start.W31, start.W41], [start.W32, start.W42]), Matrix.FromRow(start.OutputBias, start.OutputBias)).Gradients;
        return new(Title)
        {
            Figures =
            [
                new("error before", 0.298371109, errors[0], 5e-10, Mazur),
                new("derror/dw31", 0.082167041, gradient.W31, 5e-10, Mazur),
                Figure.Compared(sameRate, "w31(1)", 0.35891648, once.W31, 5e-9, Mazur),
                new("derror/dw11", 0.000438568, gradient.W11, 5e-10, Mazur),
                Figure.Compared(sameRate, "w11(1)", 0.149780716, once.W11, 5e-10, Mazur),
                Figure.Compared(sameRate, "error after one update", 0.29102777369359933, errors[1], 1e-14, Torch),
                Figure.Compared(sameRun, "error after 10000 updates", 3.510187782978851e-05, errors[^1], 1e-16, Torch),
                ByHand(
                    "derror/dw11, dw21, dw12, dw22", autograd[0],
                    Matrix.FromRow(gradient.W11, gradient.W21, gradient.W12, gradient.W22)),
                ByHand(
                    "derror/dw31, dw41, dw32, dw42", autograd[2],
                    Matrix.FromRow(gradient.W31, gradient.W41, gradient.W32, gradient.W42)),
            ],
            Pictures =
            [
                new("error", new Plot("Error of the 2-2-2 network by deltas", "update", "error", logY: true)
                    .Line("error", errors)),
            ],
        };
    }

    private static double[] Train(DeltaUpdates network, double eta, ExampleContext context)
    {
        int updates = context.Get(Updates);
        double[] errors = new double[updates + 1];
        for (int t = 0; t < updates; t++)
        {
            errors[t] = network.Error(X1, X2, Yt1, Yt2);
            network = network.Step(network.Gradient(X1, X2, Yt1, Yt2), eta);
            if (t % 100_000 == 0)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                context.Progress?.Invoke(new(t, updates, "update", errors[t]));
            }
        }
        errors[updates] = network.Error(X1, X2, Yt1, Yt2);
        return errors;
    }
}
