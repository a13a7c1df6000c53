using CourseLabs.Benchmarks;

// dotnet run -c Release --project tests/Benchmarks -- regression [runs]
switch (args)
{
    case ["regression"]: return RegressionBenchmark.Compare(runs: 7);
    case ["regression", var text] when int.TryParse(text, out var runs) && runs > 0: return RegressionBenchmark.Compare(runs);
    case ["regression-loop"]: return RegressionBenchmark.TimeOwnLoop();
    case ["scalars", var micrograd]: return ScalarBenchmark.Compare(micrograd, runs: 5);
    case ["scalars-loop", var points, var repetitions]: return ScalarBenchmark.TimeOwnLoop(int.Parse(points), int.Parse(repetitions));
    case ["mnist-load"]: return DataBenchmarks.MnistLoad();
    case ["house-preprocess"]: return DataBenchmarks.HousePreprocess();
    default:
        Console.Error.WriteLine("usage: Benchmarks regression [runs]    times the regression's training loop beside C++ and Python");
        Console.Error.WriteLine("       Benchmarks scalars MICROGRAD     times the scalar engine beside micrograd, of which MICROGRAD is a clone");
        Console.Error.WriteLine("       Benchmarks mnist-load            times reading MNIST beside Python");
        Console.Error.WriteLine("       Benchmarks house-preprocess      times the house prices' preprocessing beside pandas");
        return 2;
}
