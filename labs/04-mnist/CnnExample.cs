using System.Diagnostics;
using CourseLabs.Data.Digits;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Plots;
using CourseLabs.Torch;

namespace CourseLabs.Labs;

/// <summary>COURSE C4, for comparison: a small convolutional network on the same digits.</summary>
public sealed class CnnExample : OldExample
{
    private const double FirstLoss = 2.2927157878875732, LeastAccuracy = 94;

    /// <summary>How many pictures are trained on.</summary>
    public static ExampleOption<int> Rows { get; } =
        ExampleOption.WholeNumber("rows", 60_000, "how many of the training pictures are used", min: 1, max: 60_000, quick: 6_000);

    /// <summary>The learning rate.</summary>
    public static ExampleOption<double> LearningRate { get; } = ExampleOption.Number("lr", 0.003, "the learning rate of Adam", min: 0);

    /// <inheritdoc/>
    public override string Id => "C4";

    /// <inheritdoc/>
    public override string Name => "mnist-cnn";

    /// <inheritdoc/>
    public override string Lab => "04-mnist";

    /// <inheritdoc/>
    public override string Title => "A small convolutional network on MNIST, for comparison";

    /// <inheritdoc/>
    public override string Description =>
        "Two convolutions of 5 x 5 with 8 and 16 filters, ReLU, max pooling and one linear layer: 5,994 parameters against the 79,510 of the " +
        "slide's network. One epoch in batches of 64 with Adam, in the file's order. It is not on the slides: it shows that weights shared " +
        "over the picture make do with a thirteenth of the numbers. Same seed, same first loss as PyTorch.";

    /// <inheritdoc/>
    public override IReadOnlyList<ExampleOption> Options => [Rows, LearningRate];

    /// <summary>
    /// Its batches are large enough: with 6,000 rows two threads took 0.91 s and one 1.42 on two quiet EPYC cores (libtorch 2.10). A core
    /// stays free, because with one thread too many the two took 5 to 20 s, waiting for each other.
    /// </summary>
    public override int TorchThreads => Math.Clamp(Environment.ProcessorCount - 1, 1, 4);

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
        using var digits = new DigitTensors(train, Devices.Find(context.Device));
        using var testDigits = new DigitTensors(test, Devices.Find(context.Device));
        using var cnn = new DigitCnn(context.Seed, Devices.Find(context.Device));
        long start = Stopwatch.GetTimestamp();
        float[] losses = cnn.Train(
            digits, context.Get(LearningRate), (batch, batches, loss) => context.Progress?.Invoke(new(batch, batches, "batch", loss)), context.Cancellation);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        long[] guesses = cnn.Predict(testDigits);
        int[] wrong = [.. Enumerable.Range(0, test.Count).Where(i => guesses[i] != test.Labels[i])];
        double accuracy = 100.0 * (test.Count - wrong.Length) / test.Count;

        bool isFirstBatch = context.Seed == 0 && train.Count >= 64;
        bool isMeasured = context.Seed is >= 0 and <= 2 && train.Count == Rows.Default && context.Get(LearningRate) == LearningRate.Default;
        Figure[] figures =
        [
            Figure.Compared(isFirstBatch, "first loss", FirstLoss, losses[0], 1e-4, "PyTorch 1.13, manual_seed(0)"),
            new("number of parameters", 5994, cnn.ParameterCount, 0, "mathematics: 8 (25 + 1) + 16 (8 x 25 + 1) + 10 (256 + 1)"),
            Figure.Plain("accuracy in %", accuracy),
        ];
        return new(Title)
        {
            Figures = isMeasured
                ? [.. figures, Figure.Holds($"accuracy is above {LeastAccuracy} %", accuracy > LeastAccuracy, "PyTorch 1.13: 97.39, 95.38 and 97.62 % with the seeds 0, 1 and 2")]
                : figures,
            Tables = [new("time", "Time", ["pictures", "elapsed time in s"], [[NumberText.Of(train.Count), FormattableString.Invariant($"{seconds:F2}")]])],
            Pictures =
            [
                new("loss", new Plot("Loss of the convolutional network", "batch of 64", "cross-entropy", logY: true).Line("loss", losses)),
                new("wrong-digits", WrongDigits.Draw("The first wrong answers of the convolutional network", test, wrong, i => (int)guesses[i])),
            ],
        };
    }
}
