using System.Globalization;
using CourseLabs.Examples;
using CourseLabs.Plots;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CourseLabs.Labs;

// "4.10 Predicting House Prices on Kaggle", "Model Selection" (COURSE D9): the slide's setting beside others.
public sealed class HouseSelectionExample() : Example<HouseSelectionExample.Settings>(
    "D9", "house-selection", "09-house-prices", "House prices: model selection",
    "The slide validates one setting, learning rate 5 without weight decay; here other learning rates, weight decays and a network " +
    "with 64 hidden neurons stand beside it. What is chosen by an error must not have seen the rows that it is taken on: scaling and " +
    "categories come from each fold's own training rows.")
{
    public sealed record Settings(
        [Option("k of k-fold cross-validation", Min = 2)] int Folds = 5,
        [Option("how often each training row is seen", Min = 1, Max = 5000, Quick = 10)] int Epochs = 100,
        [Option("how many rows a step of Adam takes", Name = "batch", Min = 1)] int BatchSize = 64);

    // Hidden is the size of a hidden layer with ReLU; 0 is the slide's get_net, which has none.
    private sealed record Candidate(double LearningRate, double WeightDecay = 0, int Hidden = 0)
    {
        public string Model => Hidden == 0 ? "linear" : $"MLP {Hidden}";

        public string Name =>
            $"{Model}, lr {NumberText.Of(LearningRate)}" + (WeightDecay == 0 ? "" : $", decay {NumberText.Of(WeightDecay)}");

        public Sequential GetNet(long inFeatures) => Hidden == 0
            ? HouseTraining.GetNet(inFeatures)
            : Sequential(Linear(inFeatures, Hidden), ReLU(), Linear(Hidden, 1));
    }

    // The first is the slide's.
    private static readonly Candidate[] Candidates =
    [
        new(5), new(1), new(20), new(5, WeightDecay: 1), new(20, WeightDecay: 1),
        new(0.1, Hidden: 64), new(1, Hidden: 64), new(1, WeightDecay: 50, Hidden: 64),
    ];

    public override ExampleResult Run(Settings settings, ExampleRun run)
    {
        using var scope = NewDisposeScope();
        var set = HouseSet.Load(run);
        Tensor[] features = [.. Enumerable.Range(0, settings.Folds).Select(i => set.HonestFeatures(settings.Folds, i))];
        var tried = new List<(Candidate Candidate, KFoldErrors Errors)>();
        foreach ((var index, var c) in Candidates.Index())
        {
            manual_seed(run.Seed);
            var errors = HouseTraining.KFold(
                settings.Folds, i => features[i], set.TrainLabels, settings.Epochs, c.LearningRate, c.WeightDecay, settings.BatchSize,
                c.GetNet, (_, _) => run.Progress.Cancellation.ThrowIfCancellationRequested());
            tried.Add((c, errors));
            run.Progress.Report(index, Candidates.Length, "setting", errors.ValidL);
        }

        // What is no number is the worst.
        var ranked = tried.OrderBy(t => double.IsNaN(t.Errors.ValidL) ? double.PositiveInfinity : t.Errors.ValidL).ToArray();
        return new(set.Titled(Title))
        {
            IsMadeUp = !set.IsReal,
            Figures =
            [
                set.Origin(),
                Figure.Of("the slide's setting: average validation log-RMSE", tried[0].Errors.ValidL),
                Figure.Of("best setting", ranked[0].Candidate.Name),
                Figure.Of("best setting: average validation log-RMSE", ranked[0].Errors.ValidL),
            ],
            Tables =
            [
                Table.Of(
                    set.Named("settings"), set.Titled("Average log-RMSE of each setting, the best first"), ranked,
                    ("model", t => t.Candidate.Model),
                    ("learning rate", t => t.Candidate.LearningRate),
                    ("weight decay", t => t.Candidate.WeightDecay),
                    ("train", t => t.Errors.TrainL.ToString("F6", CultureInfo.InvariantCulture)),
                    ("valid", t => t.Errors.ValidL.ToString("F6", CultureInfo.InvariantCulture))),
            ],
            Pictures = [new(set.Named("validation"), ValidationChart(set.Titled("Validation error of each setting"), tried))],
        };
    }

    private static Plot ValidationChart(string title, List<(Candidate Candidate, KFoldErrors Errors)> tried)
    {
        var chart = new Plot(title, "epoch", "average log-RMSE", logY: true);
        foreach ((var candidate, var errors) in tried)
        {
            int[] epochs = [.. Enumerable.Range(1, errors.Folds[0].ValidLs.Length)];
            var averages = epochs.Select(epoch => errors.Folds.Average(fold => (double)fold.ValidLs[epoch - 1]));
            chart = chart.Line(candidate.Name, epochs, averages);
        }

        return chart;
    }
}
