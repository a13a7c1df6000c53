namespace CourseLabs.Data.Hub;

/// <summary>Where data files are looked for: in the folder that the user named, then in the cache.</summary>
public static class DataFolders
{
    /// <summary>The environment variable that names a folder of data files.</summary>
    public const string Variable = "COURSELABS_DATA";

    /// <summary>The folder that <see cref="Variable"/> names; null when it names none.</summary>
    public static string? Named => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null;

    /// <summary>
    /// The cache: under XDG_CACHE_HOME or ~/.cache on Linux, ~/Library/Caches on macOS, the local application data on Windows.
    /// </summary>
    public static string Cache
    {
        get
        {
            var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            var folder = OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
                : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Caches")
                : Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { } xdg && Path.IsPathFullyQualified(xdg) ? xdg
                : Path.Combine(home, ".cache");
            return Path.Combine(folder, "courselabs");
        }
    }
}
