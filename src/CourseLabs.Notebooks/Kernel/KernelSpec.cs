using System.Text.Json;
using System.Text.Json.Nodes;
using CourseLabs.Notebooks.Format;

namespace CourseLabs.Notebooks.Kernel;

/// <summary>The file by which Jupyter knows the kernel: a folder of the kernel's name in Jupyter's data folder, with <c>kernel.json</c>.</summary>
public static class KernelSpec
{
    /// <summary>The name that <c>jupyter</c> knows it by.</summary>
    public const string Name = "courselabs-csharp";

    /// <summary>The name that a person chooses it by.</summary>
    public const string DisplayName = "C# (CourseLabs)";

    private const string Program = "CourseLabs.Notebooks.dll";

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true };

    /// <summary>The user's own data folder, as Jupyter finds it: <c>JUPYTER_DATA_DIR</c>, else the system's place for such.</summary>
    public static string DataFolder
    {
        get
        {
            if (Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR") is { Length: > 0 } named)
                return Path.GetFullPath(named);
            string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            if (OperatingSystem.IsWindows())
                return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter");
            if (OperatingSystem.IsMacOS())
                return Path.Combine(home, "Library", "Jupyter");
            string data = Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } xdg ? xdg : Path.Combine(home, ".local", "share");
            return Path.Combine(data, "jupyter");
        }
    }

    /// <summary>The kernel's file in the user's data folder.</summary>
    public static string File => FileIn(DataFolder);

    /// <summary>The file in a folder of <c>JUPYTER_PATH</c>, where Jupyter looks first; null where there is none.</summary>
    public static string? Before => (Environment.GetEnvironmentVariable("JUPYTER_PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(FileIn)
        .FirstOrDefault(file => System.IO.File.Exists(file) && Path.GetFullPath(file) != File);

    /// <summary>What the file says: how to start the program of this build, from any folder.</summary>
    public static string ToJson() => new JsonObject
    {
        ["argv"] = new JsonArray(Hosting.CellHost.Dotnet, Path.Combine(AppContext.BaseDirectory, Program), "kernel", "{connection_file}"),
        ["display_name"] = DisplayName,
        ["language"] = "C#",
        ["interrupt_mode"] = "message", // a signal would end the process
    }.ToJsonString(Layout) + "\n";

    /// <summary>Whether a kernel's file is one that this wrote, from here or from another checkout.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static bool IsOurs(string file)
    {
        try
        {
            return JsonNode.Parse(System.IO.File.ReadAllText(file)) is JsonObject spec && spec["argv"] is JsonArray { Count: > 1 } argv
                && Path.GetFileName(argv[1].AsText()) == Program;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string FileIn(string dataFolder) => Path.Combine(dataFolder, "kernels", Name, "kernel.json");
}
