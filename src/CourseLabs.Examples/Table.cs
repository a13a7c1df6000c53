using CourseLabs.Display;

namespace CourseLabs.Examples;

/// <summary>A table to show; also written as <c>name.csv</c>, so numbers stand in it as texts that read back as the same value.</summary>
/// <param name="Name">A file's name without its ending, such as <c>parameters</c>.</param>
/// <param name="Title">The line above it.</param>
/// <param name="Columns">The heads of the columns.</param>
/// <param name="Rows">As many cells a row as there are columns.</param>
/// <exception cref="ArgumentException">A row has more cells or fewer: its file would be no csv.</exception>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed record Table(string Name, string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : IHtml
{
    /// <summary>As many cells a row as there are columns.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; } =
        Rows.Index().FirstOrDefault(row => row.Item.Count != Columns.Count, (-1, [])) is { Index: >= 0 } wrong
            ? throw new ArgumentException(
                $"Row {wrong.Index + 1} of the table \"{Name}\" has {wrong.Item.Count} cells, and there are {Columns.Count} columns.",
                nameof(Rows))
            : Rows;

    /// <summary>Whether it has more rows than a person reads.</summary>
    public bool IsLong => Rows.Count > 100;

    /// <summary>The rows to show: all, or the first ten of a long table.</summary>
    public IEnumerable<IReadOnlyList<string>> ShownRows => IsLong ? Rows.Take(10) : Rows;

    /// <summary>A table with a row an item.</summary>
    /// <param name="name">A file's name without its ending.</param>
    /// <param name="title">The line above it.</param>
    /// <param name="items">What the rows are of.</param>
    /// <param name="columns">Each column's head, and its cell of an item: a number, a text, true or false (yes or no).</param>
    public static Table Of<T>(string name, string title, IEnumerable<T> items, params (string Head, Func<T, object> Cell)[] columns) =>
        new(name, title, [.. columns.Select(c => c.Head)],
            [.. items.Select(item => (string[])[.. columns.Select(c => NumberText.Of(c.Cell(item)))])]);

    /// <summary>The table as HTML, for notebooks; of a long one the first rows.</summary>
    public string ToHtml() => HtmlTable.Of(IsLong ? $"{Title} (the first of {Rows.Count} rows)" : Title, Columns, ShownRows);
}
