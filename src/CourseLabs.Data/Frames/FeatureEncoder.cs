namespace CourseLabs.Data.Frames;

/// <summary>
/// Makes numbers of a table, as the book does with pandas (COURSE D8): numeric columns are standardized, (x - mean) / std over the values
/// that are there with n - 1 below, and a missing value becomes 0, which is the mean; every other column becomes one 0/1 column a
/// category, sorted, and one for "missing". First stand the numeric columns, then the others: the order of
/// <c>get_dummies(dummy_na=True)</c>.
/// </summary>
/// <remarks>
/// Fitted on all rows it is the book's, which leaks what the test rows look like; fitted on a fold's training rows and applied to the
/// others it is the honest one (COURSE D9 !). A category that was not seen in fitting gives 0 in each of its column's columns.
/// </remarks>
public sealed class FeatureEncoder
{
    private readonly List<Numeric> numeric = [];
    private readonly List<Categorical> categorical = [];

    private FeatureEncoder(DataFrame frame, IReadOnlyList<int>? rows)
    {
        foreach (var column in frame.Columns.Where(c => c.IsNumeric))
            numeric.Add(Numeric.Fit(column, rows));
        var next = numeric.Count;
        foreach (var column in frame.Columns.Where(c => !c.IsNumeric))
        {
            categorical.Add(Categorical.Fit(column, rows, next));
            next += categorical[^1].Width;
        }

        Names = [.. numeric.Select(n => n.Name), .. categorical.SelectMany(c => c.Names)];
    }

    /// <summary>The names of the columns that come out: <c>LotArea</c>, <c>MSZoning_RL</c>, <c>MSZoning_nan</c>.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>How many of the table's columns are standardized.</summary>
    public int NumericColumns => numeric.Count;

    /// <summary>How many of the table's columns become 0/1 columns.</summary>
    public int CategoricalColumns => categorical.Count;

    /// <summary>Learns means, standard deviations and categories.</summary>
    /// <param name="frame">The table; which columns are numeric is decided over all of its rows.</param>
    /// <param name="rows">The rows to learn from; all when null.</param>
    public static FeatureEncoder Fit(DataFrame frame, IReadOnlyList<int>? rows = null)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return new(frame, rows);
    }

    /// <summary>The table's rows as numbers, (rows x <see cref="Names"/>).</summary>
    /// <exception cref="DataException">A column is missing, or one that was numeric has a text that is no number.</exception>
    public FeatureMatrix Transform(DataFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var width = Names.Count;
        var values = new double[frame.Rows * width];
        for (var i = 0; i < numeric.Count; i++)
            numeric[i].Write(frame.Numbers(numeric[i].Name), values, i, width);
        foreach (var column in categorical)
            column.Write(frame[column.Name], values, width);
        return new(Names, values);
    }

    private sealed record Numeric(string Name, double Unit, double Origin, double Mean, double Scale)
    {
        public static Numeric Fit(Column column, IReadOnlyList<int>? rows)
        {
            var all = column.Numbers;
            var present = new List<double>(column.Count);
            for (var i = 0; i < (rows?.Count ?? column.Count); i++)
            {
                var value = all[rows?[i] ?? i];
                if (!double.IsNaN(value))
                    present.Add(value);
            }

            // What does not vary is told by its values: their mean is rounded, so each would lie a little off it.
            if (present.Count == 0 || present.Min() == present.Max())
                return new(column.Name, 1, 0, 0, double.PositiveInfinity);

            // A power of two divides exactly; by the largest one, no sum and no square overflows or vanishes.
            var unit = Math.ScaleB(1, -Math.Clamp(Math.ILogB(present.Max(Math.Abs)), -1000, 1000));
            // From one of them: where they differ by their last digits alone, no float64 is their mean, but one is its distance.
            var origin = present[0] * unit;
            var mean = present.Sum(value => value * unit - origin) / present.Count;
            double squares = 0;
            foreach (var value in present)
                squares += (value * unit - origin - mean) * (value * unit - origin - mean);
            return new(column.Name, unit, origin, mean, Math.Sqrt(squares / (present.Count - 1)));
        }

        // A column that does not vary says nothing: divided by infinity it is 0, as pandas' 0/0, filled, is.
        public void Write(double[] column, double[] values, int at, int width)
        {
            for (var row = 0; row < column.Length; row++, at += width)
                values[at] = double.IsNaN(column[row]) ? 0 : (column[row] * Unit - Origin - Mean) / Scale;
        }
    }

    private sealed record Categorical(string Name, string[] Categories, Dictionary<string, int> Places, int Missing)
    {
        public int Width => Categories.Length + 1;

        public IEnumerable<string> Names => Categories.Append("nan").Select(c => $"{Name}_{c}");

        public static Categorical Fit(Column column, IReadOnlyList<int>? rows, int first)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (var i = 0; i < (rows?.Count ?? column.Count); i++)
            {
                if (column[rows?[i] ?? i] is { } text)
                    seen.Add(text);
            }

            string[] categories = [.. seen.Order(StringComparer.Ordinal)];
            var places = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var category in categories)
                places[category] = first + places.Count;
            return new(column.Name, categories, places, first + categories.Length);
        }

        public void Write(Column column, double[] values, int width)
        {
            for (var row = 0; row < column.Count; row++)
            {
                if (column[row] is not { } text)
                    values[row * width + Missing] = 1;
                else if (Places.TryGetValue(text, out var place))
                    values[row * width + place] = 1;
            }
        }
    }
}
