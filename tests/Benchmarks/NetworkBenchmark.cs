using System.Diagnostics;
using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Gradients;
using CourseLabs.Backprop.Initializers;
using CourseLabs.Backprop.Losses;
using CourseLabs.Backprop.Networks;
using CourseLabs.Matrices;

namespace CourseLabs.Benchmarks;

/// <summary>The slides' 784-100-10 network of sigmoids, trained row by row (COURSE C4).</summary>
internal static class NetworkBenchmark
{
    private const int Steps = 5_000;
    private const int Rows = 64;
    private static readonly HalfSquaredError Loss = new();

    /// <summary>One step beside the slide's NumPy code, over OpenBLAS, and beside a plain loop in C.</summary>
    public static int Compare(int runs)
    {
        string[] options = ["-O3", "-march=native", "-lm"];
        var (network, rows) = (New(), RandomRows());
        Train(network, rows, 4 * Steps);
        new Race(
            "A step of the 784-100-10 network by hand",
            "microseconds a step (the median of 5000)",
            new("C#", () => Train(network, rows, Steps)),
            new("C", () => Peer.Program(1, "gcc", "network.c", options, $"{Steps}"), "apt-get install gcc"),
            new("NumPy", () => Peer.Python("network.py", $"{Steps}"), Peer.NumPyPackages))
            .Run(runs)
            .Ratio("C#", "C", "at most 1.2")
            .Ratio("C#", "NumPy", "at most 0.25");
        return 0;
    }

    /// <summary>All its gradients by backpropagation beside all of them by central differences (COURSE C1).</summary>
    public static int CompareWithNumerical(int runs)
    {
        var (network, (x, target)) = (New(), RandomRows()[0]);
        for (var i = 0; i < Steps; i++)
            network.FindGradients(x, target, Loss);
        var errors = new List<double>();
        new Race(
            "All 79,510 gradients of the 784-100-10 network", "microseconds",
            new("backpropagation", ByBackpropagation), new("central differences", Numerically))
            .Run(runs)
            .Ratio("backpropagation", "central differences", "none, C1 says slow");
        Console.WriteLine($"  relative error of the differences, at most {errors.Max():G2}");
        return 0;

        double ByBackpropagation()
        {
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < 1000; i++)
                network.FindGradients(x, target, Loss);
            return watch.Elapsed.TotalMicroseconds / 1000;
        }

        double Numerically()
        {
            var watch = Stopwatch.StartNew();
            var numerical = network.Parameters.Select(p => NumericalGradient.Of(network, p.Value, x, target, Loss)).ToList();
            var time = watch.Elapsed.TotalMicroseconds;
            errors.AddRange(numerical.Zip(network.Parameters, (n, p) => n.RelativeError(p.Gradient)));
            return time;
        }
    }

    // Each step by itself, so that what interrupts one of them does not count.
    private static double Train(Network network, (Matrix X, Matrix Target)[] rows, int steps)
    {
        var times = new double[steps];
        for (var step = 0; step < steps; step++)
        {
            var start = Stopwatch.GetTimestamp();
            network.Train(rows[step % Rows].X, rows[step % Rows].Target, Loss, learningRate: 0.3);
            times[step] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }
        return Timing.Median(times);
    }

    private static Network New() => Network.Create(
        [784, 100, 10], () => new Sigmoid(), () => new Sigmoid(), Initialize.ScaledNormal, new Random(1), Initialize.Uniform());

    // Inputs and targets in the slide's ranges, 0.01 to 1 and 0.01 or 0.99.
    private static (Matrix X, Matrix Target)[] RandomRows()
    {
        var random = new Random(2);
        return [.. Enumerable.Range(0, Rows).Select(_ => (X: new Matrix(1, 784).Map(_ => 0.01 + 0.99 * random.NextDouble()), Target(random.Next(10))))];

        static Matrix Target(int digit)
        {
            var target = Matrix.Filled(1, 10, 0.01);
            target[0, digit] = 0.99;
            return target;
        }
    }
}
