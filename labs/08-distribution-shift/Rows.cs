using CourseLabs.Examples;

namespace CourseLabs.Labs;

/// <summary>Rows of tables that begin with a name.</summary>
internal static class Rows
{
    /// <summary>Each number as the shortest text that reads back as the same float32, which the lab computes in.</summary>
    public static string[] Of(string name, params double[] numbers) =>
        [name, .. numbers.Select(number => NumberText.Of((float)number))];
}
