namespace CourseLabs.Examples;

/// <summary>
/// What a figure is: a number, a list of numbers (a matrix row by row), or a text. C# numbers, arrays and strings become one by themselves.
/// </summary>
public sealed class FigureValue
{
    private FigureValue(IReadOnlyList<double>? numbers, bool isList, string? text) => (Numbers, IsList, Text) = (numbers, isList, text);

    /// <summary>The number (one element) or the list; null for a text.</summary>
    public IReadOnlyList<double>? Numbers { get; }

    /// <summary>Whether it is a list, of whatever length.</summary>
    public bool IsList { get; }

    /// <summary>The text; null for numbers.</summary>
    public string? Text { get; }

    /// <summary>A number.</summary>
    public static implicit operator FigureValue(double number) => FromDouble(number);

    /// <summary>A list of numbers.</summary>
    public static implicit operator FigureValue(double[] numbers) => FromArray(numbers);

    /// <summary>A text.</summary>
    public static implicit operator FigureValue(string text) => FromString(text);

    /// <summary>Whether a statement holds: the texts yes and no.</summary>
    public static implicit operator FigureValue(bool holds) => FromBoolean(holds);

    /// <summary>A number.</summary>
    public static FigureValue FromDouble(double number) => new([number], false, null);

    /// <summary>A list of numbers.</summary>
    /// <exception cref="ArgumentNullException">There is none.</exception>
    public static FigureValue FromArray(double[] numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        return new([.. numbers], true, null); // a copy: the array may be used again
    }

    /// <summary>A text.</summary>
    /// <exception cref="ArgumentNullException">There is none.</exception>
    public static FigureValue FromString(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(null, false, text);
    }

    /// <summary>Whether a statement holds.</summary>
    public static FigureValue FromBoolean(bool holds) => new(null, false, NumberText.Of(holds));

    /// <summary>
    /// Whether each number lies within <c>tolerance * max(1, |expected|)</c> of the expected one: relative for large numbers, absolute for
    /// those up to 1, so that an expected 0 can be met. Texts and non-finite numbers must be the same.
    /// </summary>
    public bool IsWithin(double tolerance, FigureValue expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        if (Numbers is null || expected.Numbers is null)
            return Text == expected.Text && Numbers is null && expected.Numbers is null;
        return IsList == expected.IsList
            && Numbers.Count == expected.Numbers.Count
            && Numbers.Zip(expected.Numbers).All(pair => Near(pair.First, pair.Second, tolerance));
    }

    /// <summary>As a person reads it: numbers as the shortest text that reads back as the same value, long lists cut.</summary>
    public override string ToString()
    {
        const int shown = 8;
        if (Numbers is null)
            return Text!;
        if (!IsList)
            return NumberText.Of(Numbers[0]);
        var rest = Numbers.Count > shown ? $", ... {Numbers.Count} in all" : "";
        return $"[{string.Join(", ", Numbers.Take(shown).Select(n => NumberText.Of(n)))}{rest}]";
    }

    private static bool Near(double actual, double expected, double tolerance) =>
        actual.Equals(expected)
        || (double.IsFinite(expected) && Math.Abs(actual - expected) <= tolerance * Math.Max(1, Math.Abs(expected)));
}
