using System.Globalization;
using CourseLabs.Tests;

namespace CourseLabs.Benchmarks;

/// <summary>One of the benchmarks, which the command line names.</summary>
/// <param name="Name">Its name.</param>
/// <param name="What">What it measures.</param>
/// <param name="Run">Runs it with the number that the command line may give, and returns the exit code.</param>
/// <param name="Default">The number when none is given.</param>
internal sealed record Benchmark(string Name, string What, Func<int, int> Run, int Default = 7)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Benchmark> All { get; } =
    [
        new("table", "the README's table: each of the following, 5 runs", Table, Default: 5),
        .. Races(),
        new("mnist-seeds", "the accuracy on MNIST with so many seeds, in both orders", MnistBenchmark.Seeds, Default: 100),
        new("growth", "how the cost grows, as docs/growth-*.png: each of the following, up to its usual size; no number", _ => Draw(Growth.All)),
        .. Growth.All.Select(g => new Benchmark(
            $"growth-{g.Name}", $"{g.Title}; the number is the largest n, at most {g.Sizes[^1]}", largest => Draw([g], largest), g.Usual)),
    ];

    /// <summary>How the program is started, and the names.</summary>
    public static string Usage { get; } =
        "usage: Benchmarks NAME [number]     the number of runs, where nothing else is said\n"
        + string.Concat(All.Select(b => $"  {b.Name,-20} {b.What}\n"));

    /// <summary>Runs what the command line names; 2 where that is nothing.</summary>
    public static int RunNamed(string[] args)
    {
        var number = 0;
        if (args is [var name, .. { Length: < 2 } more] && All.FirstOrDefault(b => b.Name == name) is { } benchmark
            && (more.Length == 0 || int.TryParse(more[0], NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0))
        {
            return benchmark.Run(more.Length == 0 ? benchmark.Default : number);
        }

        Console.Error.Write(Usage);
        return 2;
    }

    private static Benchmark[] Races() =>
    [
        new("regression", "the regression's training loop beside PyTorch and C++, on one thread and on two", RegressionBenchmark.Compare),
        new("network", "a step of the 784-100-10 network by hand beside C and the slide's NumPy", NetworkBenchmark.Compare),
        new("numerical", "all its gradients by backpropagation beside central differences", NetworkBenchmark.CompareWithNumerical),
        new("scalars", "the scalar engine beside micrograd", ScalarBenchmark.Compare),
        new("matmul", "products of matrices beside OpenBLAS on one core", MatmulBenchmark.Compare),
        new("mnist-load", "reading MNIST beside NumPy", DataBenchmarks.MnistLoad),
        new("mnist-epoch", "the slide's epoch on MNIST beside its NumPy code", MnistBenchmark.Compare),
        new("house-preprocess", "the house prices' preprocessing beside pandas", DataBenchmarks.HousePreprocess),
        new("house-kfold", "the 5-fold training on the house prices beside the book's PyTorch code", DataBenchmarks.HouseKFold),
        new("grading", "grading a class and checking one answer, by the labs command", GradingBenchmark.Compare),
    ];

    private static int Table(int runs)
    {
        var load = Report.Load();
        foreach (var race in Races())
            race.Run(runs);
        Report.Print(runs, load);
        return 0;
    }

    private static int Draw(IReadOnlyList<Growth> growths, int? largest = null)
    {
        Console.WriteLine($"{Report.Machine()}{Report.Load()}");
        foreach (var growth in growths)
        {
            var name = $"growth-{growth.Name}.png";
            File.WriteAllBytes(Path.Combine(Checkout.Root, "docs", name), growth.Measure(largest ?? growth.Usual).ToPng());
            Console.WriteLine($"Drawn: docs/{name}");
        }

        return 0;
    }
}
