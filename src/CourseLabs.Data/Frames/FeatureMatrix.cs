namespace CourseLabs.Data.Frames;

/// <summary>Numbers by row and named column, (rows x columns), row after row in one array.</summary>
/// <param name="Names">The columns' names.</param>
/// <param name="Values">rows * columns numbers, row-major.</param>
public sealed record FeatureMatrix(IReadOnlyList<string> Names, double[] Values)
{
    /// <summary>How many columns.</summary>
    public int Columns => Names.Count;

    /// <summary>How many rows.</summary>
    public int Rows => Names.Count == 0 ? 0 : Values.Length / Names.Count;

    /// <summary>A number.</summary>
    public double this[int row, int column] => Values[row * Columns + column];

    /// <summary>The sum of all numbers.</summary>
    public double Sum => Values.Sum();

    /// <summary>The sum of all absolute values.</summary>
    public double SumOfAbsolutes => Values.Sum(Math.Abs);

    /// <summary>The sum of all squares.</summary>
    public double SumOfSquares => Values.Sum(v => v * v);

    /// <summary>Some of the rows: a range for train and test, or a fold's.</summary>
    public FeatureMatrix Take(Range rows)
    {
        (var start, var count) = rows.GetOffsetAndLength(Rows);
        return this with { Values = Values[(start * Columns)..((start + count) * Columns)] };
    }

    /// <summary>Some of the rows, in the order given.</summary>
    public FeatureMatrix Take(IReadOnlyList<int> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var values = new double[rows.Count * Columns];
        for (var i = 0; i < rows.Count; i++)
            Values.AsSpan(rows[i] * Columns, Columns).CopyTo(values.AsSpan(i * Columns));
        return this with { Values = values };
    }
}
