using CourseLabs.Examples;
using CourseLabs.Plots;
using CourseLabs.Torch;

namespace CourseLabs.Labs;

// "4.9 환경과 분포 이동" (environment and distribution shift), "Concept Shift" (COURSE D6): the world of ConceptShift.cs.
public sealed class ConceptShiftExample() : Example<ConceptShiftExample.Settings>(
    "D6", "concept-shift", "08-distribution-shift", "Concept shift, which takes new labels",
    "The inputs stay, their labels change, as on the book's map of soft drinks, which are called otherwise elsewhere (the slide's " +
    "own picture is not in its text): the border between two names turns. The cure of covariate shift finds that the inputs have " +
    "not moved, gives weights of about 1 and teaches the old names again: the error stays. Training on new labels brings it down.")
{
    public sealed record Settings(
        [Option("how many examples are drawn before and after the shift", Min = 20, Max = 1_000_000)] int Points = 1000,
        [Option("by how many degrees the border between the labels turns", Min = 0, Max = 180)] double Angle = 60,
        [Option("how often each model sees its data", Min = 1, Max = 1_000_000, Quick = 100)]
        int Epochs = ImportanceWeighting.ToTheMinimum);

    private const int Trainings = 4;

    private static readonly Settings Taught = new();

    public override ExampleResult Run(Settings settings, ExampleRun run)
    {
        var epoch = 0;
        var outcome = ConceptShift.Run(
            run.Seed, settings.Points, settings.Angle, Devices.Find(run.Device), settings.Epochs,
            risk => run.Progress.Report(epoch++, Trainings * settings.Epochs, "epoch", risk));
        ConceptShift.Boundary old = outcome.Boundaries[0], reweighted = outcome.Boundaries[1], retrained = outcome.Boundaries[2];
        return new(Title)
        {
            Figures = Figures(settings, run.Seed, outcome),
            Tables =
            [
                Table.Of(
                    "boundaries", "The same training on old labels, on old labels weighted, on new labels", outcome.Boundaries,
                    ("model", b => b.Name),
                    ("normal of the boundary (degrees)", b => (float)b.Degrees),
                    ("error before the shift", b => (float)b.ErrorBefore),
                    ("error after the shift", b => (float)b.ErrorAfter)),
            ],
            Pictures =
            [
                new("data", new PlotGrid(
                    "Concept shift: the inputs stay, their labels change",
                    [
                        Plane("Before the shift", outcome.Before, old),
                        Plane("After the shift: the old model", outcome.After, old),
                        Plane("After the shift: weighted by exp(h(x))", outcome.After, reweighted),
                        Plane("After the shift: trained on its labels", outcome.After, retrained),
                    ],
                    columns: 2, shareX: true, shareY: true)),
            ],
        };
    }

    private static Plot Plane(string title, IReadOnlyList<LabeledPoint> points, ConceptShift.Boundary boundary) =>
        PlaneChart.Draw(title, points, ("west to east", "south to north"), [(0, "soda"), (1, "pop")], boundary.Score);

    internal static Figure[] Figures(Settings settings, long seed, ConceptShift.Outcome outcome)
    {
        var enough = settings.Points >= Taught.Points && settings.Epochs >= Taught.Epochs;
        var oldBorders = ConceptShift.OldBordersError(settings.Angle);
        ConceptShift.Boundary old = outcome.Boundaries[0], reweighted = outcome.Boundaries[1], retrained = outcome.Boundaries[2];
        double[] beta = [.. outcome.Beta.Select(b => (double)b)];
        return
        [
            PyTorch("error before the shift", old.ErrorBefore, 0.051),
            PyTorch("error after the shift", old.ErrorAfter, 0.37),
            PyTorch("error when weighted by exp(h(x))", reweighted.ErrorAfter, 0.37),
            PyTorch("error when trained after the shift", retrained.ErrorAfter, 0.049),
            Near("error of the old border", old.ErrorAfter, oldBorders, "mathematics: 0.05 + 0.9 angle / 180 degrees, within 0.1"),
            Near("error that weighting leaves", reweighted.ErrorAfter, oldBorders, "mathematics: the same, the weights change nothing"),
            Near(
                "error that new labels leave", retrained.ErrorAfter, ConceptShift.WrongLabels,
                "mathematics: the share of wrong labels, within 0.1"),
            Figure.Of(
                "mean weight", beta.Average(), expected: 1, tolerance: 0.01, when: enough,
                source: "mathematics: p(x) / q(x) is 1 where the inputs stay"),
            Figure.Of("least and largest weight", new[] { beta.Min(), beta.Max() }),
        ];

        Figure PyTorch(string name, double actual, double expected) => Figure.Of(
            name, actual, expected: expected, tolerance: 1e-4, source: "PyTorch 1.13, manual_seed(0)",
            when: seed == 0 && settings == Taught);

        // Five standard errors of a share at 1000 points are at most 0.08, and the fitted boundary is off by a degree or two.
        Figure Near(string name, double actual, double expected, string source) =>
            Figure.Of(name, actual, expected: expected, tolerance: 0.1, source: source, when: enough);
    }
}
