using System.Diagnostics;
using System.Globalization;
using CourseLabs.Labs;
using TorchSharp;

namespace CourseLabs.Benchmarks;

/// <summary>The regression's training loop (COURSE A7) beside the same loop in C++ and in Python, over the same libtorch.</summary>
internal static class RegressionBenchmark
{
    private const int Epochs = 5000;

    /// <summary>Runs the three in turn, each in a process of its own, and prints the median of each and their ratios.</summary>
    public static int Compare(int runs)
    {
        var cpp = Peer.Compile(
            "g++", "regression.cpp", "-std=c++17", "-O2", "-I/usr/include/torch/csrc/api/include", "-ltorch", "-ltorch_cpu", "-lc10");
        new Race(
            "microseconds a step",
            ("C#", () => Race.Microseconds(Command.Run(Environment.ProcessPath!, "regression-loop"))),
            ("C++", () => Race.Microseconds(Command.Run(cpp, "0", $"{Epochs}"))),
            ("Python", () => Peer.Python("regression.py", "--epochs", $"{Epochs}")))
            .Run(runs)
            .Ratio("C#", "C++", "at most 1.05")
            .Ratio("C#", "Python", "at most 0.80");
        return 0;
    }

    /// <summary>Times the lab's own loop, after 3000 epochs, the second in which the runtime compiles it in the background.</summary>
    public static int TimeOwnLoop()
    {
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
