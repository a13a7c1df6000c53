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

    /// <summary>Prints the seconds of loading and of the epoch, and the accuracy: all of it the first time in its process.</summary>
    public static int TimeOwnEpoch()
    {
        var hub = new DataHub();
        MnistDigits? train = null, test = null;
        double load = Timing.Milliseconds(1, () => (train, test) = (MnistDigits.Train(hub), MnistDigits.Test(hub)))[0];
        var network = new NeuralNetwork(784, [100], 10, 0.3, UpdateOrder.Slide, new(0));
        double epoch = OnlineTraining.Run(network, train!, epochs: 1).Elapsed.TotalSeconds;
        Console.WriteLine(FormattableString.Invariant($"{load / 1000}\n{epoch}\n{100.0 * network.Accuracy(test!).Matched.Count / test!.Count}"));
        return 0;
    }
}
