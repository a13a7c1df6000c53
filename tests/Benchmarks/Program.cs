using CourseLabs.Benchmarks;
using CourseLabs.Data;

// dotnet run -c Release --project tests/Benchmarks -- NAME [number]
try
{
    return args switch
    {
        // What a benchmark starts in a process of its own.
        ["regression-loop", var threads] => RegressionBenchmark.TimeOwnLoop(int.Parse(threads)),
        ["scalars-loop", var points, var repetitions] => ScalarBenchmark.TimeOwnLoop(int.Parse(points), int.Parse(repetitions)),
        ["mnist-epoch-loop"] => MnistBenchmark.TimeOwnEpoch(),
        _ => Benchmark.RunNamed(args),
    };
}
catch (Exception e) when (e is InvalidOperationException or InvalidDataException or DataException)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
