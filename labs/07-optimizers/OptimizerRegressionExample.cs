using System.Globalization;
using CourseLabs.Examples;
using CourseLabs.Plots;

namespace CourseLabs.Labs;

// "고급 경사 하강법" (advanced gradient descent) (COURSE E9): its optimizers on the network of COURSE A7.
public sealed class OptimizerRegressionExample() : Example<OptimizerRegressionExample.Settings>(
    "E9", "optimizer-regression", "07-optimizers", "Seven optimizers on the regression",
    "The regression of A7 with the same data and first weights, in float64, by the seven hand-written optimizers; torch.optim takes " +
    "the first hundred steps beside each, as far as roundings do not grow. On the slide it is SGD with a learning rate of 0.001, which " +
    "is the first curve.")
{
    private const int ComparedSteps = 100;

    public sealed record Settings(
        [Option("how many steps each takes, on all points at once", Min = 1, Max = 1_000_000, Quick = 100)] int Steps = 500,
        [Option("one learning rate for all; 0 gives each optimizer the one that suits it", Name = "lr", Min = 0, Max = 1_000_000)]
        double LearningRate = 0,
        [Option("how many points are drawn", Min = 1, Max = 10_000_000)] int Points = 1000);

    public override ExampleResult Run(Settings settings, ExampleRun run) => Run(settings, run, Contestant.All);

    internal ExampleResult Run(Settings settings, ExampleRun run, IReadOnlyList<Contestant> contestants)
    {
        var ways = new List<(string Name, double Rate, double[] Losses, int Compared, double FromTorch)>();
        var allSteps = (long)contestants.Count * settings.Steps;
        foreach (var contestant in contestants)
        {
            var rate = settings.LearningRate > 0 ? settings.LearningRate : contestant.Regression;
            var losses = RegressionRace.ByHand(
                contestant, rate, run.Seed, settings.Points, settings.Steps,
                (step, loss) => run.Progress.Report(((long)ways.Count * settings.Steps) + step, allSteps, "step", loss));
            var steps = Math.Min(settings.Steps, ComparedSteps);
            var beside = RegressionRace.ByHand(contestant, rate, run.Seed, settings.Points, steps, rounding: Descent.Rounding);
            var compared = Descent.Comparable(losses, beside);
            var torchs = RegressionRace.InTorch(contestant, rate, run.Seed, settings.Points, compared);
            ways.Add((contestant.Name, rate, losses, compared, Descent.Apart(losses, torchs)));
        }

        return new(Title)
        {
            Figures =
            [
                .. ways.Select(way => Contestant.FromTorch(
                    $"{way.Name}: first {way.Compared} losses by hand against torch.optim", way.FromTorch)),
                .. ways.Select(way => Figure.Of($"{way.Name}: last loss", InWords(way.Losses))),
            ],
            Tables =
            [
                Table.Of(
                    "race", $"Mean absolute error after {settings.Steps} steps", ways,
                    ("optimizer", way => way.Name), ("learning rate", way => Text(way.Rate)), ("last loss", way => InWords(way.Losses))),
            ],
            Pictures =
            [
                new("losses", ways.Aggregate(
                    new Plot("Seven optimizers on 8x^2 + 7x + 3", "step", "mean absolute error", logY: true),
                    (chart, way) => chart.Line(way.Name, way.Losses))),
            ],
        };
    }

    private static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    private static string InWords(double[] losses) =>
        Array.FindIndex(losses, loss => !double.IsFinite(loss)) is >= 0 and int step
            ? $"not finite from step {step} on: lr is too large"
            : Text(losses[^1]);
}
