using System.Diagnostics;
using System.Globalization;
using CourseLabs.Labs;
using CourseLabs.Torch;
using TorchSharp;

namespace CourseLabs.Benchmarks;

/// <summary>
/// The regression's training loop (COURSE A7) beside the same loop in Python and in C++, on the same number of threads; theirs is
/// Debian's PyTorch.
/// </summary>
internal static class RegressionBenchmark
{
    private const int Epochs = 5000;

    private static readonly string[] Options =
        ["-std=c++17", "-O2", "-I/usr/include/torch/csrc/api/include", "-ltorch", "-ltorch_cpu", "-lc10"];

    /// <summary>Runs the three in turn, each in a process of its own, on one thread and on two.</summary>
    public static int Compare(int runs)
    {
        foreach (var threads in new[] { 1, 2 })
        {
            new Race(
                $"A step of the regression, {threads} thread{(threads == 1 ? "" : "s")}",
                "microseconds a step",
                new("C#", () => Race.Microseconds(Command.RunSelf("regression-loop", $"{threads}"))),
                new("PyTorch", () => Peer.PythonOn(threads, "regression.py", "--epochs", $"{Epochs}"), Peer.TorchPackages),
                new("libtorch in C++", () => Peer.Program(threads, "g++", "regression.cpp", Options, "0", $"{Epochs}"), "apt-get install libtorch-dev g++"))
                .Run(runs)
                .Ratio("C#", "PyTorch", "at most 1.15")
                .Ratio("C#", "libtorch in C++", "none");
        }
        return 0;
    }

    /// <summary>Times the lab's own loop, after 3000 epochs, the second in which the runtime compiles it in the background.</summary>
    public static int TimeOwnLoop(int threads)
    {
        using var scope = ThreadCount.Use(threads);
        torch.manual_seed(0);
        var watch = new Stopwatch();
        Regression.Run(numEpoch: 3000 + Epochs, print: (epoch, _) =>
        {
            if (epoch == 2999)
                watch.Start();
        });
        Console.WriteLine($"{(watch.Elapsed.TotalMicroseconds / Epochs).ToString("F2", CultureInfo.InvariantCulture)} microseconds a step");
        return 0;
    }
}
