namespace CourseLabs.Data.Frames;

/// <summary>A table of named columns, as read from a csv file.</summary>
public sealed class DataFrame
{
    private readonly Dictionary<string, Column> byName;
    private readonly IReadOnlyList<int> lines;

    /// <param name="source">The file.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="lines">The file's line on which each row begins: a field may hold line ends, and empty lines are skipped.</param>
    internal DataFrame(string source, IReadOnlyList<Column> columns, IReadOnlyList<int> lines)
    {
        (Source, Columns, this.lines) = (source, columns, lines);
        byName = columns.ToDictionary(c => c.Name, StringComparer.Ordinal);
    }

    /// <summary>The file that it comes from, for messages.</summary>
    public string Source { get; }

    /// <summary>The columns, in the file's order.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>How many rows it has, the header not counted.</summary>
    public int Rows => Columns.Count == 0 ? 0 : Columns[0].Count;

    /// <summary>(rows, columns).</summary>
    public (int Rows, int Columns) Shape => (Rows, Columns.Count);

    /// <summary>Some of the columns: <c>train[1..^1]</c> leaves out the first and the last.</summary>
    public DataFrame this[Range columns] => new(Source, Columns.Take(columns).ToList(), lines);

    /// <summary>The column of that name.</summary>
    /// <exception cref="DataException">There is none.</exception>
    public Column this[string name] => byName.GetValueOrDefault(name) ?? throw new DataException($"{Source} has no column {name}.");

    /// <summary>Whether there is a column of that name.</summary>
    public bool Has(string name) => byName.ContainsKey(name);

    /// <summary>The file's line on which a row begins.</summary>
    internal int Line(int row) => lines[row];

    /// <summary>The numbers of a column that must be numeric, NaN where one is missing.</summary>
    /// <exception cref="DataException">There is no such column, or a row of it is no number.</exception>
    public double[] Numbers(string name)
    {
        var column = this[name];
        if (column.IsNumeric)
            return column.Numbers.ToArray();
        var row = column.FirstNonNumber;
        throw new DataException($"{Source}, line {Line(row)}, column {name}: \"{column[row]}\" is no number.");
    }

    /// <summary>The first rows of some columns as pandas shows them; a negative column counts from the end (COURSE D8).</summary>
    public IReadOnlyList<IReadOnlyList<string>> Preview(int rows, params int[] columns)
    {
        Column[] chosen = [.. columns.Select(c => Columns[c < 0 ? Columns.Count + c : c])];
        return [.. Enumerable.Range(0, Math.Min(rows, Rows)).Select(row => chosen.Select(c => c.Shown(row)).ToArray())];
    }

    /// <summary>One table under another; their columns must be the same.</summary>
    /// <exception cref="DataException">A column is missing, or stands elsewhere.</exception>
    public static DataFrame Concat(DataFrame above, DataFrame below)
    {
        ArgumentNullException.ThrowIfNull(above);
        ArgumentNullException.ThrowIfNull(below);
        if (above.Columns.FirstOrDefault(c => !below.Has(c.Name)) is { } missing)
            throw new DataException($"{below.Source} has no column {missing.Name}, which {above.Source} has.");
        if (below.Columns.FirstOrDefault(c => !above.Has(c.Name)) is { } extra)
            throw new DataException($"{above.Source} has no column {extra.Name}, which {below.Source} has.");
        return new(
            $"{above.Source} with {below.Source}", [.. above.Columns.Select(c => c.Followed(below[c.Name]))],
            [.. above.lines, .. below.lines]);
    }
}
