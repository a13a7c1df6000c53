using System.Text.Unicode;
using CsvHelper;

namespace CourseLabs.Data.Digits;

/// <summary>
/// Reads the slide's form of MNIST, <c>mnist_train.csv</c>: a picture a row, label and 784 pixels (COURSE C4). A header, spaces around a
/// value, fractions that are 0 (<c>5.0</c>) and gzip do not matter: copies on the web differ in them.
/// </summary>
public static class MnistCsv
{
    private const int Side = 28, Columns = 1 + Side * Side;

    private static readonly CsvReaderOptions Options = new() { Separator = ',', HasHeader = false, TrackLineNumbers = true };

    /// <summary>Reads a file as it streams by.</summary>
    /// <exception cref="DataException">A row has not 785 columns, or a value is not 0 to 255, or a label not 0 to 9.</exception>
    public static MnistDigits Read(string path)
    {
        var pixels = new List<byte>();
        var labels = new List<byte>();
        try
        {
            using var stream = TextFile.Open(path);
            using var reader = CsvReader.Create(stream, Options);
            Span<byte> row = stackalloc byte[Columns];
            var isFirst = true;
            while (reader.Read())
            {
                var isHeader = isFirst && reader.GetString(0).Trim().Equals("label", StringComparison.OrdinalIgnoreCase);
                isFirst = false;
                if (isHeader && reader.FieldCount == Columns)
                    continue;
                if (reader.FieldCount != Columns)
                    throw new DataException(
                        $"{path}, line {reader.LineNumber}: it has {reader.FieldCount} columns, not {Columns} parted by commas.");
                for (var i = 0; i < Columns; i++)
                {
                    if (!TryByte(reader.GetSpan(i), out row[i]))
                        throw Wrong(reader, i, "0 to 255");
                }

                if (row[0] > 9)
                    throw Wrong(reader, 0, "a digit");
                labels.Add(row[0]);
                pixels.AddRange(row[1..]);
            }
        }
        catch (Exception exception)
            when (exception is IOException or InvalidDataException or UnauthorizedAccessException or CsvFormatException)
        {
            throw new DataException($"{path} cannot be read: {exception.Message}", exception);
        }

        return labels.Count > 0 ? new([.. pixels], [.. labels], Side, Side) : throw new DataException($"{path} is empty.");

        DataException Wrong(CsvReader reader, int column, string right) => new(
            $"{path}, line {reader.LineNumber}, column {column + 1}: "
            + (Utf8.IsValid(reader.GetSpan(column)) ? $"\"{reader.GetString(column)}\" is not {right}." : "it is not in UTF-8."));
    }

    private static bool TryByte(ReadOnlySpan<byte> text, out byte value) =>
        TryDigits(text, out value) || TryDigits(WithoutZeros(text.Trim(" \t"u8)), out value);

    // 5.0 and 5. are 5.
    private static ReadOnlySpan<byte> WithoutZeros(ReadOnlySpan<byte> text)
    {
        var point = text.IndexOf((byte)'.');
        return point >= 0 && !text[(point + 1)..].ContainsAnyExcept((byte)'0') ? text[..point] : text;
    }

    // Up to three digits, 47 million times.
    private static bool TryDigits(ReadOnlySpan<byte> text, out byte value)
    {
        uint number = 0;
        value = 0;
        foreach (var letter in text)
        {
            var digit = (uint)(letter - '0');
            if (digit > 9)
                return false;
            number = number * 10 + digit;
        }

        value = (byte)number;
        return text.Length is >= 1 and <= 3 && number <= byte.MaxValue;
    }
}
