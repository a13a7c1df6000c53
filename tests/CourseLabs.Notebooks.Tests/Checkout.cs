namespace CourseLabs.Notebooks.Tests;

/// <summary>The checkout that the tests were built in; building them has laid out what the notebooks' <c>#r</c> names.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Notebooks { get; } = Path.Combine(Root, "notebooks");

    public static string[] Names { get; } =
        [.. Directory.GetFiles(Notebooks, "*.ipynb").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    public static string PathOf(string name) => Path.Combine(Notebooks, name + ".ipynb");

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "CourseLabs.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
