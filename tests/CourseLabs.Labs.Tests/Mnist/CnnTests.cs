using System.Text.Json;
using CourseLabs.Data.Digits;
using CourseLabs.Plots;
using CourseLabs.Tests;

namespace CourseLabs.Labs.Tests;

public sealed class CnnTests
{
    [RealDataFact("mnist_train_images mnist_train_labels mnist_test_images mnist_test_labels")]
    public void The_quick_run_goes_as_in_PyTorch()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Peers", "mnist_cnn.json")));
        var peer = file.RootElement.GetProperty("quick")[0];
        double[] expected = [.. peer.GetProperty("losses").EnumerateArray().Select(e => e.GetDouble())];

        var result = new CnnExample().Run(new(Rows: 6000), new(), Digits.Real.Train.First(6000), Digits.Real.Test);

        double[] losses = [.. ((Plot)result.Pictures[0].Picture).Series[0].Ys];
        Assert.Equal(94, losses.Length);
        Assert.All(expected.Zip(losses), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        Assert.Equal([true, true, true, null], result.Figures.Select(f => f.Match));
        Assert.Equal(expected, result.Figures[2].Expected!.Numbers!);
        Assert.Equal(peer.GetProperty("accuracy").GetDouble(), result.Figures[3].Actual.Numbers![0], 0.5); // 94 updates amplify rounding
    }

    [RealDataFact("mnist_train_images mnist_train_labels mnist_test_images mnist_test_labels")]
    public void Another_learning_rate_or_other_pictures_do_not_pass()
    {
        (var train, var test) = (Digits.Real.Train.First(640), Digits.Real.Test.First(10));
        var inverted = train with { Pixels = [.. train.Pixels.Select(pixel => (byte)(255 - pixel))] };

        Assert.True(FirstTen(new(Rows: 640), train));
        Assert.False(FirstTen(new(Rows: 640, LearningRate: 0.0031), train));
        Assert.False(FirstTen(new(Rows: 640), inverted));

        bool FirstTen(CnnExample.Settings settings, MnistDigits digits) =>
            new CnnExample().Run(settings, new(), digits, test).Figures.Single(f => f.Name == "first ten losses").Match!.Value;
    }

    [Fact]
    public void It_learns_digits_that_can_be_told_apart_and_leaves_no_tensor()
    {
        var before = LiveTensors.Count();
        var result = new CnnExample().Run(new(), new() { Seed = 1 }, Digits.Synthetic(1000), Digits.Synthetic(100, seed: 2));

        Assert.Equal(before, LiveTensors.Count());
        var accuracy = result.Figures.Single(f => f.Name == "accuracy in %").Actual.Numbers![0];
        Assert.InRange(accuracy, 80, 100);
        Assert.Equal(100 - accuracy, ((ImageGrid)result.Pictures.Single(p => p.Name == "wrong-digits").Picture).Count, 1e-9);
        Assert.Null(result.Figures[0].Expected);
    }

    [Fact]
    public void An_interrupt_ends_the_training_and_leaves_no_tensor()
    {
        using var interrupt = new CancellationTokenSource();
        var before = LiveTensors.Count();

        Assert.Throws<OperationCanceledException>(() => new CnnExample().Run(
            new(), new() { Progress = new(_ => interrupt.Cancel(), interrupt.Token) }, Digits.Synthetic(300), Digits.Synthetic(10)));
        Assert.Equal(before, LiveTensors.Count());
    }
}
