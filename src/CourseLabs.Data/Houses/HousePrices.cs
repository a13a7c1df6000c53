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

    /// <summary>The features of both files without Id and price, the training rows first: the book's <c>all_features</c>, (2919 x 79).</summary>
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

    /// <summary>Writes Kaggle's file (COURSE D10): Id,SalePrice, a row a test house. A file there is replaced only by the whole new one.</summary>
    /// <param name="path">Where; the book's is submission.csv.</param>
    /// <param name="predictions">A price for each row of <see cref="Test"/>, in dollars.</param>
    public void WriteSubmission(string path, IReadOnlyList<double> predictions)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        double[] ids = Test.Numbers(Id);
        if (predictions.Count != ids.Length)
            throw new DataException($"{path} needs {ids.Length} prices, a test house each, not {predictions.Count}.");
        if (predictions.Index().FirstOrDefault(p => !double.IsFinite(p.Item), (-1, 0)) is { Index: >= 0 } wrong)
            throw new DataException($"{path}: the price of house {ids[wrong.Index]} is {wrong.Item}.");
        string unfinished = $"{path}.{Environment.ProcessId}.part";
        try
        {
            var rows = ids.Zip(predictions, (id, price) => FormattableString.Invariant($"{id},{price:R}"));
            File.WriteAllLines(unfinished, rows.Prepend($"{Id},{Price}"));
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{path} cannot be written: {exception.Message}", exception);
        }
        finally
        {
            PartFile.Delete(unfinished);
        }
    }

    // A column that should hold numbers and holds a text would become categories without a word.
    private static HousePrices Checked(HousePrices houses)
    {
        foreach (DataFrame file in (DataFrame[])[houses.Train, houses.Test])
        {
            bool isTrain = ReferenceEquals(file, houses.Train);
            string[] expected = [Id, .. HouseColumn.All.Select(c => c.Name).Where(name => isTrain || name != Price)];
            if (expected.FirstOrDefault(name => !file.Has(name)) is { } missing)
                throw new DataException($"{file.Source} has no column {missing}.");
            if (!file.Columns.Select(c => c.Name).SequenceEqual(expected))
                throw new DataException($"{file.Source} has the columns in another order than Kaggle's, or others too.");
            foreach (string name in HouseColumn.All.Where(c => c.IsNumeric && file.Has(c.Name)).Select(c => c.Name).Prepend(Id))
                _ = file.Numbers(name);
            if (file.Rows == 0)
                throw new DataException($"{file.Source} has a header and no row.");
        }

        if (houses.Train[Price].Numbers.IndexOfAnyExceptInRange(0, double.MaxValue) is var row and >= 0)
            throw new DataException($"{houses.Train.Source}, row {CsvFile.RowNumber(row)}, column {Price}: the price is missing or negative.");
        return houses;
    }
}
