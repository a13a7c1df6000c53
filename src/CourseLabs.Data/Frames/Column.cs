using System.Globalization;

namespace CourseLabs.Data.Frames;

/// <summary>
/// A named column of texts, of which some may be missing. It is numeric where all that are there are numbers, as in pandas; or all are
/// True or False and none is missing, pandas' bool, whose mean and deviation are those of 1 and 0.
/// </summary>
public sealed class Column
{
    private readonly string?[] texts;
    private readonly double[] numbers;
    private readonly int firstNonNumber;
    private readonly bool isBoolean;

    /// <param name="name">The column's name.</param>
    /// <param name="texts">A text a row; null where it is missing.</param>
    internal Column(string name, string?[] texts)
    {
        (Name, this.texts) = (name, texts);
        isBoolean = texts.Length > 0 && Array.TrueForAll(texts, text => Truth(text) is not null);
        (numbers, firstNonNumber) = isBoolean ? ([.. texts.Select(text => Truth(text)!.Value)], texts.Length) : Parse(texts);
    }

    private Column(string name, string?[] texts, double[] numbers, bool isBoolean)
    {
        (Name, this.texts, this.numbers, this.isBoolean) = (name, texts, numbers, isBoolean);
        firstNonNumber = texts.Length;
    }

    /// <summary>The column's name.</summary>
    public string Name { get; }

    /// <summary>How many rows it has.</summary>
    public int Count => texts.Length;

    /// <summary>Whether every text that is there is a number, or each is True or False; so also where all are missing.</summary>
    public bool IsNumeric => firstNonNumber == texts.Length;

    /// <summary>The first row whose text is there and no number; <see cref="Count"/> where there is none.</summary>
    internal int FirstNonNumber => firstNonNumber;

    /// <summary>The first row whose number float64 cannot hold (1e400) or that says infinity; -1 where there is none.</summary>
    internal int FirstInfinite => IsNumeric ? Array.FindIndex(numbers, double.IsInfinity) : -1;

    /// <summary>The text of a row; null where it is missing.</summary>
    public string? this[int row] => texts[row];

    /// <summary>A number a row, NaN where it is missing; only of a numeric column.</summary>
    public ReadOnlySpan<double> Numbers => IsNumeric ? numbers : throw new InvalidOperationException($"The column {Name} is not numeric.");

    /// <summary>
    /// The text of a row as pandas prints it: in a column with fractions or missing values 65 is 65.0, and a missing value NaN.
    /// </summary>
    public string Shown(int row)
    {
        if (texts[row] is not { } text)
            return "NaN";
        if (!IsNumeric)
            return text;
        if (isBoolean)
            return numbers[row] == 1 ? "True" : "False";
        // pandas' int64, which has more digits than float64
        if (texts.All(t => Integer(t) is not null))
            return Integer(text)!.Value.ToString(CultureInfo.InvariantCulture);
        var number = numbers[row];
        return number.ToString(number != Math.Truncate(number) ? "R" : "F1", CultureInfo.InvariantCulture);
    }

    /// <summary>This column's rows, then the other's.</summary>
    internal Column Followed(Column other) =>
        IsNumeric && other.IsNumeric && isBoolean == other.isBoolean
            ? new(Name, [.. texts, .. other.texts], [.. numbers, .. other.numbers], isBoolean)
            : new(Name, [.. texts, .. other.texts]);

    // As pandas' read_csv takes them.
    private static double? Truth(string? text) => text switch
    {
        "True" or "TRUE" or "true" => 1,
        "False" or "FALSE" or "false" => 0,
        _ => null,
    };

    private static (double[] Numbers, int FirstNonNumber) Parse(string?[] texts)
    {
        // Most columns of texts begin with one: they need no array of numbers.
        if (Array.Find(texts, text => text is not null) is { } first && Number(first) is null)
            return ([], Array.IndexOf(texts, first));
        var numbers = new double[texts.Length];
        for (var row = 0; row < texts.Length; row++)
        {
            if (texts[row] is not { } text)
                numbers[row] = double.NaN;
            else if (Number(text) is { } number)
                numbers[row] = number;
            else
                return ([], row);
        }

        return (numbers, texts.Length);
    }

    private static long? Integer(string? text) =>
        long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Nearly all are plain whole numbers, which are several times as fast to read.
    private static double? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsNaN(number) ? number
        : text.Trim().TrimStart('+', '-').Equals("inf", StringComparison.OrdinalIgnoreCase) ? double.PositiveInfinity
        : null;
}
