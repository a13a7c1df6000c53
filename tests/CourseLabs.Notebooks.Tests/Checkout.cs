namespace CourseLabs.Notebooks.Tests;

/// <summary>The checkout's notebooks; building the tests has laid out what their <c>#r</c> names.</summary>
internal static class Checkout
{
    public static string Root => CourseLabs.Tests.Checkout.Root;

    public static string Notebooks { get; } = Path.Combine(Root, "notebooks");

    public static string[] Names { get; } =
        [.. Directory.GetFiles(Notebooks, "*.ipynb").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    public static string PathOf(string name) => Path.Combine(Notebooks, name + ".ipynb");
}
