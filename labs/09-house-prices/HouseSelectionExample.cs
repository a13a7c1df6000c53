using System.Globalization;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Plots;
using CourseLabs.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>COURSE D9, the slide's "model selection": learning rates, weight decays and a hidden layer, by honest validation errors.</summary>
public sealed class HouseSelectionExample : OldExample
{
    // The first is the slide's.
    private static readonly HouseSettings[] Candidates =
    [
        new(),
        new(LearningRate: 1),
        new(LearningRate: 20),
        new(WeightDecay: 1),
        new(LearningRate: 20, WeightDecay: 1),
        new(LearningRate: 0.1, Hidden: 64),
        new(LearningRate: 1, Hidden: 64),
        new(LearningRate: 1, WeightDecay: 50, Hidden: 64),
    ];

    /// <inheritdoc/>
    public override string Id => "D9";

    /// <inheritdoc/>
    public override string Name => "house-selection";

    /// <inheritdoc/>
    public override string Lab => "09-house-prices";

    /// <inheritdoc/>
    public override string Title => "House prices: model selection";

    /// <inheritdoc/>
    public override string Description =>
        "The slide validates one setting, learning rate 5 without weight decay; here other learning rates, weight decays and a network " +
        "with 64 hidden neurons stand beside it. What is chosen by an error must not have seen the rows that it is taken on: scaling and " +
        "categories come from each fold's own training rows.";

    /// <inheritdoc/>
    public override IReadOnlyList<ExampleOption> Options => [HouseOptions.Folds, HouseOptions.Epochs, HouseOptions.BatchSize];

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        using DisposeScope scope = NewDisposeScope();
        HouseSet set = HouseSet.Load(context);
        HouseFold[] folds = set.HonestFolds(context.Get(HouseOptions.Folds), Devices.Find(context.Device));
        int epochs = context.Get(HouseOptions.Epochs);
        var tried = new List<(HouseSettings Settings, CrossValidation Result)>();
        foreach (HouseSettings candidate in Candidates)
        {
            HouseSettings settings = candidate with { Epochs = epochs, BatchSize = context.Get(HouseOptions.BatchSize) };
            tried.Add((settings, CrossValidation.Run(
                context.Seed, folds, settings, HouseOptions.AtOnce(context), cancellation: context.Cancellation)));
            context.Progress?.Invoke(new(tried.Count - 1, Candidates.Length, "setting", tried[^1].Result.Valid));
        }

        var best = tried.MinBy(t => Rank(t.Result));
        return new(set.Titled(Title))
        {
            Figures =
            [
                set.Origin(),
                Figure.Plain("the slide's setting: average validation log-RMSE", tried[0].Result.Valid),
                Figure.Plain("best setting", Describe(best.Settings)),
                Figure.Plain("best setting: average validation log-RMSE", best.Result.Valid),
            ],
            Tables =
            [
                new(
                    set.Named("settings"), set.Titled("Average log-RMSE of each setting, the best first"),
                    ["model", "learning rate", "weight decay", "train", "valid"],
                    [.. tried.OrderBy(t => Rank(t.Result)).Select(t => (string[])
                    [
                        Model(t.Settings), NumberText.Of(t.Settings.LearningRate), NumberText.Of(t.Settings.WeightDecay),
                        Error(t.Result.Train), Error(t.Result.Valid),
                    ])]),
            ],
            Pictures = [new(set.Named("validation"), ValidationChart(set.Titled("Validation error of each setting"), tried))],
        };
    }

    // What is no number is the worst.
    private static double Rank(CrossValidation result) => double.IsNaN(result.Valid) ? double.PositiveInfinity : result.Valid;

    private static Plot ValidationChart(string title, List<(HouseSettings Settings, CrossValidation Result)> tried) => tried.Aggregate(
        new Plot(title, "epoch", "average log-RMSE", logY: true),
        (chart, t) =>
        {
            int[] epochs = [.. Enumerable.Range(1, t.Settings.Epochs)];
            return chart.Line(
                Describe(t.Settings), epochs, epochs.Select(epoch => t.Result.Folds.Average(fold => (double)fold.Valid[epoch - 1])));
        });

    private static string Error(double value) => value.ToString("F6", CultureInfo.InvariantCulture);

    private static string Describe(HouseSettings settings) =>
        $"{Model(settings)}, lr {NumberText.Of(settings.LearningRate)}" + (settings.WeightDecay == 0 ? "" : $", decay {NumberText.Of(settings.WeightDecay)}");

    private static string Model(HouseSettings settings) => settings.Hidden == 0 ? "linear" : $"MLP {settings.Hidden}";
}
