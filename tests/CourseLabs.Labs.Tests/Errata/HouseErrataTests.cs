using static TorchSharp.torch;
using KaggleHouses = CourseLabs.Data.Houses.HousePrices;

namespace CourseLabs.Labs.Tests;

/// <summary>The mistakes of deck D's house prices, in numbers (<c>labs/ERRATA.md</c>).</summary>
public sealed class HouseErrataTests
{
    private const int NumericColumns = 36;

    [Fact]
    public void The_books_scaling_is_not_that_of_a_folds_training_rows()
    {
        using var scope = NewDisposeScope();
        HouseSet set = new(KaggleHouses.Synthetic());

        // A missing value is the mean: the training rows' means are 0 when, and only when, they are their own.
        Assert.InRange(LargestMean(set, fold => set.HonestFeatures(5, fold)), 0, 1e-6);
        Assert.True(LargestMean(set, _ => set.TrainFeatures) > 0.01);
    }

    private static double LargestMean(HouseSet set, Func<int, Tensor> features) => Enumerable.Range(0, 5).Max(fold =>
        HouseTraining.GetKFoldData(5, fold, features(fold), set.TrainLabels).XTrain
            .narrow(1, 0, NumericColumns).to(ScalarType.Float64).mean([0]).abs().max().item<double>());
}
