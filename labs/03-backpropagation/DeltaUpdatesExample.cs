using CourseLabs.Examples;
using CourseLabs.Matrices;
using CourseLabs.Plots;
using static CourseLabs.Labs.SigmoidAutograd;

namespace CourseLabs.Labs;

// "오차공식" (the error formula) and "가중치 업데이트하기" (updating the weights) (COURSE E7): the network of DeltaUpdates.cs.
public sealed class DeltaUpdatesExample() : Example<DeltaUpdatesExample.Settings>(
    "E7", "delta-updates", "03-backpropagation", "Weight updates by deltas",
    "A 2-2-2 sigmoid network: derror/dw31 by the chain rule, the delta in it, derror/dw11 through both outputs, and every weight " +
    "updated at once, again and again. The deck has formulas only; the numbers are those of a well-known worked example of the same " +
    "network, which prints what each step must give. Its bias units have the weights 0.35 and 0.60; with the deck's, which add +1, the " +
    "gradients stand beside autograd's.")
{
    public sealed record Settings(
        [Option("the learning rate, eta", Name = "lr", Min = 0, Max = 1_000_000)] double LearningRate = 0.5,
        [Option("how often the weights are updated", Min = 1, Max = 10_000_000, Quick = 100)] int Updates = 10_000);

    private const double X1 = 0.05, X2 = 0.10, Yt1 = 0.01, Yt2 = 0.99;
    private const string Torch = "PyTorch 1.13, autograd and SGD in float64";
    private const string Mazur = "Matt Mazur, A Step by Step Backpropagation Example, 2015 (the deck has no numbers)";

    public override ExampleResult Run(Settings settings, ExampleRun run)
    {
        (var eta, var updates) = settings;
        var network = DeltaUpdates.Mazurs;
        var gradient = network.Gradient(X1, X2, Yt1, Yt2);
        var once = network.Step(gradient, eta);

        var errors = new double[updates + 1];
        for (var t = 0; t < updates; t++)
        {
            errors[t] = network.Error(X1, X2, Yt1, Yt2);
            network = network.Step(network.Gradient(X1, X2, Yt1, Yt2), eta);
            run.Progress.Report(t, updates, "update", errors[t]);
        }

        errors[updates] = network.Error(X1, X2, Yt1, Yt2);

        var sameRate = eta == new Settings().LearningRate;
        return new(Title)
        {
            Figures =
            [
                Figure.Of("error before", errors[0], expected: 0.298371109, tolerance: 5e-10, source: Mazur),
                Figure.Of("derror/dw31", gradient.W31, expected: 0.082167041, tolerance: 5e-10, source: Mazur),
                Figure.Of("w31(1)", once.W31, expected: 0.35891648, tolerance: 5e-9, source: Mazur, when: sameRate),
                Figure.Of("derror/dw11", gradient.W11, expected: 0.000438568, tolerance: 5e-10, source: Mazur),
                Figure.Of("w11(1)", once.W11, expected: 0.149780716, tolerance: 5e-10, source: Mazur, when: sameRate),
                Figure.Of(
                    "error after one update", errors[1], expected: 0.29102777369359933, tolerance: 1e-14, source: Torch, when: sameRate),
                Figure.Of(
                    "error after 10000 updates", errors[^1], expected: 3.510187782978851e-05, tolerance: 1e-16, source: Torch,
                    when: settings == new Settings()),
                .. BesideAutograd("", DeltaUpdates.Mazurs),
                .. BesideAutograd(", the deck's +1 biases", DeltaUpdates.Decks),
            ],
            Pictures =
            [
                new("error", new Plot("Error of the 2-2-2 network by deltas", "update", "error", logY: true).Line("error", errors)),
            ],
        };
    }

    private static Figure[] BesideAutograd(string which, DeltaUpdates n)
    {
        var g = n.Gradient(X1, X2, Yt1, Yt2);
        var autograd = Of(
            Matrix.FromRow(X1, X2), Matrix.FromRow(Yt1, Yt2),
            Matrix.FromRows([n.W11, n.W21], [n.W12, n.W22]), Matrix.FromRow(n.HiddenBias, n.HiddenBias),
            Matrix.FromRows([n.W31, n.W41], [n.W32, n.W42]), Matrix.FromRow(n.OutputBias, n.OutputBias)).Gradients;
        return
        [
            Beside($"derror/dw11, dw21, dw12, dw22{which}", Matrix.FromRow(g.W11, g.W21, g.W12, g.W22), autograd[0]),
            Beside($"derror/dw31, dw41, dw32, dw42{which}", Matrix.FromRow(g.W31, g.W41, g.W32, g.W42), autograd[2]),
            Beside(
                $"derror by the bias units' weights{which}", Matrix.FromRow(g.HiddenBias, g.OutputBias),
                Matrix.FromRow(autograd[1].Sum(), autograd[3].Sum())),
        ];
    }
}
