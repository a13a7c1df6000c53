using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Plots;
using CourseLabs.Torch;

namespace CourseLabs.Labs;

/// <summary>COURSE D6: covariate shift, and importance weighting with a classifier's density ratio as its cure.</summary>
public sealed class CovariateShiftExample : ShiftExample
{
    /// <summary>How many examples there are before and after the shift.</summary>
    public static ExampleOption<int> Points { get; } =
        ExampleOption.WholeNumber("points", 1000, "how many examples are drawn before and after the shift", min: 20, max: 1_000_000);

    /// <summary>How far the inputs move.</summary>
    public static ExampleOption<double> Shift { get; } =
        ExampleOption.Number("shift", 1.5, "how far the mean of the inputs moves, in standard deviations", min: -4, max: 4);

    /// <summary>The book's constant c.</summary>
    public static ExampleOption<double> LargestWeight { get; } =
        ExampleOption.Number("largest-weight", 20, "the weight that no example exceeds (the book's c)", min: 0.1, max: 1e6);

    /// <inheritdoc/>
    public override string Name => "covariate-shift";

    /// <inheritdoc/>
    public override string Title => "Covariate shift, cured by importance weighting";

    /// <inheritdoc/>
    public override string Description =>
        "The inputs move, the labels stay sin(x) with noise: a line trained before the shift errs after it. The cure of Dive into Deep " +
        "Learning 4.9 needs no new labels: logistic regression h tells old inputs from new, and the old examples, weighted by " +
        "min(exp(h(x)), c), train the line again. The data are ours, so the true density ratio stands beside the estimated one. The " +
        "slide shows the problem only.";

    /// <inheritdoc/>
    public override IReadOnlyList<ExampleOption> Options => [Points, Shift, LargestWeight, Epochs];

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        double shift = context.Get(Shift);
        var run = CovariateShift.Run(
            context.Seed, context.Get(Points), shift, context.Get(LargestWeight),
            Devices.Find(context.Device), context.Get(Epochs), context.Progress, context.Cancellation);
        return new(Title)
        {
            Figures = Figures(context, run),
            Tables = [LineTable(run)],
            Pictures = [new("data", DataChart(run)), new("ratio", RatioChart(run, shift))],
        };
    }

    private static Figure[] Figures(ExampleContext context, CovariateShift run)
    {
        bool asTaught = context.HasDefault(Points, Shift, LargestWeight, Epochs);
        const string torch = "PyTorch 1.13, manual_seed(0)";
        const string ratio = "mathematics: log p(x)/q(x) of two normal distributions; within five standard errors at 1000 points";
        Figure Error(string name, double expected, double actual) =>
            Figure.Compared(asTaught && context.Seed == 0, name, expected, actual, 1e-4, torch);

        FittedLine before = run.Lines[0], cured = run.Lines[1], byTruth = run.Lines[2], retrained = run.Lines[3];
        (double slope, double intercept) = CovariateShift.TrueLogRatio(Shift.Default);
        List<Figure> figures =
        [
            Error("error before the shift", 0.14660464, before.ErrorBefore),
            Error("error after the shift", 0.82369507, before.ErrorAfter),
            Error("error after the cure", 0.16716175, cured.ErrorAfter),
            Error("error when weighted by the true ratio", 0.19961248, byTruth.ErrorAfter),
            Error("error when trained after the shift", 0.16261575, retrained.ErrorAfter),
            Figure.Compared(asTaught, "slope of the estimated log ratio", slope,
                run.H.Slope, 0.35 / Math.Abs(slope), ratio),
            Figure.Compared(asTaught, "intercept of the estimated log ratio", intercept,
                run.H.Intercept, 0.45 / Math.Abs(intercept), ratio),
            Figure.Plain("effective sample size of the weights", EffectiveSize(run.Beta)),
        ];
        if (asTaught)
        {
            figures.Add(Figure.Holds(
                "the shift at least doubles the error",
                before.ErrorAfter > 2 * before.ErrorBefore,
                "PyTorch's seeds 0 to 59: at most 0.15 before, at least 0.82 after"));
            figures.Add(Figure.Holds(
                "the cure at least halves the error",
                cured.ErrorAfter < before.ErrorAfter / 2,
                "PyTorch's seeds 0 to 59: at most 22 percent of it is left"));
        }

        return [.. figures];
    }

    // (sum of weights)^2 / sum of squares: how many equal weights would average as well.
    private static double EffectiveSize(float[] beta) => Math.Pow(beta.Sum(b => (double)b), 2) / beta.Sum(b => (double)b * b);

    private static Table LineTable(CovariateShift run) => new(
        "lines",
        "The same training, differently weighted",
        ["line", "slope", "intercept", "error on the training data", "error after the shift"],
        [.. run.Lines.Select(line => Rows.Of(line.Name, line.Slope, line.Intercept, line.ErrorBefore, line.ErrorAfter))]);

    private static Plot DataChart(CovariateShift run)
    {
        double[] ends = [run.X.Min(), run.U.Max()];
        Plot chart = new Plot("Covariate shift: the inputs move, sin(x) stays", "x", "y")
            .Scatter("before the shift", run.X, run.Y)
            .Scatter("after the shift", run.U, run.V);
        foreach (FittedLine line in run.Lines.Where((_, index) => index != 2))
            chart = chart.Line(line.Name, ends, ends.Select(x => (line.Slope * x) + line.Intercept));
        return chart;
    }

    private static Plot RatioChart(CovariateShift run, double shift)
    {
        float[] x = [.. run.X.Order()];
        (double slope, double intercept) = CovariateShift.TrueLogRatio(shift);
        return new Plot("Density ratio p(x) / q(x) at the training inputs", "x", "weight", logY: true)
            .Line("true", x, x.Select(at => Math.Exp((slope * at) + intercept)))
            .Line("estimated, at most c", x, run.Beta.Zip(run.X).OrderBy(pair => pair.Second).Select(pair => pair.First));
    }
}
