using CourseLabs.Examples;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// "4.10 Predicting House Prices on Kaggle", "Accessing and Reading the Dataset" and "Data Preprocessing" (COURSE D8): the tables of
// HouseSet.cs.
public sealed class HouseDataExample() : Example(
    "D8", "house-data", "09-house-prices", "House prices: reading and preparing",
    "Reads the train and the test file, joins their features, standardizes the 36 numeric columns (missing values become 0, the " +
    "mean) and makes of the 43 others 0/1 columns, one for each category and one for \"missing\". The text \"None\" (MasVnrType) is a " +
    "category: whoever reads it as missing gets 330 columns.")
{
    private const string Slide = "the slide's output";

    // train_data.iloc[0:4, [0, 1, 2, 3, -3, -2, -1]]
    private static readonly int[] PreviewColumns = [0, 1, 2, 3, -3, -2, -1];

    private static readonly string[] SlidesPreview =
    [
        "1 60 RL 65.0 WD Normal 208500", "2 20 RL 80.0 WD Normal 181500", "3 60 RL 68.0 WD Normal 223500", "4 70 RL 60.0 WD Abnorml 140000",
    ];

    public override ExampleResult Run(ExampleRun run)
    {
        using var scope = NewDisposeScope();
        var set = HouseSet.Load(run);
        var train = set.Houses.Train;
        var preview = train.Preview(4, PreviewColumns);
        string[] heads = [.. PreviewColumns.Select(c => train.Columns[c < 0 ? train.Columns.Count + c : c].Name)];
        return new(set.Titled(Title))
        {
            IsMadeUp = !set.IsReal,
            Figures = [set.Origin(), .. Figures(set, preview)],
            Tables =
            [
                new(set.Named("preview"), set.Titled("The first four rows of the train file"), heads, preview),
                ColumnTable(set),
            ],
        };
    }

    private static IEnumerable<Figure> Figures(HouseSet set, IReadOnlyList<IReadOnlyList<string>> preview)
    {
        var (train, test, features, real) = (set.Houses.Train, set.Houses.Test, set.AllFeatures, set.IsReal);
        return
        [
            Figure.Of("train: rows, columns", $"{train.Rows}, {train.Columns.Count}", expected: "1460, 81", source: Slide, when: real),
            Figure.Of("test: rows, columns", $"{test.Rows}, {test.Columns.Count}", expected: "1459, 80", source: Slide, when: real),
            .. SlidesPreview.Select((expected, row) =>
                Figure.Of($"row {row}", string.Join(' ', preview[row]), expected: expected, source: Slide, when: real)),
            Figure.Of("numeric columns", set.Encoder.NumericColumns, expected: 36, source: "pandas 1.5.3", when: real),
            Figure.Of("categorical columns", set.Encoder.CategoricalColumns, expected: 43, source: "pandas 1.5.3", when: real),
            Figure.Of("matrix: rows, columns", $"{features.Rows}, {features.Columns}", expected: "2919, 331", source: Slide, when: real),
            Figure.Of(
                "matrix: sum", features.Sum, expected: 43 * 2919, tolerance: 1e-9, when: real,
                source: "mathematics: 43 ones in each of 2919 rows; a standardized column sums to 0"),
            Figure.Of(
                "matrix: sum of absolute values", features.SumOfAbsolutes, expected: 197240.1703584593, tolerance: 1e-9, when: real,
                source: "pandas 1.5.3"),
            Figure.Of(
                "matrix: sum of squares", features.SumOfSquares, expected: 229887, tolerance: 1e-9, when: real,
                source: "mathematics: those ones, and n - 1 for the n values of each numeric column"),
        ];
    }

    private static Table ColumnTable(HouseSet set) => Table.Of(
        set.Named("columns"), set.Titled("What becomes of each column"), set.Houses.Features.Columns,
        ("column", c => c.Name),
        ("kind", c => c.IsNumeric ? "number" : "text"),
        ("missing", c => Enumerable.Range(0, c.Count).Count(row => c[row] is null)),
        ("becomes", c => c.IsNumeric
            ? "1 standardized column"
            : $"{set.AllFeatures.Names.Count(name => name.StartsWith($"{c.Name}_", StringComparison.Ordinal))} columns of 0 and 1"));
}
