using CourseLabs.Data.Digits;
using CourseLabs.Plots;

namespace CourseLabs.Labs;

// The slide's list of wrong indices as pictures: the first 40, each with its digit and what it was taken for.
internal static class WrongDigits
{
    public static ImageGrid Draw(string title, MnistDigits test, IEnumerable<int> wrong, Func<int, int> predicted) =>
        wrong.Take(40).Aggregate(
            new ImageGrid(title, test.Width, test.Height, columns: 10),
            (grid, index) => grid.Add($"{test.Labels[index]} as {predicted(index)}", test.Picture(index).ToArray()));
}
