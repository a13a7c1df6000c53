using CourseLabs.Examples;
using CourseLabs.Plots;
using CourseLabs.Torch;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// "확률적 경사 하강법(Stochastic Gradient Descent)" (COURSE E9): the descent of StochasticDescent.cs.
public sealed class MiniBatchExample() : Example<MiniBatchExample.Settings>(
    "E9", "mini-batches", "07-optimizers", "SGD on random mini-batches beside the full batch",
    "A line learns 200 noisy points of 3x + 1, by gradient descent on all of them and on ten at a time, drawn randomly, with the same " +
    "learning rate and as often through the data. As the slide says, mini-batches update sooner and more often, and their way is " +
    "unsteady: where the full batch comes to rest, they go on swinging around the minimum.")
{
    private const int Points = 200;

    public sealed record Settings(
        [Option("how many points a mini-batch has", Min = 1, Max = Points)] int Batch = 10,
        [Option("how often the data are seen", Min = 1, Max = 1000)] int Epochs = 20,
        [Option("the learning rate", Name = "lr", Min = 0, Max = 1e6)] double LearningRate = 0.3);

    public override ExampleResult Run(Settings settings, ExampleRun run)
    {
        using var scope = NewDisposeScope();
        manual_seed(run.Seed);
        (var x, var y) = StochasticDescent.Points(Points);
        run.Progress.Report(0, 2, "way");
        var full = StochasticDescent.Run(x, y, Points, settings.LearningRate, settings.Epochs);
        run.Progress.Report(1, 2, "way");
        var mini = StochasticDescent.Run(x, y, settings.Batch, settings.LearningRate, settings.Epochs);

        double[] xs = x.ToMatrix().Values.ToArray(), ys = y.ToMatrix().Values.ToArray();
        double Error(double slope, double intercept) => xs.Zip(ys, (x, y) => Math.Pow((slope * x) + intercept - y, 2)).Average();
        double[] fullErrors = [.. full.Select(W => Error(W.Slope, W.Intercept))];
        double[] miniErrors = [.. mini.Select(W => Error(W.Slope, W.Intercept))];
        (var best, var end) = LeastSquares(x, y, settings.LearningRate, settings.Epochs);
        var near = 1.05 * Error(best[0], best[1]);
        var stepsAnEpoch = (Points + settings.Batch - 1) / settings.Batch;
        var isDefault = settings == new Settings();
        return new(Title)
        {
            Figures =
            [
                Figure.Of(
                    "full batch: slope and intercept at the end", new[] { full[^1].Slope, full[^1].Intercept },
                    expected: end, tolerance: 1e-9, when: end.All(double.IsFinite),
                    source: "mathematics: W* + (I - eta H)^steps (W - W*), W* by least squares"),
                Figure.Of(
                    "steps an epoch on mini-batches", (mini.Length - 1) / settings.Epochs, expected: stepsAnEpoch,
                    source: "mathematics: 200 points by the size of a mini-batch"),
                Figure.Of("full batch: epochs until the error is 5 % above the least", Epochs(fullErrors, near, 1)),
                Figure.Of("mini-batches: epochs until the error is 5 % above the least", Epochs(miniErrors, near, stepsAnEpoch)),
                Figure.Of(
                    "mini-batches are there in fewer epochs", First(miniErrors, near) / (double)stepsAnEpoch < First(fullErrors, near),
                    expected: true, when: isDefault, source: "slide: 더 빨리 그리고 자주 업데이트 (sooner and more frequent updates)"),
                Figure.Of(
                    "full batch: steps that raise the error", Rises(fullErrors), expected: 0, when: isDefault,
                    source: "mathematics: eta is below 2 by the largest eigenvalue of H"),
                Figure.Of("mini-batches: steps that raise the error", Rises(miniErrors)),
                Figure.Of(
                    "mini-batches swing", Rises(miniErrors) > mini.Length / 5, expected: true, when: isDefault,
                    source: "slide: 진폭이 크고 불안정 (of large amplitude and unstable); here, one step in five raises the error, or more"),
            ],
            Pictures = [new("paths", PathChart()), new("errors", ErrorChart())],
        };

        Plot PathChart() =>
            new Plot("The full batch and mini-batches", "slope", "intercept")
                .Contours(
                    "error", Grid.Of((-0.5, 4), (-0.5, 2), Error, 121), [.. Enumerable.Range(-3, 9).Select(i => Math.Pow(10, i / 4.0))])
                .Path($"mini-batches of {settings.Batch}", mini.Select(W => W.Slope), mini.Select(W => W.Intercept))
                .Path("full batch", full.Select(W => W.Slope), full.Select(W => W.Intercept))
                .Star("least squares", best[0], best[1]);

        Plot ErrorChart() =>
            new Plot("Error of all points", "epoch", "mean squared error", logY: true)
                .Line($"mini-batches of {settings.Batch}", miniErrors.Select((_, i) => (double)i / stepsAnEpoch), miniErrors)
                .Line("full batch", Enumerable.Range(0, fullErrors.Length), fullErrors);
    }

    // W*, and where gradient descent on all points is after so many steps: the error is a parabola with H, so W - W* shrinks by I - eta H.
    private static (double[] Best, double[] End) LeastSquares(Tensor x, Tensor y, double eta, int steps)
    {
        var A = stack([x, ones_like(x)], dim: 1);
        var H = 2 * mm(A.t(), A) / A.shape[0];
        var best = linalg.lstsq(A, y.unsqueeze(1)).Solution;
        var end = best - mm((eye(2, dtype: float64) - (eta * H)).matrix_power(steps), best);
        return (best.ToMatrix().Values.ToArray(), end.ToMatrix().Values.ToArray());
    }

    private static int First(double[] errors, double near)
    {
        var first = Array.FindIndex(errors, error => error <= near);
        return first < 0 ? int.MaxValue : first;
    }

    private static string Epochs(double[] errors, double near, int stepsAnEpoch) =>
        First(errors, near) is < int.MaxValue and int steps ? NumberText.Of((double)steps / stepsAnEpoch) : "not there";

    private static int Rises(double[] errors) => errors.Zip(errors.Skip(1)).Count(pair => pair.Second > pair.First);
}
