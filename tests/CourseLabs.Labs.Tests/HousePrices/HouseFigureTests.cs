using CourseLabs.Examples;
using CourseLabs.Tests;
using static TorchSharp.torch;

namespace CourseLabs.Labs.Tests;

/// <summary>Whether the figures of D9 and D10 tell a right program from a wrong one.</summary>
public sealed class HouseFigureTests
{
    private const string Houses = "kaggle_house_train kaggle_house_test";

    private static PeerFigures PyTorch => PeerFigures.Load("house_kfold_seeds");

    [Fact]
    public void The_expected_averages_and_the_scatter_are_those_of_PyTorchs_seeds_0_to_9()
    {
        double[][] train = [.. Enumerable.Range(0, 10).Select(seed => PyTorch.Numbers($"seed {seed}: train"))];
        double[][] valid = [.. Enumerable.Range(0, 10).Select(seed => PyTorch.Numbers($"seed {seed}: valid"))];

        Assert.All(HouseKFoldExample.PyTorchs.Index(), seed => Assert.Equal(train[seed.Index].Average(), seed.Item.Train, 5.1e-7));
        Assert.All(HouseKFoldExample.PyTorchs.Index(), seed => Assert.Equal(valid[seed.Index].Average(), seed.Item.Valid, 5.1e-7));
        Assert.All(HouseKFoldExample.SlidesFolds.Index(), fold =>
        {
            Assert.Equal(Deviation(train.Select(t => t[fold.Index])), fold.Item.TrainSd, 5.1e-6);
            Assert.Equal(Deviation(valid.Select(v => v[fold.Index])), fold.Item.ValidSd, 5.1e-6);
        });
        Assert.Equal(Deviation(train.Select(t => t.Average())), HouseKFoldExample.SlidesAverage.TrainSd, 5.1e-6);
        Assert.Equal(Deviation(valid.Select(v => v.Average())), HouseKFoldExample.SlidesAverage.ValidSd, 5.1e-6);
    }

    [RealDataFact(Houses)]
    public void The_seeds_0_to_9_meet_every_figure_and_PyTorchs_errors_of_each_fold()
    {
        using var scope = NewDisposeScope();
        var set = HouseSet.Load(new());
        for (long seed = 0; seed < 10; seed++)
        {
            var right = Run(set, seed: seed);

            Assert.All(Compared(right, seed), figure => Assert.True(figure.Match, $"seed {seed}: {figure}"));
            PyTorch.AssertEqual($"seed {seed}: train", right.Folds.Select(f => f.TrainLs[^1]), 2e-6);
            PyTorch.AssertEqual($"seed {seed}: valid", right.Folds.Select(f => f.ValidLs[^1]), 2e-6);
        }
    }

    [RealDataFact(Houses)]
    public void A_seed_that_PyTorch_has_not_run_is_held_to_the_slides_figures_alone()
    {
        using var scope = NewDisposeScope();
        var figures = Compared(Run(HouseSet.Load(new()), seed: -7), -7);

        Assert.Equal(12, figures.Length);
        Assert.All(figures, figure => Assert.True(figure.Match, $"{figure}"));
    }

    [RealDataFact(Houses)]
    public void A_wrong_run_does_not_meet_them()
    {
        using var scope = NewDisposeScope();
        var set = HouseSet.Load(new());
        (string Mistake, KFoldErrors Errors)[] wrong =
        [
            ("95 epochs", Run(set, epochs: 95)),
            ("110 epochs", Run(set, epochs: 110)),
            ("learning rate 5.5", Run(set, lr: 5.5)),
            ("330 columns", Run(set, _ => WithNoneAsMissing(set))),
            ("honest scaling", Run(set, i => set.HonestFeatures(5, i))),
            ("batches of 60", Run(set, batch: 60)),
            ("weight decay 0.001", Run(set, decay: 0.001)),
            ("weight decay 0.0001", Run(set, decay: 0.0001)),
        ];

        Assert.All(wrong, w => Assert.True(Compared(w.Errors, 0).Any(figure => figure.Match == false), w.Mistake));
    }

    [RealDataFact(Houses)]
    public void The_submission_is_PyTorchs()
    {
        using var scope = NewDisposeScope();
        var set = HouseSet.Load(new());
        manual_seed(0);
        var (errors, preds) = HouseTraining.TrainAndPred(set.TrainFeatures, set.TestFeatures, set.TrainLabels, 100, 5, 0, 64);

        PyTorch.AssertEqual("submission: train", [errors[^1]]);
        PyTorch.AssertEqual("submission: prices", preds);
    }

    [RealDataFact(Houses)]
    public void A_wrong_submission_does_not_meet_its_figures()
    {
        using var scope = NewDisposeScope();
        var set = HouseSet.Load(new());
        foreach (var (epochs, lr) in new[] { (95, 5), (101, 5), (100, 5.1) })
        {
            manual_seed(0);
            var (errors, preds) = HouseTraining.TrainAndPred(set.TrainFeatures, set.TestFeatures, set.TrainLabels, epochs, lr, 0, 64);

            var figures = HouseSubmissionExample.Figures(true, true, errors[^1], set.Houses.Prices, [.. preds.Select(p => (double)p)]);
            Assert.Contains(figures, figure => figure.Match == false);
        }
    }

    // pandas 2 reads the text "None" as missing: the column MasVnrType_None goes, and its ones stand in MasVnrType_nan.
    private static Tensor WithNoneAsMissing(HouseSet set)
    {
        string[] names = [.. set.AllFeatures.Names];
        int none = Array.IndexOf(names, "MasVnrType_None"), nan = Array.IndexOf(names, "MasVnrType_nan");
        var features = set.TrainFeatures.clone();
        features.select(1, nan).add_(features.select(1, none));
        return features.index_select(1, tensor(Enumerable.Range(0, names.Length).Where(c => c != none).Select(c => (long)c).ToArray()));
    }

    private static KFoldErrors Run(
        HouseSet set, Func<int, Tensor>? features = null, long seed = 0, int epochs = 100, double lr = 5, double decay = 0, int batch = 64)
    {
        manual_seed(seed);
        return HouseTraining.KFold(5, features ?? (_ => set.TrainFeatures), set.TrainLabels, epochs, lr, decay, batch);
    }

    private static Figure[] Compared(KFoldErrors errors, long seed) =>
        [.. HouseKFoldExample.Figures(true, seed, errors, errors).Where(figure => figure.Expected is not null)];

    private static double Deviation(IEnumerable<double> values)
    {
        double[] all = [.. values];
        return Math.Sqrt(all.Sum(v => Math.Pow(v - all.Average(), 2)) / (all.Length - 1));
    }
}
