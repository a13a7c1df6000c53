using CourseLabs.Examples;
using CourseLabs.Plots;
using CourseLabs.Torch;

namespace CourseLabs.Labs;

// "4.9 환경과 분포 이동" (environment and distribution shift), "Covariate Shift" (COURSE D6): the world of CovariateShift.cs and the cure of
// ImportanceWeighting.cs.
public sealed class CovariateShiftExample() : Example<CovariateShiftExample.Settings>(
    "D6", "covariate-shift", "08-distribution-shift", "Covariate shift, cured by importance weighting",
    "The inputs move, the labels stay sin(x) with noise: a line trained before the shift errs after it. The cure of Dive into Deep " +
    "Learning 4.9 needs no new labels: logistic regression h tells old inputs from new, and the old examples, weighted by " +
    "min(exp(h(x)), c), train the line again. The data are ours, so the true density ratio stands beside the estimated one. The " +
    "slide shows the problem only.")
{
    public sealed record Settings(
        [Option("how many examples are drawn before and after the shift", Min = 20, Max = 1_000_000)] int Points = 1000,
        [Option("how far the mean of the inputs moves, in standard deviations", Min = -4, Max = 4)] double Shift = 1.5,
        [Option("the weight that no example exceeds (the book's c)", Min = 0.1, Max = 1e6)] double LargestWeight = 20,
        [Option("how often each model sees its data", Min = 1, Max = 1_000_000, Quick = 100)]
        int Epochs = ImportanceWeighting.ToTheMinimum);

    private const int Trainings = 5;

    public override ExampleResult Run(Settings settings, ExampleRun run)
    {
        var epoch = 0;
        var outcome = CovariateShift.Run(
            run.Seed, settings.Points, settings.Shift, settings.LargestWeight, Devices.Find(run.Device), settings.Epochs,
            risk => run.Progress.Report(epoch++, Trainings * settings.Epochs, "epoch", risk));
        return new(Title)
        {
            Figures = Figures(settings == new Settings(), run.Seed, outcome),
            Tables =
            [
                Table.Of(
                    "lines", "The same training, differently weighted", outcome.Lines,
                    ("line", line => line.Name),
                    ("slope", line => (float)line.Slope),
                    ("intercept", line => (float)line.Intercept),
                    ("error on the training data", line => (float)line.ErrorBefore),
                    ("error after the shift", line => (float)line.ErrorAfter)),
            ],
            Pictures = [new("data", DataChart(outcome)), new("ratio", RatioChart(outcome, settings.Shift))],
        };
    }

    internal static Figure[] Figures(bool asTaught, long seed, CovariateShift.Outcome outcome)
    {
        const string ratio = "mathematics: log p(x)/q(x) of two normal distributions; within five standard errors at 1000 points";
        (var slope, var intercept) = CovariateShift.TrueLogRatio(new Settings().Shift);
        CovariateShift.Line before = outcome.Lines[0], cured = outcome.Lines[1], byTruth = outcome.Lines[2], retrained = outcome.Lines[3];
        return
        [
            PyTorch("error before the shift", before.ErrorBefore, 0.14660464),
            PyTorch("error after the shift", before.ErrorAfter, 0.82369507),
            PyTorch("error after the cure", cured.ErrorAfter, 0.16716175),
            PyTorch("error when weighted by the true ratio", byTruth.ErrorAfter, 0.19961248),
            PyTorch("error when trained after the shift", retrained.ErrorAfter, 0.16261575),
            Figure.Of(
                "slope of the estimated log ratio", outcome.H.Slope,
                expected: slope, tolerance: 0.35 / Math.Abs(slope), source: ratio, when: asTaught),
            Figure.Of(
                "intercept of the estimated log ratio", outcome.H.Intercept,
                expected: intercept, tolerance: 0.45 / Math.Abs(intercept), source: ratio, when: asTaught),
            Figure.Of("effective sample size of the weights", EffectiveSize(outcome.Beta)),
            .. !asTaught ? Array.Empty<Figure>() :
            [
                Figure.Of(
                    "the shift at least doubles the error", before.ErrorAfter > 2 * before.ErrorBefore, expected: true,
                    source: "PyTorch 1.13's seeds 0 to 59: at most 0.15 before, at least 0.82 after"),
                Figure.Of(
                    "the cure at least halves the error", cured.ErrorAfter < before.ErrorAfter / 2, expected: true,
                    source: "PyTorch 1.13's seeds 0 to 59: at most 22 percent of it is left"),
            ],
        ];

        Figure PyTorch(string name, double actual, double expected) => Figure.Of(
            name, actual, expected: expected, tolerance: 1e-4, source: "PyTorch 1.13, manual_seed(0)", when: asTaught && seed == 0);
    }

    // (sum of weights)^2 / sum of squares: how many equal weights would average as well.
    private static double EffectiveSize(float[] beta) => Math.Pow(beta.Sum(b => (double)b), 2) / beta.Sum(b => (double)b * b);

    private static Plot DataChart(CovariateShift.Outcome outcome)
    {
        double[] ends = [outcome.X.Min(), outcome.U.Max()];
        var chart = new Plot("Covariate shift: the inputs move, sin(x) stays", "x", "y")
            .Scatter("before the shift", outcome.X, outcome.Y)
            .Scatter("after the shift", outcome.U, outcome.V);
        foreach (var line in outcome.Lines.Where((_, index) => index != 2))
            chart = chart.Line(line.Name, ends, ends.Select(x => (line.Slope * x) + line.Intercept));
        return chart;
    }

    private static Plot RatioChart(CovariateShift.Outcome outcome, double shift)
    {
        float[] x = [.. outcome.X.Order()];
        (var slope, var intercept) = CovariateShift.TrueLogRatio(shift);
        return new Plot("Density ratio p(x) / q(x) at the training inputs", "x", "weight", logY: true)
            .Line("true", x, x.Select(at => Math.Exp((slope * at) + intercept)))
            .Line("estimated, at most c", x, outcome.Beta.Zip(outcome.X).OrderBy(pair => pair.Second).Select(pair => pair.First));
    }
}
