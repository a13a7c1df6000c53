using CourseLabs.Data.Frames;
using CourseLabs.Data.Hub;

namespace CourseLabs.Data.Houses;

/// <summary>The Kaggle house prices of the book's chapter 4.10 (COURSE D8-D10), or the stand-in for them.</summary>
/// <param name="Train">1460 rows: Id, 79 features, SalePrice.</param>
/// <param name="Test">1459 rows: Id and the 79 features.</param>
/// <param name="IsSynthetic">Whether these are made-up houses; whoever shows anything computed from them must say so.</param>
public sealed record HousePrices(DataFrame Train, DataFrame Test, bool IsSynthetic)
{
    private const string Id = "Id", Price = "SalePrice";

    /// <summary>
    /// The features of both files without Id and price, the training rows first: the book's <c>all_features</c>, (2919 x 79).
    /// </summary>
    public DataFrame Features => DataFrame.Concat(Train[1..^1], Test[1..]);

    /// <summary>The prices of the training rows, in dollars.</summary>
    public double[] Prices => Train.Numbers(Price);

    /// <summary>The real files, where a folder or a source has them; else the stand-in.</summary>
    /// <exception cref="DataException">A file is there and damaged.</exception>
    public static HousePrices Load(DataHub hub)
    {
        ArgumentNullException.ThrowIfNull(hub);
        try
        {
            return Read(hub.Download("kaggle_house_train"), hub.Download("kaggle_house_test"));
        }
        catch (DataUnavailableException)
        {
            return Synthetic();
        }
    }

    /// <summary>Reads the two files.</summary>
    /// <exception cref="DataException">A column is missing, a row does not fit, or a number is none; the message says where.</exception>
    public static HousePrices Read(string train, string test) =>
        Checked(new(CsvFile.Read(train), CsvFile.Read(test), IsSynthetic: false));

    /// <summary>Made-up houses with the real files' columns, types and missing values; the same ones every time.</summary>
    public static HousePrices Synthetic() => Checked(new(
        CsvFile.Parse(SyntheticHouses.Train(), "made-up houses (train)"),
        CsvFile.Parse(SyntheticHouses.Test(), "made-up houses (test)"),
        IsSynthetic: true));

    /// <summary>The rows of Kaggle's file submission.csv (COURSE D10), <c>Id,SalePrice</c>: one a test house.</summary>
    /// <param name="prices">What is estimated for each row of <see cref="Test"/>, in dollars.</param>
    /// <exception cref="DataException">There are more or fewer prices than houses, or one is no number.</exception>
    public IReadOnlyList<(int Id, float Price)> Submission(IReadOnlyList<float> prices)
    {
        ArgumentNullException.ThrowIfNull(prices);
        int[] ids = [.. Test.Numbers(Id).Select(id => (int)id)];
        if (prices.Count != ids.Length)
            throw new DataException($"A submission needs {ids.Length} prices, a test house each, not {prices.Count}.");
        if (prices.Index().FirstOrDefault(p => !float.IsFinite(p.Item), (-1, 0)) is { Index: >= 0 } wrong)
            throw new DataException($"The price of house {ids[wrong.Index]} is {wrong.Item}, which Kaggle does not take.");
        return [.. ids.Zip(prices)];
    }

    // A column that should hold numbers and holds a text would become categories without a word.
    private static HousePrices Checked(HousePrices houses)
    {
        foreach (var file in (DataFrame[])[houses.Train, houses.Test])
        {
            var isTrain = ReferenceEquals(file, houses.Train);
            string[] expected = [Id, .. HouseColumn.All.Select(c => c.Name).Where(name => isTrain || name != Price)];
            if (expected.FirstOrDefault(name => !file.Has(name)) is { } missing)
                throw new DataException($"{file.Source} has no column {missing}.");
            if (!file.Columns.Select(c => c.Name).SequenceEqual(expected))
                throw new DataException($"{file.Source} has the columns in another order than Kaggle's, or others too.");
            foreach (var name in HouseColumn.All.Where(c => c.IsNumeric && file.Has(c.Name)).Select(c => c.Name).Prepend(Id))
                _ = file.Numbers(name);
            if (file.Rows == 0)
                throw new DataException($"{file.Source} has a header and no row.");
        }

        // The error is of their logarithms.
        if (houses.Train[Price].Numbers.IndexOfAnyExceptInRange(double.Epsilon, double.MaxValue) is var row and >= 0)
            throw new DataException(
                $"{houses.Train.Source}, row {CsvFile.RowNumber(row)}, column {Price}: the price is missing, 0 or negative.");
        return houses;
    }
}
