using System.Text.Unicode;
using CsvHelper;

namespace CourseLabs.Data.Frames;

/// <summary>Reads csv files as pandas' read_csv does: a header, quoted fields, and a list of texts that mean "missing".</summary>
public static class CsvFile
{
    // Of the house prices; lists that have grown to them would leave twice as much to the garbage collector.
    private const int LikelyRows = 1460;

    // The missing values are pandas 1.5.3's. "None" is not among them: MasVnrType has it as a category (COURSE D8).
    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        MalformedData = CsvMalformedDataHandling.Throw,
        PoolStrings = true, // few texts, many times
        TrackLineNumbers = true,
        NullValues =
        [
            "", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN", "<NA>", "N/A", "NA", "NULL", "NaN",
            "n/a", "nan", "null",
        ],
    };

    /// <summary>Reads a file.</summary>
    /// <exception cref="DataException">
    /// It cannot be read, is empty, a row does not fit the header, or a number is not finite; the message names file and line.
    /// </exception>
    public static DataFrame Read(string path)
    {
        try
        {
            using var stream = TextFile.Open(path);
            using var text = new MemoryStream();
            stream.CopyTo(text);
            Check(text.GetBuffer().AsSpan(0, (int)text.Length), path);
            text.Position = 0;
            using var reader = CsvReader.Create(text, Options);
            return Read(reader, path);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new DataException($"{path} cannot be read: {exception.Message}", exception);
        }
    }

    private static void Check(ReadOnlySpan<byte> text, string path)
    {
        // Bytes of another encoding (Excel's CP949) would become the same sign for each letter.
        if (!Utf8.IsValid(text))
            throw new DataException($"{path} is not in UTF-8; save it as csv in UTF-8.");
        // .NET takes a number with NUL bytes behind it for that number.
        if (text.IndexOf((byte)0) is var nul and >= 0)
            throw new DataException(
                $"{path}, line {text[..nul].Count((byte)'\n') + 1}: there is a NUL byte, so it is no csv, or it was damaged.");
    }

    /// <summary>Reads a text; <paramref name="source"/> names it in messages.</summary>
    public static DataFrame Parse(string text, string source)
    {
        using var reader = CsvReader.FromText(text, Options);
        return Read(reader, source);
    }

    // Asked 236,000 times of the house prices: the first letter tells nearly always.
    private static bool IsMissing(CsvReader reader, int field) =>
        reader.GetSpan(field) is var text && (text.IsEmpty || ("#-1<Nn"u8.Contains(text[0]) && reader.IsNull(field)));

    private static DataFrame Read(CsvReader reader, string source)
    {
        try
        {
            string[] names = [.. reader.Headers];
            // A text with a semicolon and no comma in its header is Excel's csv of a country with decimal commas.
            if (names is [var only] && only.AsSpan().IndexOfAny(';', '\t', '|') is var at and >= 0)
                throw new DataException(
                    $"{source} has {(only[at] == '\t' ? "tabs" : $"\"{only[at]}\"")} between its fields; "
                    + "it must have commas there, and points in its numbers.");
            if (names.Length == 0)
                throw new DataException($"{source} is empty: it has no header.");
            if (names.GroupBy(n => n).FirstOrDefault(g => g.Count() > 1) is { } twice)
                throw new DataException($"{source}: two columns of its header are called \"{twice.Key}\".");

            var lines = new List<int>(LikelyRows);
            List<string?>[] columns = [.. names.Select(_ => new List<string?>(LikelyRows))];
            while (reader.Read())
            {
                if (reader.FieldCount != names.Length)
                    throw new DataException(
                        $"{source}, line {reader.LineNumber}: it has {reader.FieldCount} fields, "
                        + $"and the header has {names.Length} columns.");
                lines.Add((int)reader.LineNumber);
                for (var i = 0; i < columns.Length; i++)
                    columns[i].Add(IsMissing(reader, i) ? null : reader.GetString(i));
            }

            var frame = new DataFrame(source, [.. names.Select((name, i) => new Column(name, [.. columns[i]]))], lines);
            // One infinity makes NaN of a mean, and that of the whole column.
            if (frame.Columns.FirstOrDefault(c => c.FirstInfinite >= 0) is { FirstInfinite: var row } infinite)
                throw new DataException(
                    $"{source}, line {lines[row]}, column {infinite.Name}: \"{infinite[row]}\" is no finite number.");
            return frame;
        }
        catch (CsvFormatException exception)
        {
            throw new DataException($"{source}, line {exception.LineNumber}: {exception.Message}", exception);
        }
    }
}
