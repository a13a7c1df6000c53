using CourseLabs.Data.Digits;
using CourseLabs.Data.Hub;
using CourseLabs.Labs.Mnist;

namespace CourseLabs.Benchmarks;

/// <summary>The slide's epoch on MNIST (COURSE C4) by hand beside the slide's NumPy code.</summary>
internal static class MnistBenchmark
{
    private const int Runs = 3;

    /// <summary>Runs both in turn, each in a process of its own.</summary>
    public static int Compare()
    {
        var hub = new DataHub();
        string[] files = [.. new[] { "mnist_train_images", "mnist_train_labels", "mnist_test_images", "mnist_test_labels" }.Select(hub.Download)];
        var (load, ours, theirs) = (new double[Runs], new double[Runs], new double[Runs]);
        for (var run = 0; run < Runs; run++)
        {
            double[] own = Timing.Printed(Command.Run(Environment.ProcessPath!, "mnist-epoch-loop"));
            double[] python = Timing.Printed(Command.Run(
                "/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "Peers", "slide_mnist.py"), "epoch", .. files]));
            (load[run], ours[run], theirs[run]) = (1000 * own[0], 1000 * own[1], 1000 * python[0]);
            Console.WriteLine(FormattableString.Invariant(
                $"run {run + 1}: C# {own[1]:F2} s, {own[2]:F2} % right; NumPy {python[0]:F2} s, {python[1]:F2} % right; {python[0] / own[1]:F1} times"));
        }

        Console.WriteLine($"one epoch of 60,000 steps in the slide's order, median of {Runs} alternating runs");
        Timing.Print("C#, loading both sets", load);
        Timing.Print("C#", ours);
        Timing.Print("NumPy on its BLAS", theirs);
        Console.WriteLine(FormattableString.Invariant(
            $"  NumPy / C# {Timing.Median(theirs.Zip(ours, (t, o) => t / o)):F2}   (run by run; goal: at least 4); loading: goal under 1000 ms"));
        return 0;
    }

    /// <summary>Prints the accuracy after one epoch for the seeds 0 to 9, in both orders.</summary>
    public static int Seeds()
    {
        var hub = new DataHub();
        MnistDigits train = MnistDigits.Train(hub), test = MnistDigits.Test(hub);
        var correct = new double[10];
        var slide = new double[10];
        Parallel.For(0, 10, seed =>
        {
            correct[seed] = Accuracy(UpdateOrder.Correct, seed);
            slide[seed] = Accuracy(UpdateOrder.Slide, seed);
        });
        Console.WriteLine("accuracy in % on the 10,000 after one epoch");
        Console.WriteLine("  seed   correct order   slide's order");
        for (var seed = 0; seed < 10; seed++)
            Console.WriteLine(FormattableString.Invariant($"  {seed,4}   {correct[seed],13:F2}   {slide[seed],13:F2}"));
        Console.WriteLine(FormattableString.Invariant($"  mean   {correct.Average(),13:F2}   {slide.Average(),13:F2}   (expected: 94.4 to 95.3; 91 to 95, lower on average)"));
        return 0;

        double Accuracy(UpdateOrder order, int seed)
        {
            NeuralNetwork network = SlideNetwork(order, seed);
            OnlineTraining.Run(network, train, epochs: 1);
            return Percent(network, test);
        }
    }

    /// <summary>Prints the seconds of loading and of the epoch, and the accuracy: all of it the first time in its process.</summary>
    public static int TimeOwnEpoch()
    {
        var hub = new DataHub();
        MnistDigits? train = null, test = null;
        double load = Timing.Milliseconds(1, () => (train, test) = (MnistDigits.Train(hub), MnistDigits.Test(hub)))[0];
        NeuralNetwork network = SlideNetwork(UpdateOrder.Slide, seed: 0);
        double epoch = OnlineTraining.Run(network, train!, epochs: 1).Elapsed.TotalSeconds;
        Console.WriteLine(FormattableString.Invariant($"{load / 1000}\n{epoch}\n{Percent(network, test!)}"));
        return 0;
    }

    private static NeuralNetwork SlideNetwork(UpdateOrder order, int seed) => new(784, [100], 10, learningRate: 0.3, order, new(seed));

    private static double Percent(NeuralNetwork network, MnistDigits test) => 100.0 * network.Accuracy(test).Matched.Count / test.Count;
}
