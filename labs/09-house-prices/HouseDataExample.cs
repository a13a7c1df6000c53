using CourseLabs.Data.Frames;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;

namespace CourseLabs.Labs;

/// <summary>COURSE D8: the house prices are read, looked at and made into numbers.</summary>
public sealed class HouseDataExample : OldExample
{
    private static readonly int[] PreviewColumns = [0, 1, 2, 3, -3, -2, -1];

    private static readonly string[] SlidesPreview =
    [
        "1 60 RL 65.0 WD Normal 208500", "2 20 RL 80.0 WD Normal 181500", "3 60 RL 68.0 WD Normal 223500", "4 70 RL 60.0 WD Abnorml 140000",
    ];

    /// <inheritdoc/>
    public override string Id => "D8";

    /// <inheritdoc/>
    public override string Name => "house-data";

    /// <inheritdoc/>
    public override string Lab => "09-house-prices";

    /// <inheritdoc/>
    public override string Title => "House prices: reading and preparing";

    /// <inheritdoc/>
    public override string Description =>
        "Reads the train and the test file, joins their features, standardizes the 36 numeric columns (missing values become 0, the " +
        "mean) and makes of the 43 others 0/1 columns, one for each category and one for \"missing\". The text \"None\" (MasVnrType) is a " +
        "category: whoever reads it as missing gets 330 columns.";

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        HouseSet set = HouseSet.Load(context);
        DataFrame train = set.Houses.Train;
        IReadOnlyList<IReadOnlyList<string>> preview = train.Preview(4, PreviewColumns);
        int[] shown = [.. PreviewColumns.Select(c => c < 0 ? train.Columns.Count + c : c)];
        return new(set.Titled(Title))
        {
            Figures = [set.Origin(), .. Figures(set, preview)],
            Tables =
            [
                new(set.Named("preview"), set.Titled("The first four rows of the train file"), [.. shown.Select(c => train.Columns[c].Name)], preview),
                ColumnTable(set),
            ],
        };
    }

    private static IEnumerable<Figure> Figures(HouseSet set, IReadOnlyList<IReadOnlyList<string>> preview)
    {
        const string slide = "the slide's output", book = "COURSE D8, from pandas", mathematics = "mathematics: ";
        var (train, test, features) = (set.Houses.Train, set.Houses.Test, set.Features);
        yield return Compared("train: rows, columns", "1460, 81", $"{train.Rows}, {train.Columns.Count}", 0, slide);
        yield return Compared("test: rows, columns", "1459, 80", $"{test.Rows}, {test.Columns.Count}", 0, slide);
        foreach (var (row, expected) in SlidesPreview.Index())
            yield return Compared($"row {row}", expected, string.Join(' ', preview[row]), 0, slide);
        yield return Compared("numeric columns", 36, set.Encoder.NumericColumns, 0, book);
        yield return Compared("categorical columns", 43, set.Encoder.CategoricalColumns, 0, book);
        yield return Compared("matrix: rows, columns", "2919, 331", $"{features.Rows}, {features.Columns}", 0, slide);
        yield return Compared(
            "matrix: sum", 125517, features.Sum, 1e-9, mathematics + "43 ones in each of 2919 rows; a standardized column sums to 0");
        yield return Compared("matrix: sum of absolute values", 197240.1703584593, features.SumOfAbsolutes, 1e-9, "pandas 1.5.3");
        yield return Compared(
            "matrix: sum of squares", 229887, features.SumOfSquares, 1e-9,
            mathematics + "those ones, and n - 1 for the n values of each numeric column");

        Figure Compared(string name, FigureValue expected, FigureValue actual, double tolerance, string source) =>
            Figure.Compared(set.IsReal, name, expected, actual, tolerance, source);
    }

    private static Table ColumnTable(HouseSet set)
    {
        DataFrame all = set.Houses.Features;
        return new(
            set.Named("columns"),
            set.Titled("What becomes of each column"),
            ["column", "kind", "missing", "becomes"],
            [.. all.Columns.Select(column => (string[])
            [
                column.Name,
                column.IsNumeric ? "number" : "text",
                NumberText.Of(Enumerable.Range(0, column.Count).Count(row => column[row] is null)),
                Becomes(column),
            ])]);

        string Becomes(Column column)
        {
            if (column.IsNumeric)
                return "1 standardized column";
            int width = set.Features.Names.Count(name => name.StartsWith($"{column.Name}_", StringComparison.Ordinal));
            return $"{width} columns of 0 and 1";
        }
    }
}
