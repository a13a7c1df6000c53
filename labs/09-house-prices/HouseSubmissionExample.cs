using CourseLabs.Examples;
using CourseLabs.Plots;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// The book's step after "Model Selection" (COURSE D10): the deck ends before it.
public sealed class HouseSubmissionExample() : Example<HouseSubmissionExample.Settings>(
    "D10", "house-submission", "09-house-prices", "House prices: Kaggle's submission",
    "Trains the slide's model on all 1460 houses and estimates the 1459 of the test file: the table becomes submission.csv " +
    "(Id,SalePrice) in the example's folder under --out, as Kaggle takes it.")
{
    public sealed record Settings(
        [Option("how often each training row is seen", Min = 1, Max = 5000, Quick = 10)] int Epochs = 100,
        [Option("the learning rate of Adam", Name = "lr", Min = 0, Max = 1_000_000)] double LearningRate = 5,
        [Option("the weight decay of Adam", Min = 0, Max = 1_000_000)] double WeightDecay = 0,
        [Option("how many rows a step of Adam takes", Name = "batch", Min = 1)] int BatchSize = 64);

    private static readonly double[] PyTorchsRange = [24153.617, 579482.69];

    public override ExampleResult Run(Settings settings, ExampleRun run)
    {
        using var scope = NewDisposeScope();
        var set = HouseSet.Load(run);
        manual_seed(run.Seed);
        (var errors, var preds) = HouseTraining.TrainAndPred(
            set.TrainFeatures, set.TestFeatures, set.TrainLabels,
            settings.Epochs, settings.LearningRate, settings.WeightDecay, settings.BatchSize,
            epoch => run.Progress.Report(epoch, settings.Epochs, "epoch"));
        var submission = set.Houses.Submission(preds);

        double[] prices = set.Houses.Prices, estimates = [.. preds.Select(price => (double)price)];
        return new(set.Titled(Title))
        {
            IsMadeUp = !set.IsReal,
            Figures = [set.Origin(), .. Figures(set.IsReal, run.Seed == 0 && settings == new Settings(), errors[^1], prices, estimates)],
            Tables =
            [
                Table.Of(
                    set.Named("submission"), set.Titled("Estimated prices"), submission,
                    ("Id", row => row.Id), ("SalePrice", row => row.Price)),
            ],
            Pictures =
            [
                new(set.Named("train"), new Plot(set.Titled("Training on all houses"), "epoch", "log-RMSE", logY: true)
                    .Line("train", Enumerable.Range(1, errors.Length), errors)),
                new(set.Named("prices"), PriceChart(set.Titled("Prices of the two files"), prices, estimates)),
            ],
        };
    }

    internal static Figure[] Figures(bool isReal, bool isPyTorchs, double error, double[] prices, double[] estimates)
    {
        const string torch = "PyTorch 1.13, manual_seed(0)";
        var compared = isReal && isPyTorchs;
        return
        [
            Figure.Of(
                "rows of the submission", estimates.Length, expected: 1459, source: "the slide's shape of the test file", when: isReal),
            Figure.Of("train log-RMSE", error, expected: 0.16282769, tolerance: 1e-4, source: torch, when: compared),
            Figure.Of(
                "lowest and highest estimate in dollars", new[] { estimates.Min(), estimates.Max() },
                expected: PyTorchsRange, tolerance: 1e-4, source: torch, when: compared),
            Figure.Of(
                "mean estimate in dollars", estimates.Average(), expected: 177209.648, tolerance: 1e-4, source: torch, when: compared),
            Figure.Of("mean price of the train file in dollars", prices.Average()),
        ];
    }

    private static Plot PriceChart(string title, double[] prices, double[] estimates)
    {
        var range = (From: prices.Concat(estimates).Min(), To: prices.Concat(estimates).Max());
        return new Plot(title, "price in dollars", "houses")
            .Histogram("train, sold for", prices, within: range)
            .Histogram("test, estimated", estimates, within: range);
    }
}
