using System.Globalization;
using CourseLabs.Data.Frames;

namespace CourseLabs.Data.Houses;

/// <summary>A column of the house-price files as <c>columns.csv</c> describes it.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="MissingInTrain">How many of the training file's rows lack it.</param>
/// <param name="MissingInTest">How many of the test file's rows lack it.</param>
/// <param name="Quantiles">A number's, at 0, 5, 25, 50, 75, 95 and 100 %; empty for a text.</param>
/// <param name="Categories">A text's categories with their share in per mille; empty for a number.</param>
internal sealed record HouseColumn(
    string Name, int MissingInTrain, int MissingInTest, double[] Quantiles, (string Name, double Share)[] Categories)
{
    /// <summary>Whether it holds numbers.</summary>
    public bool IsNumeric => Quantiles.Length > 0;

    /// <summary>Every column but Id, SalePrice the last.</summary>
    public static IReadOnlyList<HouseColumn> All { get; } = Read();

    private static List<HouseColumn> Read()
    {
        using var stream = typeof(HouseColumn).Assembly.GetManifestResourceStream("CourseLabs.Data.Houses.columns.csv")!;
        using var reader = new StreamReader(stream);
        var rows = CsvFile.Parse(reader.ReadToEnd(), "columns.csv");
        double[] train = rows.Numbers("missing in train"), test = rows.Numbers("missing in test");
        return [.. Enumerable.Range(0, rows.Rows).Select(row => Column(row, rows["values"][row]!.Split(';')))];

        HouseColumn Column(int row, string[] values) => rows["kind"][row] == "number"
            ? new(rows["name"][row]!, (int)train[row], (int)test[row], [.. values.Select(Number)], [])
            : new(rows["name"][row]!, (int)train[row], (int)test[row], [],
                [.. values.Select(v => v.Split('=')).Select(v => (v[0], Number(v[1])))]);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
