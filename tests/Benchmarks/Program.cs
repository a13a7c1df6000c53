using CourseLabs.Benchmarks;

// dotnet run -c Release --project tests/Benchmarks -- regression [runs]
switch (args)
{
    case ["regression"]: return RegressionBenchmark.Compare(runs: 7);
    case ["regression", var text] when int.TryParse(text, out var runs) && runs > 0: return RegressionBenchmark.Compare(runs);
    case ["regression-loop"]: return RegressionBenchmark.TimeOwnLoop();
    default:
        Console.Error.WriteLine("usage: Benchmarks regression [runs]    times the regression's training loop beside C++ and Python");
        return 2;
}
