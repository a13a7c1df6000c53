using CourseLabs.Data.Digits;
using CourseLabs.Data.Hub;
using CourseLabs.Labs;

namespace CourseLabs.Benchmarks;

/// <summary>The slide's epoch on MNIST (COURSE C4) by hand beside the slide's NumPy code.</summary>
internal static class MnistBenchmark
{
    /// <summary>Runs both in turn, each in a process of its own.</summary>
    public static int Compare(int runs)
    {
        var hub = new DataHub();
        string[] files = [.. new[] { "mnist_train_images", "mnist_train_labels", "mnist_test_images", "mnist_test_labels" }.Select(hub.Download)];
        var loads = new List<double>();
        new Race(
            "The slide's epoch on MNIST, 60,000 steps", "milliseconds", new("C#", Ours), new("NumPy", Theirs, Peer.NumPyPackages))
            .Run(runs)
            .Ratio("C#", "NumPy", "at most 0.25");
        Timing.Print("C#, loading both sets", [.. loads]);
        Console.WriteLine("  (goal: under 1000 ms)");
        return 0;

        double Ours()
        {
            var printed = Timing.Printed(Command.RunSelf("mnist-epoch-loop"));
            loads.Add(1000 * printed[0]);
            return 1000 * printed[1];
        }

        double Theirs() => 1000 * Timing.Printed(Peer.PythonPrints("slide_mnist.py", ["epoch", .. files]))[0];
    }

    /// <summary>Prints the accuracy after one epoch for the seeds 0 to <paramref name="seeds"/> - 1, in both orders.</summary>
    public static int Seeds(int seeds)
    {
        var hub = new DataHub();
        MnistDigits train = MnistDigits.Train(hub), test = MnistDigits.Test(hub);
        var correct = new double[seeds];
        var slide = new double[seeds];
        Parallel.For(0, seeds, seed =>
        {
            correct[seed] = Accuracy(correctOrder: true, seed);
            slide[seed] = Accuracy(correctOrder: false, seed);
        });
        Console.WriteLine("accuracy in % on the 10,000 after one epoch");
        Console.WriteLine("  seed   correct order   slide's order");
        for (var seed = 0; seed < seeds; seed++)
            Console.WriteLine(FormattableString.Invariant($"  {seed,4}   {correct[seed],13:F2}   {slide[seed],13:F2}"));
        foreach (var (name, accuracies) in new[] { ("correct order", correct), ("slide's order", slide) })
        {
            double mean = accuracies.Average(), deviation = Math.Sqrt(accuracies.Sum(a => (a - mean) * (a - mean)) / (seeds - 1));
            Console.WriteLine(FormattableString.Invariant(
                $"{name}: {accuracies.Min():F2} to {accuracies.Max():F2}, mean {mean:F3}, standard deviation {deviation:F3}"));
        }

        return 0;

        double Accuracy(bool correctOrder, int seed)
        {
            var network = new NeuralNetwork(784, 100, 10, learningRate: 0.3, correctOrder, new(seed));
            MnistTraining.Run(network, train, epochs: 1);
            return 100.0 * network.Accuracy(test).Matched.Count / test.Count;
        }
    }

    /// <summary>Prints the seconds of loading and of the epoch, both the first time in their process.</summary>
    public static int TimeOwnEpoch()
    {
        var hub = new DataHub();
        MnistDigits? train = null;
        var load = Timing.Milliseconds(1, () => (train, _) = (MnistDigits.Train(hub), MnistDigits.Test(hub)))[0];
        var network = new DeepNeuralNetwork(784, [100], 10, learningRate: 0.3, correctOrder: false, new(0));
        var epoch = MnistTraining.Run(network, train!, epochs: 1).Elapsed.TotalSeconds;
        Console.WriteLine(FormattableString.Invariant($"{load / 1000}\n{epoch}"));
        return 0;
    }
}
