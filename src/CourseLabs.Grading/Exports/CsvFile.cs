using System.Text;
using CsvHelper;

namespace CourseLabs.Grading.Exports;

/// <summary>A CSV file that somebody else made: its cells, and how each is written there.</summary>
public sealed class CsvFile
{
    /// <summary>At the beginning of a file: by it Excel knows that the text is UTF-8.</summary>
    public const string Mark = "\uFEFF";

    private readonly bool hasMark;
    private readonly string newLine;
    private readonly List<string[]> rows = [];
    private readonly List<string[]> written = []; // with quotes and all

    private CsvFile(string name, string text)
    {
        Name = name;
        hasMark = text.StartsWith(Mark, StringComparison.Ordinal);
        text = hasMark ? text[Mark.Length..] : text;
        var first = text.AsSpan(0, text.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? end : text.Length);
        newLine = first.EndsWith("\r") ? "\r\n" : "\n";
        foreach (var other in new[] { ';', '\t' })
        {
            if (first.Count(other) > first.Count(Separator))
                Separator = other;
        }

        using var reader = CsvReader.FromText(text, new CsvReaderOptions { Separator = Separator, HasHeader = false });
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i))]);
            written.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => Encoding.UTF8.GetString(reader.GetRawSpan(i)))]);
        }

        if (rows.Count == 0)
            throw new GradingException($"{name} is empty.");
    }

    /// <summary>The file's name, for messages.</summary>
    public string Name { get; }

    /// <summary>What parts the cells.</summary>
    public char Separator { get; } = ',';

    /// <summary>All rows, the headings first.</summary>
    public IReadOnlyList<string[]> Rows => rows;

    /// <summary>The headings.</summary>
    public IReadOnlyList<string> Headings => rows[0];

    /// <summary>Reads a file, in UTF-8 or as Korean Windows writes it, with commas, semicolons or tabs.</summary>
    /// <exception cref="GradingException">There is none, or nothing in it.</exception>
    public static CsvFile Read(string path)
    {
        if (!File.Exists(path))
            throw new GradingException($"There is no file {path}.");
        return Parse(Path.GetFileName(path), KoreanText.Decode(File.ReadAllBytes(path)));
    }

    /// <summary>Reads a text.</summary>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="text">What is in it.</param>
    /// <exception cref="GradingException">There is nothing in it, or it is no CSV.</exception>
    public static CsvFile Parse(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return new(name, text);
        }
        catch (CsvFormatException e)
        {
            throw new GradingException($"{name} is no CSV file: {e.Message}", e);
        }
    }

    /// <summary>The column with this very heading; -1 when there is none.</summary>
    public int Column(string heading)
    {
        ArgumentNullException.ThrowIfNull(heading);
        return Array.FindIndex(rows[0], h => h.Trim() == heading.Trim());
    }

    /// <summary>The first column that has one of these headings, without regard to case, spaces and underscores; -1 when there is none.</summary>
    public int Find(params IEnumerable<string> headings)
    {
        string[] wanted = [.. headings.Select(Plain)];
        return Array.FindIndex(rows[0], h => wanted.Contains(Plain(h)));
    }

    /// <summary>A cell; empty where the row is shorter, or the column -1.</summary>
    public string Cell(int row, int column) => column >= 0 && column < rows[row].Length ? rows[row][column].Trim() : "";

    /// <summary>The file with other texts in one column; all other cells stay as they are written.</summary>
    /// <param name="column">The column.</param>
    /// <param name="values">By row; plain numbers, which need no quotes.</param>
    public string With(int column, IReadOnlyDictionary<int, string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var text = new StringBuilder(hasMark ? Mark : "");
        for (var i = 0; i < rows.Count; i++)
        {
            var cells = written[i];
            if (values.TryGetValue(i, out var value))
            {
                cells = [.. cells, .. Enumerable.Repeat("", Math.Max(0, column + 1 - cells.Length))];
                cells[column] = value;
            }

            text.AppendJoin(Separator, cells).Append(newLine);
        }

        return text.ToString();
    }

    private static string Plain(string heading) => heading.Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
}
