using System.Diagnostics;
using CourseLabs.Data.Digits;
using CourseLabs.Examples;
using CourseLabs.Plots;
using CourseLabs.Torch;

namespace CourseLabs.Labs;

// Beside "오차역전파를 이용한 MNIST 분류" (classifying MNIST by backpropagation) (COURSE C4): this network is not on the slides.
public sealed class CnnExample() : Example<CnnExample.Settings>(
    "C4", "mnist-cnn", "04-mnist", "A small convolutional network on MNIST, for comparison",
    "Two convolutions of 5 x 5 with 8 and 16 filters, ReLU, max pooling and one linear layer: 5,994 parameters against the 79,510 of the " +
    "slide's network. One epoch in batches of 64 with Adam, in the file's order. It is not on the slides: it shows that weights shared " +
    "over the picture make do with a thirteenth of the numbers. Same seed, same first loss as PyTorch.")
{
    public sealed record Settings(
        [Option("how many of the training pictures are used", Min = 1, Max = 60_000, Quick = 6_000)] int Rows = 60_000,
        [Option("the learning rate of Adam", Name = "lr", Min = 0, Max = 1_000_000)] double LearningRate = 0.003);

    private static readonly double[] PyTorchsLosses =
    [
        2.2927157878875732, 2.3046560287475586, 2.2824442386627197, 2.263807535171509, 2.2554800510406494,
        2.222651720046997, 2.220346689224243, 2.1812429428100586, 2.2010509967803955, 2.1673998832702637,
    ];

    // Its batches are large enough: with 6,000 rows two threads took 0.91 s and one 1.42 on two quiet EPYC cores (libtorch 2.10). A core
    // stays free, because with one thread too many the two took 5 to 20 s, waiting for each other.
    public override int TorchThreads => Math.Clamp(Environment.ProcessorCount - 1, 1, 4);

    public override ExampleResult Run(Settings settings, ExampleRun run)
    {
        var test = MnistDigits.Test(run.Data);
        return Run(settings, run, MnistDigits.Train(run.Data).First(settings.Rows), test);
    }

    internal ExampleResult Run(Settings settings, ExampleRun run, MnistDigits train, MnistDigits test)
    {
        using var digits = new DigitTensors(train, Devices.Find(run.Device));
        using var testDigits = new DigitTensors(test, Devices.Find(run.Device));
        using var cnn = new DigitCnn(run.Seed, Devices.Find(run.Device));
        var start = Stopwatch.GetTimestamp();
        var losses = cnn.Train(digits, settings.LearningRate, run.Progress);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var guesses = cnn.Predict(testDigits);
        int[] wrong = [.. Enumerable.Range(0, test.Count).Where(i => guesses[i] != test.Labels[i])];
        var accuracy = 100.0 * (test.Count - wrong.Length) / test.Count;

        return new(Title)
        {
            Figures =
            [
                Figure.Of(
                    "first loss", losses[0], expected: 2.2927157878875732, tolerance: 1e-6, source: "PyTorch 1.13, manual_seed(0)",
                    when: run.Seed == 0 && train.Count >= 64),
                Figure.Of(
                    "number of parameters", cnn.ParameterCount, expected: 5994,
                    source: "mathematics: 8 (25 + 1) + 16 (8 x 25 + 1) + 10 (256 + 1)"),
                // The first loss does not know of the learning rate, the next ones do.
                Figure.Of(
                    "first ten losses", losses.Take(10).Select(loss => (double)loss).ToArray(), expected: PyTorchsLosses, tolerance: 1e-5,
                    source: "PyTorch 1.13, manual_seed(0)", when: run.Seed == 0 && train.Count >= 640),
                Figure.Of("accuracy in %", accuracy),
                .. settings != new Settings() ? Array.Empty<Figure>() :
                [
                    Figure.Of(
                        "accuracy is above 94 %", accuracy > 94, expected: true,
                        source: "PyTorch 1.13: 97.39, 95.38 and 97.62 % with the seeds 0, 1 and 2"),
                ],
            ],
            Tables =
            [
                new("time", "Time", ["pictures", "elapsed time in s"], [[$"{train.Count}", FormattableString.Invariant($"{seconds:F2}")]]),
            ],
            Pictures =
            [
                new("loss", new Plot("Loss of the convolutional network", "batch of 64", "cross-entropy", logY: true).Line("loss", losses)),
                new(
                    "wrong-digits",
                    WrongDigits.Draw("The first wrong answers of the convolutional network", test, wrong, i => (int)guesses[i])),
            ],
        };
    }
}
