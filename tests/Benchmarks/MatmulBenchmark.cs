using System.Diagnostics;
using CourseLabs.Backprop.Initializers;
using CourseLabs.Matrices;

namespace CourseLabs.Benchmarks;

/// <summary>Products of square matrices beside OpenBLAS's on one core, called by NumPy.</summary>
internal static class MatmulBenchmark
{
    /// <summary>Times three sizes; the goal is at most twice the time of OpenBLAS.</summary>
    public static int Compare(int runs)
    {
        foreach (var size in new[] { 256, 512, 1024 })
        {
            // A few times 0.1 s.
            var products = Math.Max(4, (int)(3e9 / Math.Pow(size, 3)));
            var (a, b, result) = (Random(size, 1), Random(size, 2), new Matrix(size, size));
            Multiply();
            new Race(
                $"A product of matrices of {size} x {size}, one core", "microseconds a product",
                new("C#", Multiply),
                new("OpenBLAS", () => Peer.PythonOn(1, "matmul.py", $"{size}", $"{products}"), Peer.NumPyPackages))
                .Run(runs)
                .Ratio("C#", "OpenBLAS", "at most 2");

            double Multiply()
            {
                var watch = Stopwatch.StartNew();
                for (var i = 0; i < products; i++)
                    result.SetDot(a, b);
                return watch.Elapsed.TotalMicroseconds / products;
            }
        }
        return 0;
    }

    private static Matrix Random(int size, int seed)
    {
        var random = new Random(seed);
        return new Matrix(size, size).Map(_ => random.NextNormal());
    }
}
