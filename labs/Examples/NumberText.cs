using System.Globalization;

namespace CourseLabs.Labs.Examples;

/// <summary>Numbers as tables and words have them: the shortest text that reads back as the same value.</summary>
public static class NumberText
{
    /// <summary>A float64.</summary>
    public static string Of(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A float32.</summary>
    public static string Of(float number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A whole number.</summary>
    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A row of a table, float64 in every cell.</summary>
    public static string[] Row(params IEnumerable<double> numbers) => [.. numbers.Select(Of)];
}
