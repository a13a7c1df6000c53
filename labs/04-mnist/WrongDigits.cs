using CourseLabs.Data.Digits;
using CourseLabs.Plots;

namespace CourseLabs.Labs;

/// <summary>The picture grid of wrong answers (COURSE C4's list of wrong indices).</summary>
internal static class WrongDigits
{
    private const int Shown = 40;

    /// <summary>The first 40, each with its digit and what it was taken for.</summary>
    /// <param name="title">Stands above.</param>
    /// <param name="test">The pictures.</param>
    /// <param name="wrong">Which of them got a wrong answer.</param>
    /// <param name="predicted">The answer for an index.</param>
    public static ImageGrid Draw(string title, MnistDigits test, IEnumerable<int> wrong, Func<int, int> predicted) =>
        wrong.Take(Shown).Aggregate(
            new ImageGrid(title, test.Width, test.Height, columns: 10),
            (grid, index) => grid.Add($"{test.Labels[index]} as {predicted(index)}", test.Picture(index).ToArray()));
}
