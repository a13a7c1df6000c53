using CourseLabs.Examples;
using CourseLabs.Plots;
using CourseLabs.Torch;

namespace CourseLabs.Labs;

// Beside "4.9 환경과 분포 이동" (environment and distribution shift) (COURSE D6): the world and the cure of LabelShift.cs, which are the book's.
public sealed class LabelShiftExample() : Example<LabelShiftExample.Settings>(
    "D6", "label-shift", "08-distribution-shift", "Label shift, cured by the confusion matrix",
    "An epidemic: the same symptoms of healthy, cold and flu, but other shares of the three. The slide does not have it, Dive into " +
    "Deep Learning 4.9 does: the model's confusion matrix C on validation data and its mean prediction mu after the shift give the " +
    "new shares as C^-1 mu, without a new label; each old example is weighted by its label's new share over the old, and trains " +
    "the model again.")
{
    public sealed record Settings(
        [Option("how many examples are drawn for training, for validation and after the shift, each", Min = 20, Max = 1_000_000)]
        int Points = 2000,
        [Option("the share of people who have the flu after the shift; before it is 0.1", Min = 0, Max = 1)] double Flu = 0.6,
        [Option("how often each model sees its data", Min = 1, Max = 1_000_000, Quick = 100)]
        int Epochs = ImportanceWeighting.ToTheMinimum);

    private const int Trainings = 4;

    private static readonly double[] PyTorchsMeanPrediction = [0.282, 0.3275, 0.3905];
    private static readonly double[] PyTorchsEstimate = [0.12833586, 0.30256492, 0.56909925];

    public override ExampleResult Run(Settings settings, ExampleRun run)
    {
        var epoch = 0;
        var target = LabelShift.TargetShares(settings.Flu);
        var outcome = LabelShift.Run(
            run.Seed, settings.Points, target, Devices.Find(run.Device), settings.Epochs,
            risk => run.Progress.Report(epoch++, Trainings * settings.Epochs, "epoch", risk))
            ?? throw new UserErrorException(
                "The model never predicts one of the classes, and its confusion matrix has no inverse: take more --points or --epochs.");
        return new(Title)
        {
            Figures = Figures(settings == new Settings(), run.Seed, outcome),
            Tables = [ConfusionTable(outcome), ShareTable(outcome, target), ModelTable(outcome)],
            Pictures =
            [
                new("data", new PlotGrid(
                    "Label shift: the model says flu in the area of the flu's color",
                    [
                        Plane("Before the shift", outcome.Before, outcome.Models[0]),
                        Plane("After the shift: the old model", outcome.After, outcome.Models[0]),
                        Plane("After the shift: cured by C^-1 mu", outcome.After, outcome.Models[1]),
                        Plane("After the shift: trained on its labels", outcome.After, outcome.Models[3]),
                    ],
                    columns: 2, shareX: true, shareY: true)),
                new("shares", ShareChart(outcome, target)),
            ],
        };
    }

    internal static Figure[] Figures(bool asTaught, long seed, LabelShift.Outcome outcome)
    {
        var target = LabelShift.TargetShares(new Settings().Flu);
        LabelShift.Model before = outcome.Models[0], cured = outcome.Models[1], byTruth = outcome.Models[2], retrained = outcome.Models[3];
        return
        [
            PyTorch("error before the shift", before.ErrorBefore, 0.1425),
            PyTorch("error after the shift", before.ErrorAfter, 0.2935),
            PyTorch("error after the cure", cured.ErrorAfter, 0.147),
            PyTorch("error when weighted by the true shares", byTruth.ErrorAfter, 0.142),
            PyTorch("error when trained after the shift", retrained.ErrorAfter, 0.1375),
            PyTorch("mean prediction after the shift, mu", outcome.MeanPrediction, PyTorchsMeanPrediction),
            PyTorch("estimated shares, C^-1 mu", outcome.Estimate, PyTorchsEstimate),
            Figure.Of(
                "estimated shares beside the true ones", outcome.Estimate, expected: target, tolerance: 0.15, when: asTaught,
                source: "mathematics: C p(y) = mu; within 0.15, of PyTorch 1.13's seeds 0 to 59 none is off by more than 0.08"),
            .. !asTaught ? Array.Empty<Figure>() :
            [
                Figure.Of(
                    "the shift raises the error by half or more", before.ErrorAfter > 1.5 * before.ErrorBefore, expected: true,
                    source: "PyTorch 1.13's seeds 0 to 59: by 70 percent or more"),
                Figure.Of(
                    "the cure lowers it by a third or more", cured.ErrorAfter < before.ErrorAfter * 2 / 3, expected: true,
                    source: "PyTorch 1.13's seeds 0 to 59: at most 57 percent is left"),
                Figure.Of(
                    "C^-1 mu is nearer to the true shares than mu", Distance(outcome.Estimate) < Distance(outcome.MeanPrediction),
                    expected: true, source: "PyTorch 1.13's seeds 0 to 59: at most 0.08 off against at least 0.18"),
            ],
        ];

        Figure PyTorch(string name, FigureValue actual, FigureValue expected) => Figure.Of(
            name, actual, expected: expected, tolerance: 1e-4, source: "PyTorch 1.13, manual_seed(0)", when: asTaught && seed == 0);

        double Distance(double[] shares) => Largest.Of(shares.Zip(target, (a, b) => Math.Abs(a - b)));
    }

    private static Table ConfusionTable(LabelShift.Outcome outcome) => new(
        "confusion", "Confusion matrix C: of each class (column), the share that the model takes for each (row)",
        ["predicted", .. LabelShift.Classes],
        [
            .. outcome.Confusion.Chunk(LabelShift.Classes.Count).Zip(
                LabelShift.Classes, (row, name) => (string[])[name, .. row.Select(share => NumberText.Of((float)share))]),
        ]);

    private static Table ShareTable(LabelShift.Outcome outcome, double[] target) => Table.Of(
        "label-shares", "Shares of the classes", Enumerable.Range(0, target.Length),
        ("class", i => LabelShift.Classes[i]),
        ("before the shift", i => (float)LabelShift.SourceShares[i]),
        ("after", i => (float)target[i]),
        ("predicted after, mu", i => (float)outcome.MeanPrediction[i]),
        ("estimated, C^-1 mu", i => (float)outcome.Estimate[i]),
        ("true weight", i => (float)(target[i] / LabelShift.SourceShares[i])),
        ("estimated weight", i => (float)outcome.Weights[i]));

    private static Table ModelTable(LabelShift.Outcome outcome) => Table.Of(
        "models", "The same training, differently weighted", outcome.Models,
        ("model", model => model.Name),
        ("error on the training data", model => (float)model.ErrorBefore),
        ("error after the shift", model => (float)model.ErrorAfter));

    // The colors of the areas are those of the first two: flu the second.
    private static Plot Plane(string title, IReadOnlyList<LabeledPoint> points, LabelShift.Model model) =>
        PlaneChart.Draw(title, points, ("first symptom", "second symptom"), [(0, "healthy"), (2, "flu"), (1, "cold")], model.LeadOfLast);

    private static Plot ShareChart(LabelShift.Outcome outcome, double[] target)
    {
        int[] at = [.. Enumerable.Range(0, target.Length)];
        var classes = "class: " + string.Join(", ", at.Select(i => $"{i} {LabelShift.Classes[i]}"));
        return new Plot("Shares after the shift, found without a label", classes, "share")
            .Bars("true", at, target)
            .Scatter("predicted, mu", at, outcome.MeanPrediction)
            .Scatter("estimated, C^-1 mu", at, outcome.Estimate);
    }
}
