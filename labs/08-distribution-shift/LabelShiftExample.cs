using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Plots;
using CourseLabs.Torch;

namespace CourseLabs.Labs;

/// <summary>COURSE D6: label shift, cured by the shares of the labels that a confusion matrix reveals.</summary>
public sealed class LabelShiftExample : ShiftExample
{
    private static readonly double[] PeerMeanPrediction = [0.282, 0.3275, 0.3905];
    private static readonly double[] PeerEstimate = [0.12833586, 0.30256492, 0.56909925];

    /// <summary>How many examples there are.</summary>
    public static ExampleOption<int> Points { get; } =
        ExampleOption.WholeNumber(
            "points", 2000, "how many examples are drawn for training, for validation and after the shift, each", min: 20, max: 1_000_000);

    /// <summary>The share of the flu after the shift.</summary>
    public static ExampleOption<double> Flu { get; } =
        ExampleOption.Number("flu", 0.6, "the share of people who have the flu after the shift; before it is 0.1", min: 0, max: 1);

    /// <inheritdoc/>
    public override string Name => "label-shift";

    /// <inheritdoc/>
    public override string Title => "Label shift, cured by the confusion matrix";

    /// <inheritdoc/>
    public override string Description =>
        "An epidemic: the same symptoms of healthy, cold and flu, but other shares of the three. The slide does not have it, Dive into " +
        "Deep Learning 4.9 does: the model's confusion matrix C on validation data and its mean prediction mu after the shift give the " +
        "new shares as C^-1 mu, without a new label; each old example is weighted by its label's new share over the old, and trains " +
        "the model again.";

    /// <inheritdoc/>
    public override IReadOnlyList<ExampleOption> Options => [Points, Flu, Epochs];

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        double[] target = LabelShift.TargetShares(context.Get(Flu));
        LabelShift run = LabelShift.Run(
            context.Seed, context.Get(Points), target, Devices.Find(context.Device), context.Get(Epochs),
            context.Progress, context.Cancellation)
            ?? throw new UserErrorException(
                "The model never predicts one of the classes, and its confusion matrix has no inverse: take more --points or --epochs.");
        return new(Title)
        {
            Figures = Figures(context, run, target),
            Tables = [ConfusionTable(run), ShareTable(run, target), ModelTable(run)],
            Pictures =
            [
                new("data", new PlotGrid(
                    "Label shift: the model says flu in the area of the flu's color",
                    [
                        Plane("Before the shift", run.Before, run.Models[0]),
                        Plane("After the shift: the old model", run.After, run.Models[0]),
                        Plane("After the shift: cured by C^-1 mu", run.After, run.Models[1]),
                        Plane("After the shift: trained on its labels", run.After, run.Models[3]),
                    ],
                    columns: 2, shareX: true, shareY: true)),
                new("shares", ShareChart(run, target)),
            ],
        };
    }

    private static Figure[] Figures(ExampleContext context, LabelShift run, double[] target)
    {
        bool asTaught = context.HasDefault(Points, Flu, Epochs);
        Figure Exact(string name, FigureValue expected, FigureValue actual) =>
            Figure.Compared(asTaught && context.Seed == 0, name, expected, actual, 1e-4, "PyTorch 1.13, manual_seed(0)");

        Diagnosis before = run.Models[0], cured = run.Models[1], byTruth = run.Models[2], retrained = run.Models[3];
        List<Figure> figures =
        [
            Exact("error before the shift", 0.1425, before.ErrorBefore),
            Exact("error after the shift", 0.2935, before.ErrorAfter),
            Exact("error after the cure", 0.147, cured.ErrorAfter),
            Exact("error when weighted by the true shares", 0.142, byTruth.ErrorAfter),
            Exact("error when trained after the shift", 0.1375, retrained.ErrorAfter),
            Exact("mean prediction after the shift, mu", PeerMeanPrediction, run.MeanPrediction),
            Exact("estimated shares, C^-1 mu", PeerEstimate, run.Estimate),
            Figure.Compared(
                asTaught, "estimated shares beside the true ones", target, run.Estimate, 0.15,
                "mathematics: C p(y) = mu; within 0.15, of PyTorch's seeds 0 to 59 none is off by more than 0.08"),
        ];
        if (asTaught)
        {
            figures.Add(Figure.Holds(
                "the shift raises the error by half or more",
                before.ErrorAfter > 1.5 * before.ErrorBefore,
                "PyTorch's seeds 0 to 59: by 70 percent or more"));
            figures.Add(Figure.Holds(
                "the cure lowers it by a third or more",
                cured.ErrorAfter < before.ErrorAfter * 2 / 3,
                "PyTorch's seeds 0 to 59: at most 57 percent is left"));
            figures.Add(Figure.Holds(
                "C^-1 mu is nearer to the true shares than mu",
                Distance(run.Estimate, target) < Distance(run.MeanPrediction, target),
                "PyTorch's seeds 0 to 59: at most 0.08 off against at least 0.18"));
        }

        return [.. figures];
    }

    private static double Distance(double[] shares, double[] target) => shares.Zip(target, (a, b) => Math.Abs(a - b)).Max();

    private static Table ConfusionTable(LabelShift run) => new(
        "confusion",
        "Confusion matrix C: of each class (column), the share that the model takes for each (row)",
        ["predicted", .. LabelShift.Classes],
        [.. run.Confusion.Chunk(LabelShift.Classes.Count).Select((row, i) => Rows.Of(LabelShift.Classes[i], row))]);

    private static Table ShareTable(LabelShift run, double[] target) => new(
        "label-shares",
        "Shares of the classes",
        ["class", "before the shift", "after", "predicted after, mu", "estimated, C^-1 mu", "true weight", "estimated weight"],
        [
            .. LabelShift.Classes.Select((name, i) => Rows.Of(
                name,
                LabelShift.SourceShares[i], target[i], run.MeanPrediction[i], run.Estimate[i],
                target[i] / LabelShift.SourceShares[i], run.Weights[i])),
        ]);

    private static Table ModelTable(LabelShift run) => new(
        "models",
        "The same training, differently weighted",
        ["model", "error on the training data", "error after the shift"],
        [.. run.Models.Select(model => Rows.Of(model.Name, model.ErrorBefore, model.ErrorAfter))]);

    // The colors of the areas are those of the first two: flu the second.
    private static Plot Plane(string title, IReadOnlyList<LabelledPoint> points, Diagnosis model) =>
        PlaneChart.Draw(title, points, ("first symptom", "second symptom"), [(0, "healthy"), (2, "flu"), (1, "cold")], model.LeadOfLast);

    private static Plot ShareChart(LabelShift run, double[] target)
    {
        int[] at = [.. Enumerable.Range(0, target.Length)];
        string classes = "class: " + string.Join(", ", at.Select(i => $"{i} {LabelShift.Classes[i]}"));
        return new Plot("Shares after the shift, found without a label", classes, "share")
            .Bars("true", at, target)
            .Scatter("predicted, mu", at, run.MeanPrediction)
            .Scatter("estimated, C^-1 mu", at, run.Estimate);
    }
}
