using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using CourseLabs.Labs.Regression;
using TorchSharp;

namespace CourseLabs.Benchmarks;

/// <summary>The regression's training loop (COURSE A7) beside the same loop in C++ and in Python, over the same libtorch.</summary>
internal static partial class RegressionBenchmark
{
    private const int Epochs = 5000;
    private static readonly string Peers = Path.Combine(AppContext.BaseDirectory, "Peers");

    /// <summary>Runs the three in turn, each in a process of its own, and prints the median of each and their ratios.</summary>
    public static int Compare(int runs)
    {
        var cpp = CompileCpp();
        var self = Environment.ProcessPath!;
        var programs = new (string Name, Func<string> Run)[]
        {
            ("C#", () => Command.Run(self, "regression-loop")),
            ("C++", () => Command.Run(cpp, "0", $"{Epochs}")),
            ("Python", () => Command.Run("/usr/bin/python3", Path.Combine(Peers, "regression.py"), "--epochs", $"{Epochs}")),
        };
        var times = programs.ToDictionary(p => p.Name, _ => new List<double>());
        for (var run = 1; run <= runs; run++)
        {
            foreach (var (name, program) in programs) times[name].Add(MicrosecondsAStep(program()));
            Console.WriteLine($"run {run}: " + string.Join(", ", programs.Select(p => $"{p.Name} {Text(times[p.Name][^1])}")));
        }

        Console.WriteLine();
        Console.WriteLine($"microseconds a step, median of {runs} alternating runs of {Epochs} steps");
        foreach (var (name, _) in programs) Console.WriteLine($"  {name,-7} {Text(Timing.Median(times[name])),8}   (from {Text(times[name].Min())} to {Text(times[name].Max())})");
        Console.WriteLine($"  C# / C++    {Ratio("C++")}   (run by run; goal: at most 1.05)");
        Console.WriteLine($"  C# / Python {Ratio("Python")}   (goal: at most 0.80)");
        return 0;

        // Run by run, so that a machine that changes its speed in between does not decide.
        string Ratio(string other) => Timing.Median(times["C#"].Zip(times[other], (ours, theirs) => ours / theirs)).ToString("F3", CultureInfo.InvariantCulture);
    }

    /// <summary>Times the lab's own loop, after 3000 epochs, the second in which the runtime compiles it in the background.</summary>
    public static int TimeOwnLoop()
    {
        using var regression = new QuadraticRegression(seed: 0, points: 1000, torch.CPU);
        regression.Train(3000, 0.001);
        var watch = Stopwatch.StartNew();
        regression.Train(Epochs, 0.001);
        Console.WriteLine($"{(watch.Elapsed.TotalMicroseconds / Epochs).ToString("F2", CultureInfo.InvariantCulture)} microseconds a step");
        return 0;
    }

    private static string CompileCpp()
    {
        var program = Path.Combine(Peers, "regression");
        Console.WriteLine("compiling the C++ peer");
        Command.Run("g++", "-std=c++17", "-O2", Path.Combine(Peers, "regression.cpp"), "-o", program,
            "-I/usr/include/torch/csrc/api/include", "-ltorch", "-ltorch_cpu", "-lc10");
        return program;
    }

    private static double MicrosecondsAStep(string output) =>
        double.Parse(Microseconds().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);

    private static string Text(double value) => value.ToString("F1", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"([0-9.]+) microseconds a step")]
    private static partial Regex Microseconds();
}
