using System.Globalization;
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
    private const double LeastPrice = 0.01, MostPrice = 1e12;

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
    /// <exception cref="DataException">
    /// There are more or fewer prices than houses; a price has no logarithm, by which Kaggle scores; or an Id names no
    /// house, or one that another row has.
    /// </exception>
    public IReadOnlyList<(int Id, float Price)> Submission(IReadOnlyList<float> prices)
    {
        ArgumentNullException.ThrowIfNull(prices);
        var ids = TestIds();
        if (prices.Count != ids.Length)
            throw new DataException($"A submission needs {ids.Length} prices, a test house each, not {prices.Count}.");
        if (prices.Index().FirstOrDefault(p => !(float.IsFinite(p.Item) && p.Item > 0), (-1, 0)) is { Index: >= 0 } wrong)
            throw new DataException(
                $"The estimated price of house {ids[wrong.Index]} is {wrong.Item.ToString(CultureInfo.InvariantCulture)}: "
                + "Kaggle scores by logarithms, so it must be a number above 0.");
        return [.. ids.Zip(prices)];
    }

    // Kaggle finds a house by its Id: a whole number from 1 on, and no number twice.
    private int[] TestIds()
    {
        var column = Test[Id];
        var rows = new Dictionary<int, int>();
        foreach (var (row, id) in Test.Numbers(Id).Index())
        {
            if (!(id >= 1 && id <= int.MaxValue && id == Math.Truncate(id)))
                throw Wrong(row, "it must be a whole number from 1 to 2147483647");
            if (!rows.TryAdd((int)id, row))
                throw Wrong(row, $"line {Test.Line(rows[(int)id])} has that Id too");
        }

        return [.. Test.Numbers(Id).Select(id => (int)id)];

        DataException Wrong(int row, string why) =>
            new($"{Test.Source}, line {Test.Line(row)}, column {Id}: \"{column[row]}\" names no house of its own: {why}.");
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

        _ = houses.TestIds(); // before anything is trained on them

        // The error is of their logarithms, and the squares of what is off must fit a float32.
        if (houses.Train[Price].Numbers.IndexOfAnyExceptInRange(LeastPrice, MostPrice) is var row and >= 0)
            throw new DataException(
                $"{houses.Train.Source}, line {houses.Train.Line(row)}, column {Price}: "
                + "the price is missing, 0 or negative, or not from 0.01 to 1e12 dollars.");
        return houses;
    }
}
