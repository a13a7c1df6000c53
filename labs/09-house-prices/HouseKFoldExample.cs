using System.Globalization;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Plots;
using CourseLabs.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>COURSE D9: a linear model of the house prices, validated with five folds, as the book prepares the data and honestly.</summary>
public sealed class HouseKFoldExample : OldExample
{
    private const string Slide = "the slide's output, any seed";

    // The folds of a larger k would not be told apart.
    private const int MostCharts = 6;

    private static readonly (double Train, double Valid)[] SlidesFolds =
        [(0.169588, 0.156506), (0.162381, 0.190267), (0.164189, 0.168431), (0.168283, 0.154608), (0.163852, 0.183156)];

    /// <inheritdoc/>
    public override string Id => "D9";

    /// <inheritdoc/>
    public override string Name => "house-kfold";

    /// <inheritdoc/>
    public override string Lab => "09-house-prices";

    /// <inheritdoc/>
    public override string Title => "House prices: k-fold cross-validation";

    /// <inheritdoc/>
    public override string Description =>
        "A linear model learns the price in dollars from 331 columns: mean squared error, Adam, batches of 64, five contiguous folds of " +
        "292 rows. Errors are of the price's logarithm. The slide standardizes over train and test file together, so that the held-out rows " +
        "have had their say in the scaling; beside it stands the honest estimate, where means, deviations and categories come from each " +
        "fold's own training rows.";

    /// <inheritdoc/>
    public override IReadOnlyList<ExampleOption> Options =>
        [HouseOptions.Folds, HouseOptions.Epochs, HouseOptions.LearningRate, HouseOptions.WeightDecay, HouseOptions.BatchSize];

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        using DisposeScope scope = NewDisposeScope();
        HouseSet set = HouseSet.Load(context);
        HouseSettings settings = HouseOptions.Settings(context);
        Device device = Devices.Find(context.Device);
        int k = context.Get(HouseOptions.Folds);
        CrossValidation book = Validate(set.BookFolds(k, device)), honest = Validate(set.HonestFolds(k, device));

        bool isSlides = set.IsReal && k == HouseOptions.Folds.Default && settings == new HouseSettings();
        return new(set.Titled(Title))
        {
            Figures =
            [
                set.Origin(),
                Figure.Compared(isSlides, "average train log-RMSE", 0.165659, book.Train, 0.002, Slide),
                Figure.Compared(isSlides, "average validation log-RMSE", 0.170594, book.Valid, 0.002, Slide),
                Figure.Plain("honest: average train log-RMSE", honest.Train),
                Figure.Plain("honest: average validation log-RMSE", honest.Valid),
            ],
            Tables = [FoldTable(set, isSlides, book, honest)],
            Pictures =
            [
                new(set.Named("fold-1"), FoldChart(set.Titled("Fold 1"), book.Folds[0])),
                new(set.Named("folds"), new PlotGrid(
                    set.Titled("Log-RMSE of each fold"),
                    book.Folds.Take(MostCharts).Select((curves, i) => FoldChart($"Fold {i + 1}", curves)),
                    columns: 3, shareX: true, shareY: true)),
            ],
        };

        CrossValidation Validate(HouseFold[] folds) =>
            CrossValidation.Run(context.Seed, folds, settings, HouseOptions.AtOnce(context), context.Progress, context.Cancellation);
    }

    private static Table FoldTable(HouseSet set, bool isSlides, CrossValidation book, CrossValidation honest)
    {
        return new(
            set.Named("folds"),
            set.Titled("Log-RMSE at the end of each fold"),
            ["fold", "train", "slide's train", "valid", "slide's valid", "honest train", "honest valid"],
            [
                .. book.Folds.Select((curves, i) => Row(
                    $"{i + 1}", (curves.Train[^1], curves.Valid[^1]), isSlides ? SlidesFolds[i] : null,
                    (honest.Folds[i].Train[^1], honest.Folds[i].Valid[^1]))),
                Row("average", (book.Train, book.Valid), isSlides ? (0.165659, 0.170594) : null, (honest.Train, honest.Valid)),
            ]);

        static string[] Row(
            string fold, (double Train, double Valid) ours, (double Train, double Valid)? slides, (double Train, double Valid) honest) =>
            [fold, Text(ours.Train), Text(slides?.Train), Text(ours.Valid), Text(slides?.Valid), Text(honest.Train), Text(honest.Valid)];
    }

    // The slide prints six digits.
    private static string Text(double? error) => error?.ToString("F6", CultureInfo.InvariantCulture) ?? "";

    private static Plot FoldChart(string title, HouseCurves curves)
    {
        int[] epochs = [.. Enumerable.Range(1, curves.Train.Length)];
        return new Plot(title, "epoch", "log-RMSE", logY: true)
            .Line("train", epochs, curves.Train)
            .Line("valid", epochs, curves.Valid);
    }
}
