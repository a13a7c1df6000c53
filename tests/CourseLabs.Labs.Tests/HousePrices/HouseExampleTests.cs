using CourseLabs.Data;
using CourseLabs.Data.Hub;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Tests;
using TorchSharp;
using static TorchSharp.torch;
using KaggleHouses = CourseLabs.Data.Houses.HousePrices;

namespace CourseLabs.Labs.Tests;

public sealed class HouseExampleTests
{
    private const string TrainFile = "kaggle_house_train", TestFile = "kaggle_house_test";

    private static readonly Example[] OnHouses =
        [new HouseDataExample(), new HouseKFoldExample(), new HouseSelectionExample(), new HouseSubmissionExample()];

    public static TheoryData<string> Names => [.. OnHouses.Select(e => e.Name)];

    // A hub that has nothing and asks nobody.
    private static ExampleContext Nowhere => new ExampleContext
    {
        Data = new(AppContext.BaseDirectory, AppContext.BaseDirectory, [File(TrainFile), File(TestFile)]),
    }.With(HouseOptions.Epochs, 2).With(HouseOptions.Folds, 2);

    [Theory]
    [MemberData(nameof(Names))]
    public void Made_up_houses_are_called_so_everywhere_and_expect_nothing(string name)
    {
        ExampleResult result = OnHouses.Single(e => e.Name == name).Run(Nowhere);

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
        Example example = OnHouses.Single(e => e.Name == name);
        ExampleResult first = example.Run(Nowhere);
        long before = LiveTensors.Count();

        ExampleResult second = example.Run(Nowhere);

        Assert.Equal(before, LiveTensors.Count());
        Assert.Equal(first.Figures.Select(f => f.Actual.ToString()), second.Figures.Select(f => f.Actual.ToString()));
        Assert.Equal(first.Tables.SelectMany(t => t.Rows).SelectMany(r => r), second.Tables.SelectMany(t => t.Rows).SelectMany(r => r));
    }

    [Fact]
    public void Where_the_files_cannot_be_had_the_hubs_example_says_why()
    {
        ExampleResult result = new DataHubExample().Run(Nowhere);

        Assert.All(result.Figures, figure => Assert.Null(figure.Expected));
        Assert.All(result.Figures, figure => Assert.Contains("could not be fetched", figure.Actual.Text, StringComparison.Ordinal));
        Assert.All(result.Tables[0].Rows, row => Assert.Equal("nowhere yet", row[1]));
    }

    [RealDataFact($"{TrainFile} {TestFile}")]
    public void The_real_files_have_the_slides_hashes() =>
        Assert.Equal([true, true], new DataHubExample().Run(new()).Figures.Select(f => f.Match));

    [RealDataFact($"{TrainFile} {TestFile}")]
    public void The_prepared_matrix_meets_every_figure()
    {
        ExampleResult result = new HouseDataExample().Run(new());

        Assert.Equal([null, .. Enumerable.Repeat<bool?>(true, 12)], result.Figures.Select(f => f.Match));
        Assert.Equal(["Id", "MSSubClass", "MSZoning", "LotFrontage", "SaleType", "SaleCondition", "SalePrice"], result.Tables[0].Columns);
        Assert.Equal(["MasVnrType", "text", "24", "5 columns of 0 and 1"], result.Tables[1].Rows.Single(row => row[0] == "MasVnrType"));
    }

    [RealDataFact($"{TrainFile} {TestFile}")]
    public void The_five_folds_meet_the_slides_averages_and_the_honest_ones_are_near()
    {
        ExampleResult result = new HouseKFoldExample().Run(new());

        Assert.Equal([null, true, true, null, null], result.Figures.Select(f => f.Match));
        Assert.InRange(result.Figures[4].Actual.Numbers![0], 0.16, 0.18);
        Assert.Equal(6, result.Tables[0].Rows.Count);
        Assert.Equal("0.156506", result.Tables[0].Rows[0][4]);
    }

    [RealDataFact($"{TrainFile} {TestFile}")]
    public void Other_seeds_meet_the_slides_averages_too()
    {
        using DisposeScope scope = NewDisposeScope();
        HouseFold[] folds = HouseSet.Load(new()).BookFolds(5, CPU);
        foreach (long seed in (long[])[1, 2, -7, long.MaxValue])
        {
            CrossValidation result = CrossValidation.Run(seed, folds, new(), atOnce: 2);
            Assert.InRange(result.Train, 0.165659 - 0.002, 0.165659 + 0.002);
            Assert.InRange(result.Valid, 0.170594 - 0.002, 0.170594 + 0.002);
        }
    }

    [RealDataFact($"{TrainFile} {TestFile}")]
    public void The_submission_is_Kaggles_file()
    {
        ExampleResult result = new HouseSubmissionExample().Run(new());

        Table submission = result.Tables.Single(t => t.Name == "submission");
        Assert.Equal(["Id", "SalePrice"], submission.Columns);
        Assert.Equal(Enumerable.Range(1461, 1459).Select(id => $"{id}"), submission.Rows.Select(row => row[0]));
        Assert.InRange(result.Figures[2].Actual.Numbers![0], 0.155, 0.17);
    }

    [Fact]
    public void Every_house_is_held_out_once_also_where_k_does_not_divide_them()
    {
        using DisposeScope scope = NewDisposeScope();
        HouseSet set = new(KaggleHouses.Synthetic());
        HouseFold[] book = set.BookFolds(7, CPU), honest = set.HonestFolds(7, CPU);

        float[] prices = [.. set.Houses.Prices.Select(price => (float)price)];
        Assert.All([book, honest], folds => Assert.Equal(prices, folds.SelectMany(f => f.Valid!.Prices.data<float>().ToArray())));
        Assert.All([.. book, .. honest], fold => Assert.Equal(1460, fold.Train.Prices.shape[0] + fold.Valid!.Prices.shape[0]));
        Assert.All(honest, fold => Assert.Equal(fold.Train.Features.shape[1], fold.Valid!.Features.shape[1]));
    }

    [Fact]
    public void More_folds_than_houses_are_an_error() =>
        Assert.Contains(
            "1460 rows cannot be divided into 1461 folds",
            Assert.Throws<DataException>(() => new HouseKFoldExample().Run(Nowhere.With(HouseOptions.Folds, 1461))).Message,
            StringComparison.Ordinal);

    private static DataFile File(string name) => DataFile.At("house", name, new($"http://127.0.0.1:1/{name}"), new string('0', 40));
}
