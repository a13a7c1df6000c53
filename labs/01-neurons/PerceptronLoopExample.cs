using CourseLabs.Examples;
using CourseLabs.Matrices;
using CourseLabs.Plots;
using CourseLabs.Torch;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// "퍼셉트론의 학습과정" (how the perceptron learns) (COURSE A8): the loop of PerceptronLoop.cs.
public sealed class PerceptronLoopExample() : Example<PerceptronLoopExample.Settings>(
    "A8", "perceptron-loop", "01-neurons", "The perceptron's learning loop in five steps",
    "1 random w and b, 2 predict, 3 compare with the label, 4 change w and b, 5 repeat: on points in a square, labelled by a line " +
    "that the perceptron does not know. It needs no more corrections than Novikoff's theorem allows, and its weights are those of " +
    "stochastic gradient descent on the loss max(0, -t s).")
{
    public sealed record Settings(
        [Option("how many points are drawn", Min = 2, Max = 10_000, Quick = 30)] int Points = 60);

    private const double LearningRate = 0.1;

    // Points nearer than this to the true line are not drawn, so that the loop must end.
    private const double Margin = 0.02;

    public override ExampleResult Run(Settings settings, ExampleRun run)
    {
        var random = run.Generator();
        (var x, var labels) = Draw(settings.Points, random);
        (var start, var weights, var errors) = PerceptronLoop.Run(
            x, labels, random, LearningRate, print: _ => run.Progress.Cancellation.ThrowIfCancellationRequested());

        // Autograd takes a minute for thousands of points.
        var fewPoints = settings.Points <= new Settings().Points;
        (var bySgd, var errorsOfSgd) = fewPoints ? Sgd(x, labels, start, errors.Count) : ([], []);

        // A correction adds 2 lr t (1, x), and the true line's weights (offset, cos, sin) are at most sqrt(1.25) long.
        var bound = Novikoff(Matrix.FromRow(start).Norm / (2 * LearningRate), Math.Sqrt(3), Margin / Math.Sqrt(1.25));
        const string torch = "TorchSharp: SGD on max(0, -t s), a step a point, from the same w";
        return new(Title)
        {
            Figures =
            [
                Figure.Of(
                    "wrong answers at the end",
                    labels.Index().Count(n => (Score(weights, x[n.Index, 0], x[n.Index, 1]) >= 0 ? 1 : -1) != n.Item),
                    expected: 0, source: "mathematics: a line parts these points, so the loop ends without errors"),
                Figure.Of("epochs", errors.Count),
                Figure.Of("corrections", errors.Sum()),
                Figure.Of(
                    FormattableString.Invariant($"no more than {Math.Floor(bound)} corrections"), errors.Sum() <= bound,
                    expected: true, source: "mathematics: Novikoff's theorem (1962)"),
                Figure.Of("w0, w1, w2", weights, expected: bySgd, tolerance: 1e-12, source: torch, when: fewPoints),
                Figure.Of(
                    "wrong answers in each epoch", Doubles(errors), expected: Doubles(errorsOfSgd), source: torch, when: fewPoints),
            ],
            Tables =
            [
                Table.Of(
                    "epochs", "Wrong answers an epoch", errors.Index(),
                    ("epoch", n => n.Index + 1), ("wrong answers", n => n.Item)),
            ],
            Pictures =
            [
                new("lines", new PlotGrid(
                    "The perceptron's line", [Chart("before learning", start), Chart("after learning", weights)], columns: 2)),
                new("errors", new Plot("Wrong answers an epoch", "epoch", "wrong answers")
                    .Line("wrong answers", Enumerable.Range(1, errors.Count), errors)),
            ],
        };

        Plot Chart(string title, double[] w) =>
            DecisionChart.Of(title, x, labels, Grid.Of((-1, 1), (-1, 1), (x1, x2) => Score(w, x1, x2)));
    }

    // How often a perceptron can be corrected by t (1, x): if weights of length 1 give t s of at least the margin for all points, and no
    // (1, x) is longer than the radius, then after k corrections w + sum t (1, x) is at least k margin - |w| along those weights, and at
    // most sqrt(|w|^2 + k radius^2) long, since each correction is of a wrong answer. So k is at most
    // (radius^2 + 2 |w| margin) / margin^2, where the start |w| is measured in corrections.
    internal static double Novikoff(double start, double radius, double margin) =>
        ((radius * radius) + (2 * start * margin)) / (margin * margin);

    // Uniform in the square from (-1, -1) to (1, 1), labelled by the line cos x1 + sin x2 + offset = 0; both classes occur.
    internal static (Matrix X, int[] Labels) Draw(int count, Random random)
    {
        double angle = random.NextDouble() * 2 * Math.PI, offset = random.NextDouble() - 0.5;
        var x = new Matrix(count, 2);
        var labels = new int[count];
        for (var n = 0; n < count; n++)
        {
            double score;
            do
            {
                x[n, 0] = (2 * random.NextDouble()) - 1;
                x[n, 1] = (2 * random.NextDouble()) - 1;
                score = (Math.Cos(angle) * x[n, 0]) + (Math.Sin(angle) * x[n, 1]) + offset;
            }
            while (n < 2 ? score * (n == 0 ? 1 : -1) < Margin : Math.Abs(score) < Margin);
            labels[n] = Math.Sign(score);
        }

        return (x, labels);
    }

    // The rule of step 4, without its being known: the gradient of max(0, -t s) is -t (1, x) where the answer is wrong, else 0.
    private static (double[] Weights, int[] Errors) Sgd(Matrix x, int[] labels, double[] start, int epochs)
    {
        using var scope = NewDisposeScope();
        var w = new Parameter(tensor(start));
        var optimizer = optim.SGD([w], 2 * LearningRate);
        var points = hstack(ones(x.Rows, 1, ScalarType.Float64), x.ToTensor());
        var errors = new int[epochs];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            for (var n = 0; n < x.Rows; n++)
            {
                using var step = NewDisposeScope();
                optimizer.zero_grad();
                var loss = (-labels[n] * points[n].dot(w)).relu();
                loss.backward();
                optimizer.step();
                errors[epoch] += loss.item<double>() > 0 ? 1 : 0;
            }
        }

        return (w.detach().data<double>().ToArray(), errors);
    }

    private static double Score(double[] w, double x1, double x2) => w[0] + w[1] * x1 + w[2] * x2;

    private static double[] Doubles(IEnumerable<int> numbers) => [.. numbers.Select(n => (double)n)];
}
