using CourseLabs.Data.Frames;

namespace CourseLabs.Data.Houses;

/// <summary>A column of the house-price files as <c>columns.csv</c> describes it.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="IsNumeric">Whether it holds numbers.</param>
/// <param name="MissingInTrain">How many of the training file's rows lack it.</param>
/// <param name="MissingInTest">How many of the test file's rows lack it.</param>
/// <param name="Values">Seven quantiles of a number, or the categories of a text with their share: <c>RL=776</c>.</param>
internal sealed record HouseColumn(string Name, bool IsNumeric, int MissingInTrain, int MissingInTest, string[] Values)
{
    /// <summary>Every column but Id, SalePrice the last.</summary>
    public static IReadOnlyList<HouseColumn> All { get; } = Read();

    private static List<HouseColumn> Read()
    {
        using Stream stream = typeof(HouseColumn).Assembly.GetManifestResourceStream("CourseLabs.Data.Houses.columns.csv")!;
        using var reader = new StreamReader(stream);
        DataFrame rows = CsvFile.Parse(reader.ReadToEnd(), "columns.csv");
        double[] train = rows.Numbers("missing in train"), test = rows.Numbers("missing in test");
        return [.. Enumerable.Range(0, rows.Rows).Select(i => new HouseColumn(
            rows["name"][i]!, rows["kind"][i] == "number", (int)train[i], (int)test[i], rows["values"][i]!.Split(';')))];
    }
}
