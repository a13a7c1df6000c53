using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Plots;
using CourseLabs.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>COURSE D10: the model learns from all training rows and estimates the test file's prices, Kaggle's submission.csv.</summary>
public sealed class HouseSubmissionExample : OldExample
{
    /// <inheritdoc/>
    public override string Id => "D10";

    /// <inheritdoc/>
    public override string Name => "house-submission";

    /// <inheritdoc/>
    public override string Lab => "09-house-prices";

    /// <inheritdoc/>
    public override string Title => "House prices: Kaggle's submission";

    /// <inheritdoc/>
    public override string Description =>
        "Trains the slide's model on all 1460 houses and estimates the 1459 of the test file: the table becomes submission.csv " +
        "(Id,SalePrice) in the example's folder under --out, as Kaggle takes it.";

    /// <inheritdoc/>
    public override IReadOnlyList<ExampleOption> Options =>
        [HouseOptions.Epochs, HouseOptions.LearningRate, HouseOptions.WeightDecay, HouseOptions.BatchSize];

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        using DisposeScope scope = NewDisposeScope();
        HouseSet set = HouseSet.Load(context);
        HouseRows rows = set.TrainRows(Devices.Find(context.Device));
        manual_seed(context.Seed);
        using HouseModel model = HouseModel.Draw(rows, HouseOptions.Settings(context));
        float[] errors = model.Train(new(rows, Valid: null), cancellation: context.Cancellation).Train;
        var submission = set.Houses.Submission(model.Predict(set.TestFeatures(rows.Features.device)));

        int[] epochs = [.. Enumerable.Range(1, errors.Length)];
        double[] estimates = [.. submission.Select(row => (double)row.Price)];
        double[] prices = set.Houses.Prices;
        var range = (From: prices.Concat(estimates).Min(), To: prices.Concat(estimates).Max());
        var trained = new Plot(set.Titled("Training on all houses"), "epoch", "log-RMSE", logY: true);
        var sold = new Plot(set.Titled("Prices of the two files"), "price in dollars", "houses");
        return new(set.Titled(Title))
        {
            Figures =
            [
                set.Origin(),
                Figure.Compared(set.IsReal, "rows of the submission", 1459, submission.Count, 0, "Kaggle's test file, COURSE D10"),
                Figure.Plain("train log-RMSE", errors[^1]),
                Figure.Plain("lowest and highest estimate in dollars", new[] { estimates.Min(), estimates.Max() }),
                Figure.Plain("mean estimate in dollars", estimates.Average()),
                Figure.Plain("mean price of the train file in dollars", prices.Average()),
            ],
            Tables =
            [
                new(
                    set.Named("submission"), set.Titled("Estimated prices"), ["Id", "SalePrice"],
                    [.. submission.Select(row => (string[])[NumberText.Of(row.Id), NumberText.Of(row.Price)])]),
            ],
            Pictures =
            [
                new(set.Named("train"), trained.Line("train", epochs, errors)),
                new(set.Named("prices"), sold
                    .Histogram("train, sold for", prices, within: range)
                    .Histogram("test, estimated", estimates, within: range)),
            ],
        };
    }
}
