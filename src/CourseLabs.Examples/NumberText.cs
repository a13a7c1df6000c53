using System.Globalization;

namespace CourseLabs.Examples;

/// <summary>Numbers as tables and words have them: the shortest text that reads back as the same value.</summary>
public static class NumberText
{
    /// <summary>A number of any kind; a text as it is; true and false as yes and no.</summary>
    public static string Of<T>(T value)
        where T : notnull => (object)value switch
    {
        string text => text,
        bool yes => yes ? "yes" : "no",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        float number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>A row of a table, float64 in every cell.</summary>
    public static string[] Row(params IEnumerable<double> numbers) => [.. numbers.Select(Of)];
}
