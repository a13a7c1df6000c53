namespace CourseLabs.Tests;

/// <summary>The checkout that the tests were built in, for those that read its own files.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string? folder) =>
        folder is null ? throw new InvalidOperationException("The tests lie outside the checkout whose files they read.")
        : File.Exists(Path.Combine(folder, "CourseLabs.sln")) ? folder
        : Find(Path.GetDirectoryName(folder));
}
