using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Plots;

namespace CourseLabs.Labs;

/// <summary>COURSE E9: the seven optimizers on the regression of A7.</summary>
public sealed class OptimizerRegressionExample : OptimizerExample
{
    private const int ComparedSteps = 100;

    /// <summary>The steps.</summary>
    public static ExampleOption<int> Steps { get; } =
        ExampleOption.WholeNumber("steps", 500, "how many steps each takes, on all points at once", min: 1, max: 1_000_000, quick: 100);

    public static ExampleOption<int> Points { get; } =
        ExampleOption.WholeNumber("points", 1000, "how many points are drawn", min: 1, max: 10_000_000);

    /// <inheritdoc/>
    public override string Name => "optimizer-regression";

    /// <inheritdoc/>
    public override string Title => "Seven optimizers on the regression";

    /// <inheritdoc/>
    public override string Description =>
        "The regression of A7 with the same data and first weights, in float64, by the seven hand-written optimizers; torch.optim takes " +
        "the first hundred steps beside each. On the slide it is SGD with a learning rate of 0.001, which is the first curve.";

    /// <inheritdoc/>
    public override IReadOnlyList<ExampleOption> Options => [Steps, LearningRate, Points];

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        int steps = context.Get(Steps);
        var race = new RegressionRace(context.Seed, context.Get(Points));
        var runs = new List<(string Name, double Rate, double[] Losses, double FromTorch)>();
        foreach (Contestant contestant in Contestant.All)
        {
            double rate = Rate(context, contestant, "regression");
            double[] losses = race.ByHand(contestant, rate, steps, context.Cancellation);
            double[] torchs = race.InTorch(contestant, rate, Math.Min(steps, ComparedSteps));
            double apart = losses.Zip(torchs).TakeWhile(l => double.IsFinite(l.First) && double.IsFinite(l.Second))
                .Select(l => Descent.Apart(l.First, l.Second)).DefaultIfEmpty(0).Max();
            runs.Add((contestant.Name, rate, losses, apart));
            context.Progress?.Invoke(new(runs.Count - 1, Contestant.All.Count, "optimizer", losses[^1]));
        }
        return new(Title)
        {
            Figures =
            [
                .. runs.Select(run => Apart($"{run.Name}: first {ComparedSteps} losses by hand against torch.optim", run.FromTorch)),
                .. runs.Select(run => Figure.Plain($"{run.Name}: last loss", InWords(run.Losses))),
            ],
            Tables =
            [
                new(
                    "race", $"Mean absolute error after {steps} steps", ["optimizer", "learning rate", "last loss"],
                    [.. runs.Select(run => (string[])[run.Name, Text(run.Rate), InWords(run.Losses)])]),
            ],
            Pictures =
            [
                new("losses", runs.Aggregate(
                    new Plot("Seven optimizers on 8x^2 + 7x + 3", "step", "mean absolute error", logY: true),
                    (chart, run) => chart.Line(run.Name, run.Losses))),
            ],
        };
    }

    private static string InWords(double[] losses) =>
        Array.FindIndex(losses, loss => !double.IsFinite(loss)) is >= 0 and int step
            ? $"not finite from step {step} on: lr is too large"
            : Text(losses[^1]);
}
