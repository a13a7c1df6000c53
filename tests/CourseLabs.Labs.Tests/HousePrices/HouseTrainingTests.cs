using System.Globalization;
using CourseLabs.Examples;
using CourseLabs.Matrices;
using CourseLabs.Tests;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CourseLabs.Labs.Tests;

/// <summary>The slides' program itself (COURSE D9).</summary>
public sealed class HouseTrainingTests
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
        var run = string.Join(' ', numbers.Select(number => Convert.ToString(number, CultureInfo.InvariantCulture)));
        Func<long, Sequential> getNet =
            hidden == 0 ? HouseTraining.GetNet : inFeatures => Sequential(Linear(inFeatures, hidden), ReLU(), Linear(hidden, 1));

        using var scope = NewDisposeScope();
        var (x, y) = Drawn(seed, rows, features);
        manual_seed(seed);
        var result = HouseTraining.KFold(k, _ => x, y, epochs, lr, decay, batch, getNet);

        PeerFigures.Load("house_kfold").AssertEqual(
            run, result.Folds.SelectMany(f => f.TrainLs.Zip(f.ValidLs).SelectMany(errors => new[] { errors.First, errors.Second })), 1e-5);
        Assert.Equal(result.Folds.Average(f => (double)f.TrainLs[^1]), result.TrainL, 12);
        Assert.Equal(result.Folds.Average(f => (double)f.ValidLs[^1]), result.ValidL, 12);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(24)]
    public void Every_row_is_held_out_exactly_once_and_the_folds_are_contiguous_and_even(int rows)
    {
        using var scope = NewDisposeScope();
        long[] all = [.. Enumerable.Range(0, rows).Select(row => (long)row)];
        Tensor x = tensor(all), y = tensor(all) * 10;
        for (var k = 2; k <= rows; k++)
        {
            var folds = Enumerable.Range(0, k).Select(i => HouseTraining.GetKFoldData(k, i, x, y)).ToArray();

            Assert.Equal(all, folds.SelectMany(f => Rows(f.XValid)));
            Assert.All(folds, f => Assert.Equal(all.Except(Rows(f.XValid)), Rows(f.XTrain)));
            Assert.All(folds, f => Assert.Equal(Rows(f.XTrain).Select(row => row * 10), Rows(f.YTrain)));
            Assert.All(folds, f => Assert.Equal(Rows(f.XValid).Select(row => row * 10), Rows(f.YValid)));
            Assert.All(folds, f => Assert.InRange(f.XValid.shape[0], rows / k, (rows / k) + 1));
        }
    }

    [Theory]
    [InlineData(10, 1)]
    [InlineData(10, -3)]
    [InlineData(10, 11)]
    public void Too_few_or_too_many_folds_are_an_error(int rows, int k)
    {
        using var x = arange(rows);

        var error = Assert.Throws<UserErrorException>(() => HouseTraining.GetKFoldData(k, 0, x, x));

        Assert.Equal($"{rows} rows cannot be divided into {k} folds.", error.Message);
    }

    [Fact]
    public void Labels_of_another_shape_than_the_estimates_are_an_error_and_not_broadcast()
    {
        using var scope = NewDisposeScope();
        Tensor x = ones(4, 2), y = ones(4, 1);
        using var net = HouseTraining.GetNet(2);

        Assert.Throws<ShapeException>(() => HouseTraining.Train(net, x, ones(4), null, null, 1, 5, 0, 4));
        Assert.Throws<ShapeException>(() => HouseTraining.Train(net, x, y, x, ones(4), 1, 5, 0, 4));
        Assert.Single(HouseTraining.Train(net, x, y, x, y, 1, 5, 0, 4).TestLs);
    }

    [Fact]
    public void Targets_and_weights_of_another_shape_are_an_error_in_the_other_labs_too()
    {
        using var scope = NewDisposeScope();
        using var line = Linear(1, 1);
        using var loss = MSELoss(Reduction.None);
        Tensor x = ones(4, 1), y = ones(4);

        Assert.Throws<ShapeException>(() => ImportanceWeighting.Train(line, loss, x, y, epochs: 1));
        Assert.Throws<ShapeException>(() => ImportanceWeighting.Train(line, loss, x, x, beta: y, epochs: 1));
        Assert.Throws<ShapeException>(() => StochasticDescent.Run(x, y, 4, 0.1, 1));
    }

    [Fact]
    public void An_estimate_below_1_counts_as_1()
    {
        using var scope = NewDisposeScope();
        manual_seed(0);
        var features = zeros(3, 100); // the estimate is the bias, within -0.1 and 0.1
        using var net = HouseTraining.GetNet(100);

        Assert.InRange(net.call(features).abs().max().item<float>(), 0, 0.1f);
        Assert.Equal(1, HouseTraining.LogRmse(net, features, full([3, 1], MathF.E)), 1e-6);
    }

    [Fact]
    public void The_same_seed_gives_the_same_errors_and_nothing_stays_alive_behind_it_nor_behind_an_interrupt()
    {
        var first = Run();
        var before = LiveTensors.Count();

        var second = Run();
        Assert.Equal(before, LiveTensors.Count());
        Assert.Equal(first.Folds.SelectMany(f => f.TrainLs.Concat(f.ValidLs)), second.Folds.SelectMany(f => f.TrainLs.Concat(f.ValidLs)));
        Assert.NotEqual(first.Folds[0].TrainLs, first.Folds[1].TrainLs);

        Assert.Throws<OperationCanceledException>(() => Run((i, epoch) => throw new OperationCanceledException()));
        Assert.Equal(before, LiveTensors.Count());

        static KFoldErrors Run(Action<int, int>? print = null)
        {
            using var scope = NewDisposeScope();
            var (x, y) = Drawn(0, 40, 5);
            manual_seed(3);
            return HouseTraining.KFold(3, _ => x, y, 20, 5, 0, 64, print: print);
        }
    }

    private static (Tensor X, Tensor Y) Drawn(long seed, int rows, int features)
    {
        manual_seed(seed);
        var x = randn(rows, features);
        return (x, ((0.4 * randn(rows, 1)) + 12).exp());
    }

    private static long[] Rows(Tensor rows) => rows.data<long>().ToArray();
}
