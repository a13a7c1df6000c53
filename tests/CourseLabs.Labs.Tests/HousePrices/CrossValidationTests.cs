using System.Globalization;
using CourseLabs.Data.Frames;
using CourseLabs.Examples;
using CourseLabs.Tests;
using TorchSharp;
using static TorchSharp.torch;

namespace CourseLabs.Labs.Tests;

public sealed class CrossValidationTests
{
    [Theory]
    [InlineData(0, 5, 100, 8, 4, 16, 5, 0, 0)]
    [InlineData(1, 4, 1001, 331, 3, 64, 5, 0, 0)] // 4 does not divide 1001, nor 64 what is left
    [InlineData(-7, 3, 50, 4, 10, 7, 0.5, 2.5, 0)]
    [InlineData(42, 7, 53, 12, 10, 16, 0.1, 1, 8)]
    [InlineData(3, 2, 2, 1, 2, 64, 5, 0, 0)]
    public void Every_error_is_PyTorchs(
        int seed, int k, int rows, int features, int epochs, int batch, double lr, double decay, int hidden)
    {
        object[] numbers = [seed, k, rows, features, epochs, batch, lr, decay, hidden];
        string run = string.Join(' ', numbers.Select(number => Convert.ToString(number, CultureInfo.InvariantCulture)));

        using DisposeScope scope = NewDisposeScope();
        HouseFold[] folds = Drawn(seed, k, rows, features);
        CrossValidation result = CrossValidation.Run(seed, folds, new(epochs, lr, decay, batch, hidden), atOnce: 2);

        PeerFigures.Load("house_kfold").AssertEqual(
            run, result.Folds.SelectMany(fold => fold.Train.Zip(fold.Valid).SelectMany(errors => new[] { errors.First, errors.Second })), 1e-5);
    }

    [Theory]
    [InlineData(0, 1460, 331)]
    [InlineData(16, 200, 80)]
    public void Folds_trained_at_the_same_time_give_the_results_of_one_after_the_other(int hidden, int rows, int features)
    {
        using DisposeScope scope = NewDisposeScope();
        HouseFold[] folds = Drawn(5, k: 8, rows, features);
        HouseSettings settings = new(Epochs: 5, Hidden: hidden);

        CrossValidation sequential = CrossValidation.Run(3, folds, settings, atOnce: 1);
        CrossValidation parallel = CrossValidation.Run(3, folds, settings, atOnce: 8);

        Assert.Equal(sequential.Folds.SelectMany(f => f.Train.Concat(f.Valid)), parallel.Folds.SelectMany(f => f.Train.Concat(f.Valid)));
        Assert.NotEqual(sequential.Folds[0].Train, sequential.Folds[1].Train);
    }

    [Fact]
    public void An_estimate_below_1_counts_as_1()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(0);
        HouseRows rows = new(zeros(3, 100), full([3, 1], MathF.E)); // the estimate is the bias, within -0.1 and 0.1
        using HouseModel model = HouseModel.Draw(rows, new());

        Assert.All(model.Predict(rows.Features), price => Assert.InRange(price, -0.1f, 0.1f));
        Assert.Equal(1, model.LogRmse(rows), 1e-6);
    }

    [Fact]
    public void Averages_are_of_the_last_epoch()
    {
        var result = new CrossValidation([new([9, 1], [9, 3]), new([9, 2], [9, 5])]);

        Assert.Equal((1.5, 4.0), (result.Train, result.Valid));
    }

    [Fact]
    public void Nothing_stays_alive_behind_it_nor_behind_an_interrupt()
    {
        Run(default);
        long before = LiveTensors.Count();

        Run(default);
        Assert.Equal(before, LiveTensors.Count());

        using var interrupt = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => Run(interrupt.Token, _ => interrupt.Cancel()));
        Assert.Equal(before, LiveTensors.Count());

        static void Run(CancellationToken cancellation, Action<ProgressStep>? report = null)
        {
            using DisposeScope scope = NewDisposeScope();
            CrossValidation.Run(0, Drawn(0, 3, 40, 5), new(Epochs: 20), atOnce: 2, report, cancellation);
        }
    }

    private static HouseFold[] Drawn(long seed, int k, int rows, int features)
    {
        manual_seed(seed);
        Tensor x = randn(rows, features), y = ((0.4 * randn(rows, 1)) + 12).exp();
        return [.. KFold.Split(rows, k).Select(fold => new HouseFold(Take(fold.Train), Take(fold.Valid)))];

        HouseRows Take(IReadOnlyList<int> chosen)
        {
            Tensor index = tensor(chosen.Select(row => (long)row).ToArray());
            return new(x.index_select(0, index), y.index_select(0, index));
        }
    }
}
