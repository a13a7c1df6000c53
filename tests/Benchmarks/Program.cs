using CourseLabs.Benchmarks;
using CourseLabs.Data;

// dotnet run -c Release --project tests/Benchmarks -- NAME [runs]
var runs = args is [_, var text] ? int.TryParse(text, out var number) ? number : 0 : 7;
try
{
    return Start();
}
catch (Exception e) when (e is InvalidOperationException or DataException)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}

int Start()
{
    switch (args)
    {
        case ["table", ..] when runs > 0: return Table(runs);
        case ["regression", ..] when runs > 0: return RegressionBenchmark.Compare(runs);
        case ["regression-loop", var threads]: return RegressionBenchmark.TimeOwnLoop(int.Parse(threads));
        case ["scalars", var micrograd]: return ScalarBenchmark.Compare(micrograd, runs: 5);
        case ["scalars-loop", var points, var repetitions]: return ScalarBenchmark.TimeOwnLoop(int.Parse(points), int.Parse(repetitions));
        case ["network", ..] when runs > 0: return NetworkBenchmark.Compare(runs);
        case ["numerical", ..] when runs > 0: return NetworkBenchmark.CompareWithNumerical(runs);
        case ["matmul", ..] when runs > 0: return MatmulBenchmark.Compare(runs);
        case ["mnist-load"]: return DataBenchmarks.MnistLoad();
        case ["mnist-epoch", ..] when runs > 0: return MnistBenchmark.Compare(runs);
        case ["mnist-epoch-loop"]: return MnistBenchmark.TimeOwnEpoch();
        case ["mnist-seeds", var seeds]: return MnistBenchmark.Seeds(int.Parse(seeds, System.Globalization.CultureInfo.InvariantCulture));
        case ["house-preprocess", ..] when runs > 0: return DataBenchmarks.HousePreprocess(runs);
        case ["house-kfold", ..] when runs > 0: return DataBenchmarks.HouseKFold(runs);
        default:
            Console.Error.WriteLine("""
                usage: Benchmarks NAME [runs]
                  table                the README's table: regression, network, matmul, mnist-epoch, house-preprocess, house-kfold
                  regression           the regression's training loop beside Python and C++, on one thread and on two
                  scalars MICROGRAD    the scalar engine beside micrograd, of which MICROGRAD is a clone
                  network              a step of the 784-100-10 network by hand beside C and the slide's NumPy
                  numerical            all its gradients by backpropagation beside central differences
                  matmul               products of matrices beside OpenBLAS on one core
                  mnist-load           reading MNIST beside Python
                  mnist-epoch          the slide's epoch on MNIST beside its NumPy code
                  mnist-seeds N        its accuracy with N seeds, in the correct order and in the slide's
                  house-preprocess     the house prices' preprocessing beside pandas
                  house-kfold          the 5-fold training on the house prices beside the book's PyTorch code
                """);
            return 2;
    }
}

static int Table(int runs)
{
    RegressionBenchmark.Compare(runs);
    NetworkBenchmark.Compare(runs);
    MatmulBenchmark.Compare(runs);
    MnistBenchmark.Compare(runs);
    DataBenchmarks.HousePreprocess(runs);
    DataBenchmarks.HouseKFold(runs);
    Report.Print();
    return 0;
}
