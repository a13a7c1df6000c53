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
    private const int Runs = 15;

    /// <summary>MNIST's 60,000 training pictures from the packed idx files and from the slide's csv.</summary>
    public static int MnistLoad()
    {
        var hub = new DataHub();
        string images = hub.Download("mnist_train_images"), labels = hub.Download("mnist_train_labels");
        var csv = Path.Combine(Path.GetTempPath(), $"mnist_train-{Environment.ProcessId}.csv");
        WriteCsv(MnistDigits.ReadIdx(images, labels), csv);
        try
        {
            Console.WriteLine($"60,000 pictures, median of {Runs} runs (goal: under 1000 ms)");
            Timing.Print("C#, idx", Timing.Milliseconds(Runs, () => MnistDigits.ReadIdx(images, labels)));
            Timing.Print("C#, idx, hashes checked", Timing.Milliseconds(Runs, () => MnistDigits.Train(hub)));
            Timing.Print("C#, the slide's csv", Timing.Milliseconds(Runs, () => MnistCsv.Read(csv)));
            Timing.Print("Python, idx", Python("mnist_load.py", Runs, images, labels));
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
        var hub = new DataHub();
        string train = hub.Download("kaggle_house_train"), test = hub.Download("kaggle_house_test");
        new Race(
            "The house prices, from both csv files to the (2919 x 331) matrix", "milliseconds",
            new("C#", () => AfterTheFirst(Timing.Milliseconds(Runs, Prepare))),
            new("pandas", () => AfterTheFirst(Python("house_preprocess.py", Runs, train, test)), "python3-pandas"))
            .Run(runs)
            .Ratio("C#", "pandas", "at most 0.50");
        return 0;

        void Prepare()
        {
            var all = KaggleHouses.Read(train, test).Features;
            FeatureEncoder.Fit(all).Transform(all);
        }

        static double AfterTheFirst(double[] times) => Timing.Median(times[1..]);
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
            new("PyTorch", () => Peer.Python("house_kfold.py", train, test), Peer.TorchPackages + " python3-pandas"))
            .Run(runs)
            .Ratio("C#", "PyTorch", "at most 0.60");
        return 0;

        void KFold()
        {
            torch.manual_seed(0);
            HouseTraining.KFold(5, _ => set.TrainFeatures, set.TrainLabels, 100, 5, 0, 64);
        }
    }

    private static double[] Python(string program, int runs, params string[] arguments) =>
        Timing.Printed(Peer.PythonPrints(program, [$"{runs}", .. arguments]));

    private static void WriteCsv(MnistDigits digits, string path)
    {
        using var writer = new StreamWriter(path);
        for (var i = 0; i < digits.Count; i++)
            writer.WriteLine($"{digits.Labels[i]},{string.Join(',', digits.Picture(i).ToArray())}");
    }
}
