using CourseLabs.Data.Frames;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using static TorchSharp.torch;
using KaggleHouses = CourseLabs.Data.Houses.HousePrices;

namespace CourseLabs.Labs;

/// <summary>The houses that an example works on, prepared, and the warning where they are made up.</summary>
public sealed class HouseSet
{
    private readonly Lazy<FeatureMatrix> features;

    /// <summary>Prepares the houses.</summary>
    public HouseSet(KaggleHouses houses)
    {
        ArgumentNullException.ThrowIfNull(houses);
        Houses = houses;
        DataFrame all = houses.Features;
        FeatureEncoder encoder = FeatureEncoder.Fit(all);
        (Encoder, features) = (encoder, new(() => encoder.Transform(all)));
    }

    /// <summary>What was read.</summary>
    public KaggleHouses Houses { get; }

    /// <summary>The book's: fitted on the train and the test file together.</summary>
    public FeatureEncoder Encoder { get; }

    /// <summary>The book's <c>all_features</c> in numbers, (2919 x 331), the training rows first.</summary>
    public FeatureMatrix Features => features.Value;

    /// <summary>Whether they are Kaggle's, so that the slide's figures apply.</summary>
    public bool IsReal => !Houses.IsSynthetic;

    /// <summary>Kaggle's houses where they can be had, else made-up ones.</summary>
    public static HouseSet Load(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(KaggleHouses.Load(context.Data));
    }

    /// <summary>A title that says so where the houses are made up.</summary>
    public string Titled(string title) => IsReal ? title : $"MADE-UP HOUSES, not Kaggle's: {title}";

    /// <summary>A table's or picture's name, which its file has too, that says so where the houses are made up.</summary>
    public string Named(string name) => IsReal ? name : $"made-up-{name}";

    /// <summary>The first figure of every example: which houses these are.</summary>
    public Figure Origin() => Figure.Plain("houses", IsReal
        ? "Kaggle's"
        : "MADE UP, because Kaggle's files could not be had: nothing here says anything about houses, and no figure has an expected value");

    /// <summary>All training rows with the book's preparation.</summary>
    public HouseRows TrainRows(Device device) => HouseRows.From(Features.Take(..Houses.Train.Rows), Houses.Prices, device);

    /// <summary>The test file's rows with the book's preparation, (1459 x 331).</summary>
    public Tensor TestFeatures(Device device) => HouseRows.Matrix(Features.Take(Houses.Train.Rows..), device);

    /// <summary>The book's folds: the scaling was fitted on all rows, also on those held out and on the test file.</summary>
    public HouseFold[] BookFolds(int k, Device device) => Folds(k, device, _ => Features);

    /// <summary>Folds whose scaling and categories come from their own training rows (COURSE D9 !).</summary>
    public HouseFold[] HonestFolds(int k, Device device)
    {
        DataFrame own = Houses.Train[1..^1];
        return Folds(k, device, fold => FeatureEncoder.Fit(own, fold.Train).Transform(own));
    }

    private HouseFold[] Folds(int k, Device device, Func<Fold, FeatureMatrix> matrix)
    {
        double[] prices = Houses.Prices;
        return [.. KFold.Split(prices.Length, k).Select(fold =>
        {
            FeatureMatrix all = matrix(fold);
            return new HouseFold(Rows(all, fold.Train), Rows(all, fold.Valid));
        })];

        HouseRows Rows(FeatureMatrix all, IReadOnlyList<int> rows) =>
            HouseRows.From(all.Take(rows), [.. rows.Select(row => prices[row])], device);
    }
}
