using CourseLabs.Data.Digits;
using CourseLabs.Data.Frames;
using CourseLabs.Data.Hub;
using CourseLabs.Labs;
using CourseLabs.Torch;
using TorchSharp;
using KaggleHouses = CourseLabs.Data.Houses.HousePrices;

namespace CourseLabs.Benchmarks;

/// <summary>Reading the course's data (COURSE C4, D8) beside the same in Python.</summary>
internal static class DataBenchmarks
{
    private const string Pandas = "apt-get install python3-pandas";

    /// <summary>Preparing the house prices with their rows again and again.</summary>
    public static Growth Rows { get; } = new(
        "rows", "Preparing the house prices: both csv files to the matrix", "n, times the 2919 rows", "milliseconds", [1, 3, 10, 30, 100],
        n => Preparing(n, Math.Max(2, 15 / n)));

    /// <summary>MNIST's 60,000 training pictures from the packed idx files and from the slide's csv.</summary>
    public static int MnistLoad(int runs)
    {
        var hub = new DataHub();
        string images = hub.Download("mnist_train_images"), labels = hub.Download("mnist_train_labels");
        var csv = Path.Combine(Path.GetTempPath(), $"mnist_train-{Environment.ProcessId}.csv");
        WriteCsv(MnistDigits.ReadIdx(images, labels), csv);
        try
        {
            new Race(
                "Reading MNIST's 60,000 training pictures, packed", "milliseconds",
                new("C#", () => AfterTheFirst(Timing.Milliseconds(4, () => MnistDigits.ReadIdx(images, labels)))),
                new("C#, hashes checked", () => AfterTheFirst(Timing.Milliseconds(4, () => MnistDigits.Train(hub)))),
                new("C#, the slide's csv", () => AfterTheFirst(Timing.Milliseconds(4, () => MnistCsv.Read(csv)))),
                new("NumPy", () => AfterTheFirst(Python("mnist_load.py", 4, images, labels)), Peer.NumPyPackages))
                .Run(runs)
                .Ratio("C#", "NumPy", "none; under 1000 ms");
        }
        finally
        {
            File.Delete(csv);
        }

        return 0;
    }

    /// <summary>The house prices from the two csv files to the feature matrix.</summary>
    public static int HousePreprocess(int runs)
    {
        new Race("The house prices, from both csv files to the (2919 x 331) matrix", "milliseconds", Preparing(1, 15))
            .Run(runs)
            .Ratio("C#", "pandas", "at most 0.50");
        return 0;
    }

    /// <summary>The book's 5-fold training on the house prices, 100 epochs, from the prepared matrix to the errors (COURSE D9).</summary>
    public static int HouseKFold(int runs)
    {
        var hub = new DataHub();
        string train = hub.Download("kaggle_house_train"), test = hub.Download("kaggle_house_test");
        using var scope = torch.NewDisposeScope();
        using var threads = ThreadCount.Use(1);
        var set = new HouseSet(KaggleHouses.Read(train, test));
        new Race(
            "The house prices' k-fold, 5 folds of 100 epochs", "microseconds",
            new("C#", () => Timing.Milliseconds(1, KFold)[0] * 1000),
            new("PyTorch", () => Peer.Python("house_kfold.py", train, test), $"{Peer.TorchPackages} python3-pandas"))
            .Run(runs)
            .Ratio("C#", "PyTorch", "at most 0.60");
        return 0;

        void KFold()
        {
            torch.manual_seed(0);
            HouseTraining.KFold(5, _ => set.TrainFeatures, set.TrainLabels, 100, 5, 0, 64);
        }
    }

    private static Contender[] Preparing(int times, int runs)
    {
        return
        [
            new("C#", () => Median((train, test) => Timing.Milliseconds(runs, () => Prepare(train, test)))),
            new("pandas", () => Median((train, test) => Python("house_preprocess.py", runs, train, test)), Pandas),
        ];

        double Median(Func<string, string, double[]> measure) => WithRows(times, (train, test) => AfterTheFirst(measure(train, test)));

        static void Prepare(string train, string test)
        {
            var all = KaggleHouses.Read(train, test).Features;
            FeatureEncoder.Fit(all).Transform(all);
        }
    }

    // The files with all their rows again and again, each with an Id of its own, as Kaggle's have.
    private static double WithRows(int times, Func<string, string, double> measure)
    {
        var folder = Directory.CreateTempSubdirectory("houses");
        try
        {
            return measure(Repeated("kaggle_house_train"), Repeated("kaggle_house_test"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        string Repeated(string name)
        {
            var lines = File.ReadAllLines(new DataHub().Download(name));
            var rows = Enumerable.Repeat(lines[1..], times).SelectMany(all => all);
            var path = Path.Combine(folder.FullName, name + ".csv");
            File.WriteAllLines(path, [lines[0], .. rows.Select((line, i) => $"{i + 1}{line[line.IndexOf(',')..]}")]);
            return path;
        }
    }

    // The runtime compiles in the first one.
    private static double AfterTheFirst(double[] times) => Timing.Median(times[1..]);

    private static double[] Python(string program, int runs, params string[] arguments) =>
        Timing.Printed(Peer.PythonPrints(program, [$"{runs}", .. arguments]));

    private static void WriteCsv(MnistDigits digits, string path)
    {
        using var writer = new StreamWriter(path);
        for (var i = 0; i < digits.Count; i++)
            writer.WriteLine($"{digits.Labels[i]},{string.Join(',', digits.Picture(i).ToArray())}");
    }
}
