using System.Globalization;
using CourseLabs.Examples;
using CourseLabs.Plots;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// "4.10 Predicting House Prices on Kaggle", "K-Fold Cross-Validation" and "Model Selection" (COURSE D9): the training of HouseTraining.cs.
public sealed class HouseKFoldExample() : Example<HouseKFoldExample.Settings>(
    "D9", "house-kfold", "09-house-prices", "House prices: k-fold cross-validation",
    "A linear model learns the price in dollars from 331 columns: mean squared error, Adam, batches of 64, five contiguous folds of " +
    "292 rows. Errors are of the price's logarithm. The slide standardizes over train and test file together, so that the held-out rows " +
    "have had their say in the scaling; beside it stands the honest estimate, where means, deviations and categories come from each " +
    "fold's own training rows. With the seeds 0 to 9 the averages are PyTorch's; the slide's seed is not known, and its figures lie " +
    "within the scatter of the seeds.")
{
    public sealed record Settings(
        [Option("k of k-fold cross-validation", Min = 2)] int Folds = 5,
        [Option("how often each training row is seen", Min = 1, Max = 5000, Quick = 10)] int Epochs = 100,
        [Option("the learning rate of Adam", Name = "lr", Min = 0, Max = 1_000_000)] double LearningRate = 5,
        [Option("the weight decay of Adam", Min = 0, Max = 1_000_000)] double WeightDecay = 0,
        [Option("how many rows a step of Adam takes", Name = "batch", Min = 1)] int BatchSize = 64);

    // What the slide prints, and beside it the standard deviation of PyTorch 1.13's seeds 0 to 9.
    internal static readonly (double Train, double TrainSd, double Valid, double ValidSd)[] SlidesFolds =
    [
        (0.169588, 0.00050, 0.156506, 0.00028),
        (0.162381, 0.00019, 0.190267, 0.00118),
        (0.164189, 0.00016, 0.168431, 0.00028),
        (0.168283, 0.00033, 0.154608, 0.00020),
        (0.163852, 0.00046, 0.183156, 0.00025),
    ];

    internal static readonly (double Train, double TrainSd, double Valid, double ValidSd) SlidesAverage =
        (0.165659, 0.00014, 0.170594, 0.00025);

    // The averages of PyTorch 1.13 with the seeds 0 to 9.
    internal static readonly (double Train, double Valid)[] PyTorchs =
    [
        (0.165809, 0.170529), (0.165403, 0.170156), (0.165466, 0.170457), (0.165438, 0.170620), (0.165583, 0.170725),
        (0.165383, 0.170254), (0.165511, 0.170255), (0.165428, 0.170273), (0.165696, 0.170934), (0.165451, 0.170353),
    ];

    public override ExampleResult Run(Settings settings, ExampleRun run)
    {
        using var scope = NewDisposeScope();
        var set = HouseSet.Load(run);
        KFoldErrors book = KFold(_ => set.TrainFeatures), honest = KFold(i => set.HonestFeatures(settings.Folds, i));

        var isSlides = set.IsReal && settings == new Settings();
        return new(set.Titled(Title))
        {
            IsMadeUp = !set.IsReal,
            Figures = [set.Origin(), .. Figures(isSlides, run.Seed, book, honest)],
            Tables = [FoldTable(set, isSlides, book, honest)],
            Pictures =
            [
                new(set.Named("fold-1"), FoldChart(set.Titled("Fold 1"), book.Folds[0])),
                new(set.Named("folds"), new PlotGrid(
                    set.Titled("Log-RMSE of each fold"),
                    book.Folds.Take(6).Select((fold, i) => FoldChart($"Fold {i + 1}", fold)), // of more, none could be told apart
                    columns: 3, shareX: true, shareY: true)),
            ],
        };

        KFoldErrors KFold(Func<int, Tensor> features)
        {
            manual_seed(run.Seed);
            return HouseTraining.KFold(
                settings.Folds, features, set.TrainLabels, settings.Epochs, settings.LearningRate, settings.WeightDecay, settings.BatchSize,
                print: (i, epoch) => run.Progress.Report((i * settings.Epochs) + epoch, settings.Folds * settings.Epochs, "epoch"));
        }
    }

    internal static IEnumerable<Figure> Figures(bool isSlides, long seed, KFoldErrors book, KFoldErrors honest)
    {
        const string slide = "the slide's output, its seed unknown; within 5 standard deviations of PyTorch 1.13's seeds 0 to 9";
        var known = seed >= 0 && seed < PyTorchs.Length;
        var torch = PyTorchs[known ? seed : 0];
        yield return Slides("average train log-RMSE", book.TrainL, SlidesAverage.Train, SlidesAverage.TrainSd);
        yield return Slides("average validation log-RMSE", book.ValidL, SlidesAverage.Valid, SlidesAverage.ValidSd);
        yield return PyTorch("average train log-RMSE of this seed", book.TrainL, torch.Train);
        yield return PyTorch("average validation log-RMSE of this seed", book.ValidL, torch.Valid);
        if (isSlides)
        {
            foreach (var (i, fold) in SlidesFolds.Index())
            {
                yield return Slides($"fold {i + 1}: train log-RMSE", book.Folds[i].TrainLs[^1], fold.Train, fold.TrainSd);
                yield return Slides($"fold {i + 1}: validation log-RMSE", book.Folds[i].ValidLs[^1], fold.Valid, fold.ValidSd);
            }
        }

        yield return Figure.Of("honest: average train log-RMSE", honest.TrainL);
        yield return Figure.Of("honest: average validation log-RMSE", honest.ValidL);

        Figure Slides(string name, double actual, double expected, double sd) =>
            Figure.Of(name, actual, expected: expected, tolerance: 5 * sd, source: slide, when: isSlides);

        // Rounding moves them by less than 1e-7, and a weight decay of 0.001 by 5e-5.
        Figure PyTorch(string name, double actual, double expected) => Figure.Of(
            name, actual, expected: expected, tolerance: 2e-6, source: $"PyTorch 1.13, manual_seed({seed})", when: isSlides && known);
    }

    private static Table FoldTable(HouseSet set, bool isSlides, KFoldErrors book, KFoldErrors honest)
    {
        return new(
            set.Named("folds"), set.Titled("Log-RMSE at the end of each fold"),
            ["fold", "train", "slide's train", "valid", "slide's valid", "honest train", "honest valid"],
            [
                .. book.Folds.Select((fold, i) => Row(
                    $"{i + 1}", Last(fold), isSlides ? (SlidesFolds[i].Train, SlidesFolds[i].Valid) : null, Last(honest.Folds[i]))),
                Row(
                    "average", (book.TrainL, book.ValidL), isSlides ? (SlidesAverage.Train, SlidesAverage.Valid) : null,
                    (honest.TrainL, honest.ValidL)),
            ]);

        static (double, double) Last((float[] TrainLs, float[] ValidLs) fold) => (fold.TrainLs[^1], fold.ValidLs[^1]);

        static string[] Row(
            string fold, (double Train, double Valid) ours, (double Train, double Valid)? slides, (double Train, double Valid) honest) =>
            [fold, Text(ours.Train), Text(slides?.Train), Text(ours.Valid), Text(slides?.Valid), Text(honest.Train), Text(honest.Valid)];

        // The slide prints six digits.
        static string Text(double? error) => error?.ToString("F6", CultureInfo.InvariantCulture) ?? "";
    }

    private static Plot FoldChart(string title, (float[] TrainLs, float[] ValidLs) fold)
    {
        int[] epochs = [.. Enumerable.Range(1, fold.TrainLs.Length)];
        return new Plot(title, "epoch", "log-RMSE", logY: true)
            .Line("train", epochs, fold.TrainLs)
            .Line("valid", epochs, fold.ValidLs);
    }
}
