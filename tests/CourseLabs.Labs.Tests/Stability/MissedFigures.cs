using CourseLabs.Examples;

namespace CourseLabs.Labs.Tests;

/// <summary>Whether a wrong run would be seen.</summary>
internal static class MissedFigures
{
    /// <summary>The expected figures of the right run that another run's values do not meet.</summary>
    public static string[] Of(IEnumerable<Figure> right, IEnumerable<Figure> wrong) =>
    [
        .. from figure in right
           let other = wrong.Single(f => f.Name == figure.Name)
           where figure.Expected is { } expected && !other.Actual.IsWithin(figure.Tolerance ?? 0, expected)
           select figure.Name,
    ];
}
