using System.Diagnostics;
using System.Globalization;
using CourseLabs.Backprop.Gradients;
using CourseLabs.Data.Digits;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Matrices;
using CourseLabs.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>COURSE C4: the same network by hand and in TorchSharp, from the same first weights, step by step.</summary>
public sealed class TorchMnistExample : OldExample
{
    /// <summary>How many pictures are trained on.</summary>
    public static ExampleOption<int> Rows { get; } =
        ExampleOption.WholeNumber("rows", 60_000, "how many of the training pictures are used", min: 1, max: 60_000, quick: 2_000);

    /// <inheritdoc/>
    public override string Id => "C4";

    /// <inheritdoc/>
    public override string Name => "mnist-torch";

    /// <inheritdoc/>
    public override string Lab => "04-mnist";

    /// <inheritdoc/>
    public override string Title => "The same network by hand and in TorchSharp";

    /// <inheritdoc/>
    public override string Description =>
        "The slide's 784-100-10 network by hand, in the correct order, and in TorchSharp with autograd and SGD begin with the same weights and " +
        "see the same rows. After each of the first 100 steps their weights agree to rounding; then both go on to the end of the epoch.";

    /// <inheritdoc/>
    public override IReadOnlyList<ExampleOption> Options => [Rows];

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        MnistDigits test = MnistDigits.Test(context.Data);
        return Run(context, MnistDigits.Train(context.Data).First(context.Get(Rows)), test);
    }

    /// <summary>As <see cref="Run(ExampleContext)"/>, on the given digits.</summary>
    internal ExampleResult Run(ExampleContext context, MnistDigits train, MnistDigits test)
    {
        const double learningRate = 0.3;
        const int compared = 100;
        Device device = Devices.Find(context.Device);
        using var digits = new DigitTensors(train, device);
        using var testDigits = new DigitTensors(test, device);
        var hand = new NeuralNetwork(train.PixelsEach, [100], DigitRow.Classes, learningRate, UpdateOrder.Correct, new(unchecked((int)context.Seed)));
        using var torch = new TorchNetwork(hand.Layers, learningRate, device);

        var row = new DigitRow(train);
        double difference = 0;
        TimeSpan byHand = default, inTorch = default;
        for (int step = 0; step < train.Count; step++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            long start = Stopwatch.GetTimestamp();
            row.Read(step);
            hand.Train(row.InputData, row.TargetData);
            byHand += Stopwatch.GetElapsedTime(start);

            start = Stopwatch.GetTimestamp();
            using (NewDisposeScope())
                torch.Train(digits.InputData(step, 1), digits.TargetData(step));
            inTorch += Stopwatch.GetElapsedTime(start);

            if (step < compared)
                difference = Math.Max(difference, Difference(hand, torch));
            if (step % OnlineTraining.PrintEvery == 0)
                context.Progress?.Invoke(new(step, train.Count, "step", hand.LossVal(row.InputData, row.TargetData)));
        }

        using DisposeScope scope = NewDisposeScope();
        long[] guesses = torch.Predict(testDigits.InputData(0, test.Count));
        double ours = 100.0 * hand.Accuracy(test).Matched.Count / test.Count;
        double theirs = 100.0 * guesses.Zip(test.Labels).Count(pair => pair.First == pair.Second) / test.Count;
        return new(Title)
        {
            Figures =
            [
                new(
                    $"relative difference of the weights in the first {Math.Min(compared, train.Count)} steps, the largest", 0, difference, 1e-12,
                    "mathematics: by hand and by autograd it is the same gradient, in float64"),
                Figure.Plain("relative difference of the weights at the end", Difference(hand, torch)),
                Figure.Plain("accuracy in %, by hand", ours),
                Figure.Plain("accuracy in %, TorchSharp", theirs),
            ],
            Tables =
            [
                new("time", "Time for one row at a time", ["", "rows", "elapsed time in s", "microseconds a row"],
                    [Time("by hand", byHand, train.Count), Time("TorchSharp", inTorch, train.Count)]),
            ],
        };
    }

    // The largest over W2, b2, W3, b3, each relative to its own size.
    private static double Difference(NeuralNetwork hand, TorchNetwork torch)
    {
        using DisposeScope scope = NewDisposeScope();
        return hand.Layers.Parameters.Zip(torch.Parameters).Max(pair =>
        {
            Matrix theirs = pair.Second.ToMatrix();
            return GradientError.Relative(pair.First.Value, pair.First.Name[0] == 'W' ? theirs.T : theirs);
        });
    }

    private static string[] Time(string name, TimeSpan elapsed, int rows) =>
    [
        name, NumberText.Of(rows), elapsed.TotalSeconds.ToString("F2", CultureInfo.InvariantCulture),
        (elapsed.TotalMicroseconds / rows).ToString("F1", CultureInfo.InvariantCulture),
    ];
}
