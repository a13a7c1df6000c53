using CourseLabs.Data.Hub;
using CourseLabs.Examples;
using CourseLabs.Tests;
using static TorchSharp.torch;
using KaggleHouses = CourseLabs.Data.Houses.HousePrices;

namespace CourseLabs.Labs.Tests;

public sealed class HouseExampleTests
{
    private const string TrainFile = "kaggle_house_train", TestFile = "kaggle_house_test";

    private static readonly Example[] OnHouses =
        [new HouseDataExample(), new HouseKFoldExample(), new HouseSelectionExample(), new HouseSubmissionExample()];

    public static TheoryData<string> Names => [.. OnHouses.Select(e => e.Name)];

    public static TheoryData<string> TrainingNames => [.. OnHouses.Skip(1).Select(e => e.Name)];

    // A hub that has nothing and asks nobody.
    private static ExampleRun Nowhere => With(("epochs", "2"), ("folds", "2"));

    [Theory]
    [MemberData(nameof(Names))]
    public void Made_up_houses_are_called_so_everywhere_and_expect_nothing(string name)
    {
        var result = OnHouses.Single(e => e.Name == name).Run(Nowhere);

        Assert.All(
            [result.Title, .. result.Tables.Select(t => t.Title), .. result.Pictures.Select(p => p.Picture.Title)],
            title => Assert.StartsWith("MADE-UP HOUSES", title, StringComparison.Ordinal));
        Assert.StartsWith("MADE UP", result.Figures[0].Actual.Text, StringComparison.Ordinal);
        Assert.All(result.Figures, figure => Assert.Null(figure.Expected));
        Assert.All(
            [.. result.Tables.Select(t => t.Name), .. result.Pictures.Select(p => p.Name)], // those of the files
            file => Assert.StartsWith("made-up-", file, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_seed_gives_the_same_result_and_nothing_stays_alive(string name)
    {
        var example = OnHouses.Single(e => e.Name == name);
        var first = example.Run(Nowhere);
        var before = LiveTensors.Count();

        var second = example.Run(Nowhere);

        Assert.Equal(before, LiveTensors.Count());
        Assert.Equal(first.Figures.Select(f => f.Actual.ToString()), second.Figures.Select(f => f.Actual.ToString()));
        Assert.Equal(first.Tables.SelectMany(t => t.Rows).SelectMany(r => r), second.Tables.SelectMany(t => t.Rows).SelectMany(r => r));
    }

    [Fact]
    public void Where_the_files_cannot_be_had_the_hubs_example_says_why()
    {
        var result = new DataHubExample().Run(Nowhere);

        Assert.All(result.Figures, figure => Assert.Null(figure.Expected));
        Assert.All(result.Figures, figure => Assert.Contains("could not be fetched", figure.Actual.Text, StringComparison.Ordinal));
        Assert.All(result.Tables[0].Rows, row => Assert.Equal("nowhere yet", row[1]));
    }

    [Fact]
    public void The_slides_download_takes_whatever_comes_and_the_hub_does_not()
    {
        var trial = new DataHubExample().Run(Nowhere).Tables[1];

        Assert.Equal(["takes toy.csv, which begins Id,SalePrice", "takes it"], trial.Rows[0].Skip(1));
        Assert.Equal("takes toy.csv, which begins <html>404 Not Found</html>", trial.Rows[1][1]);
        Assert.Equal("refuses it: it has 26 bytes, not 22", trial.Rows[1][2]);
        Assert.Equal(["takes toy.csv, which begins Id,SalePric", "refuses it: it has 11 bytes, not 22"], trial.Rows[2].Skip(1));
        Assert.Equal(["says toy.tar, which is not there", "says toy, which is there"], trial.Rows[3].Skip(1));
    }

    [RealDataFact($"{TrainFile} {TestFile}")]
    public void The_real_files_have_the_slides_hashes() =>
        Assert.Equal([true, true], new DataHubExample().Run(new()).Figures.Select(f => f.Match));

    [RealDataFact($"{TrainFile} {TestFile}")]
    public void The_prepared_matrix_meets_every_figure()
    {
        var result = new HouseDataExample().Run(new());

        Assert.Equal([null, .. Enumerable.Repeat<bool?>(true, 12)], result.Figures.Select(f => f.Match));
        Assert.Equal(["Id", "MSSubClass", "MSZoning", "LotFrontage", "SaleType", "SaleCondition", "SalePrice"], result.Tables[0].Columns);
        Assert.Equal(["MasVnrType", "text", "24", "5 columns of 0 and 1"], result.Tables[1].Rows.Single(row => row[0] == "MasVnrType"));
    }

    [RealDataFact($"{TrainFile} {TestFile}")]
    public void The_slides_run_meets_every_figure_of_the_folds_and_the_honest_ones_are_near()
    {
        var result = new HouseKFoldExample().Run(new());

        Assert.Equal([null, .. Enumerable.Repeat<bool?>(true, 14), null, null], result.Figures.Select(f => f.Match));
        Assert.InRange(result.Figures[^1].Actual.Numbers![0], 0.16, 0.18);
        Assert.Equal(6, result.Tables[0].Rows.Count);
        Assert.Equal("0.156506", result.Tables[0].Rows[0][4]);
    }

    [RealDataFact($"{TrainFile} {TestFile}")]
    public void Another_setting_claims_nothing() => Assert.All(
        [("epochs", "3"), ("folds", "2"), ("lr", "5.5")],
        other =>
        {
            var result = new HouseKFoldExample().Run(
                new ExampleRun { Options = new Dictionary<string, string> { ["epochs"] = "100", [other.Item1] = other.Item2 } });

            Assert.All(result.Figures, figure => Assert.Null(figure.Expected));
        });

    [RealDataFact($"{TrainFile} {TestFile}")]
    public void The_submission_is_Kaggles_file()
    {
        var result = new HouseSubmissionExample().Run(new());

        var submission = result.Tables.Single(t => t.Name == "submission");
        Assert.Equal(["Id", "SalePrice"], submission.Columns);
        Assert.Equal(Enumerable.Range(1461, 1459).Select(id => $"{id}"), submission.Rows.Select(row => row[0]));
        Assert.Equal([null, true, true, true, true, null], result.Figures.Select(f => f.Match));
    }

    // torch reads a tensor made of a .NET array where that array lies, and how it sums up hangs on the address.
    [Fact]
    public void The_same_seed_gives_the_same_bits_wherever_dotNET_lays_its_arrays()
    {
        using var scope = NewDisposeScope();
        var houses = KaggleHouses.Synthetic();
        var kept = new List<byte[]>();
        string[] runs = [.. Enumerable.Range(0, 12).Select(run =>
        {
            kept.Add(GC.AllocateUninitializedArray<byte>(100_000 + (8 * run))); // moves the next large array by 8 bytes more
            HouseSet set = new(houses);
            manual_seed(0);
            var errors = HouseTraining.KFold(5, i => set.HonestFeatures(5, i), set.TrainLabels, 4, 5, 0, 64);
            return string.Join(' ', errors.Folds.SelectMany(fold => fold.TrainLs.Concat(fold.ValidLs)));
        })];

        Assert.Single(runs.Distinct());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)] // 7 does not divide 1460
    public void Honest_features_are_of_every_house_and_scaled_by_the_rows_that_are_learned_from(int fold)
    {
        using var scope = NewDisposeScope();
        HouseSet set = new(KaggleHouses.Synthetic());
        var honest = set.HonestFeatures(7, fold);
        var data = HouseTraining.GetKFoldData(7, fold, honest, set.TrainLabels);

        Assert.Equal(1460, honest.shape[0]);
        var numbers = data.XTrain.narrow(1, 0, 36).to(float64); // a missing value is 0, which is the mean
        Assert.InRange(numbers.mean([0]).abs().max().item<double>(), 0, 1e-6);
        Assert.InRange(data.XValid.narrow(1, 0, 36).to(float64).mean([0]).abs().max().item<double>(), 0.01, 1);
    }

    [Fact]
    public void More_folds_than_houses_are_an_error() => Assert.Equal(
        "1460 rows cannot be divided into 1461 folds.",
        Assert.Throws<UserErrorException>(() => new HouseKFoldExample().Run(With(("folds", "1461")))).Message);

    [Theory]
    [MemberData(nameof(TrainingNames))]
    public void An_interrupt_ends_the_training_and_leaves_nothing_alive(string name)
    {
        using var interrupt = new CancellationTokenSource();
        interrupt.Cancel();
        var run = With(cancellation: interrupt.Token);
        var before = LiveTensors.Count();

        Assert.Throws<OperationCanceledException>(() => OnHouses.Single(e => e.Name == name).Run(run));
        Assert.Equal(before, LiveTensors.Count());
    }

    private static ExampleRun With(params (string Name, string Value)[] options) => With(default, options);

    private static ExampleRun With(CancellationToken cancellation, params (string Name, string Value)[] options) => new()
    {
        Data = new(AppContext.BaseDirectory, AppContext.BaseDirectory, [File(TrainFile), File(TestFile)]),
        Options = options.ToDictionary(option => option.Name, option => option.Value),
        Progress = new(cancellation: cancellation),
    };

    private static DataFile File(string name) => DataFile.At("house", name, new($"http://127.0.0.1:1/{name}"), new string('0', 40));
}
