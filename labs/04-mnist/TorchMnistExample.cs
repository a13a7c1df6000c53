using System.Diagnostics;
using CourseLabs.Backprop.Gradients;
using CourseLabs.Backprop.Initializers;
using CourseLabs.Data.Digits;
using CourseLabs.Examples;
using CourseLabs.Matrices;
using CourseLabs.Torch;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// "오차역전파를 이용한 MNIST 분류" (classifying MNIST by backpropagation) (COURSE C4), once more with TorchNetwork.cs, which the deck does
// not have.
public sealed class TorchMnistExample() : Example<TorchMnistExample.Settings>(
    "C4", "mnist-torch", "04-mnist", "The same network by hand and in TorchSharp",
    "The slide's 784-100-10 network by hand, in the correct order, and in TorchSharp with autograd and SGD begin with the same weights " +
    "and see the same rows. After each of the first 100 steps their weights agree to rounding; then both go on to the end of the epoch.")
{
    public sealed record Settings(
        [Option("how many of the training pictures are used", Min = 1, Max = 60_000, Quick = 2_000)] int Rows = 60_000);

    public override ExampleResult Run(Settings settings, ExampleRun run)
    {
        var test = MnistDigits.Test(run.Data);
        return Run(run, MnistDigits.Train(run.Data).First(settings.Rows), test);
    }

    internal ExampleResult Run(ExampleRun run, MnistDigits train, MnistDigits test, bool correctOrder = true)
    {
        const double learningRate = 0.3;
        const int compared = 100;
        var device = Devices.Find(run.Device);
        using var digits = new DigitTensors(train, device);
        using var testDigits = new DigitTensors(test, device);
        var hand = new NeuralNetwork(train.PixelsEach, 100, 10, learningRate, correctOrder, SeededRandom.Of(run.Seed));
        using var torch = new TorchNetwork(hand.Weights, learningRate, device);

        double difference = 0;
        TimeSpan byHand = default, inTorch = default;
        for (var step = 0; step < train.Count; step++)
        {
            var start = Stopwatch.GetTimestamp();
            var targetData = new Matrix(1, 10) + 0.01;
            targetData[0, train.Labels[step]] = 0.99;
            hand.Train((train.Row(step) / 255.0 * 0.99) + 0.01, targetData);
            byHand += Stopwatch.GetElapsedTime(start);

            start = Stopwatch.GetTimestamp();
            using (NewDisposeScope())
                torch.Train(digits.InputData(step, 1), digits.TargetData(step));
            inTorch += Stopwatch.GetElapsedTime(start);

            if (step < compared)
                difference = Math.Max(difference, Difference(hand, torch));
            run.Progress.Report(step, train.Count, "step");
        }

        using var scope = NewDisposeScope();
        var guesses = torch.Predict(testDigits.InputData(0, test.Count));
        var ours = 100.0 * hand.Accuracy(test).Matched.Count / test.Count;
        var theirs = 100.0 * guesses.Zip(test.Labels).Count(pair => pair.First == pair.Second) / test.Count;
        return new(Title)
        {
            Figures =
            [
                Figure.Of(
                    $"relative difference of the weights in the first {Math.Min(compared, train.Count)} steps, the largest", difference,
                    expected: 0, tolerance: 1e-12, source: "mathematics: by hand and by autograd it is the same gradient, in float64"),
                Figure.Of("relative difference of the weights at the end", Difference(hand, torch)),
                Figure.Of("accuracy in %, by hand", ours),
                Figure.Of("accuracy in %, TorchSharp", theirs),
            ],
            Tables =
            [
                Table.Of(
                    "time", "Time for one row at a time", new[] { (Name: "by hand", Time: byHand), (Name: "TorchSharp", Time: inTorch) },
                    ("", row => row.Name), ("rows", _ => train.Count),
                    ("elapsed time in s", row => FormattableString.Invariant($"{row.Time.TotalSeconds:F2}")),
                    ("microseconds a row", row => FormattableString.Invariant($"{row.Time.TotalMicroseconds / train.Count:F1}"))),
            ],
        };
    }

    // The largest over W2, b2, W3, b3, each relative to its own size.
    private static double Difference(NeuralNetwork hand, TorchNetwork torch) =>
        Largest.Of(hand.Weights.Zip(torch.Weights, GradientError.Relative));
}
