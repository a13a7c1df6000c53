using System.Text.Json;
using System.Text.Json.Nodes;

namespace CourseLabs.Cli.Health;

/// <summary>
/// The files by which Jupyter knows .NET Interactive's kernels: <c>kernels/.net-csharp/kernel.json</c> in one of its data folders.
/// Without <c>--http-local-only</c>, which .NET Interactive's own set-up leaves out, a kernel listens on every network interface.
/// </summary>
internal static class KernelSpecs
{
    /// <summary>The option that keeps a kernel to this machine.</summary>
    public const string LocalOnly = "--http-local-only";

    // As Directory.Build.props has it for our own programs, and for its reason: TorchSharp and a collection in the background do not agree.
    private const string Collection = "DOTNET_gcConcurrent";

    private const string ConnectionFile = "{connection_file}";

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true };

    /// <summary>The C# kernel's file in the user's own data folder.</summary>
    public static string UsersOwn => Path.Combine(UserFolder, "kernels", ".net-csharp", "kernel.json");

    /// <summary>The files of .NET Interactive's kernels that there are, in the order in which Jupyter looks.</summary>
    public static IEnumerable<string> All() =>
        from folder in DataFolders()
        let kernels = Path.Combine(folder, "kernels")
        where Directory.Exists(kernels)
        from kernel in Directory.GetDirectories(kernels, ".net-*").Order(StringComparer.Ordinal)
        let file = Path.Combine(kernel, "kernel.json")
        where File.Exists(file)
        select file;

    /// <summary>What a kernel's file lacks of the two that it needs: <see cref="LocalOnly"/>, and that variable.</summary>
    /// <exception cref="InvalidDataException">The file is not a kernel's.</exception>
    public static IEnumerable<string> Lacking(string file)
    {
        var (_, arguments, environment) = Read(file);
        if (!arguments.Any(a => (string?)a == LocalOnly))
            yield return LocalOnly;
        if (!environment.ContainsKey(Collection))
            yield return $"{Collection}=0";
    }

    /// <summary>A kernel's file with what it lacks added; all else as it is.</summary>
    /// <exception cref="InvalidDataException">The file is not a kernel's.</exception>
    public static string Mended(string file)
    {
        var (spec, arguments, environment) = Read(file);
        if (!arguments.Any(a => (string?)a == LocalOnly))
            arguments.Insert(arguments.TakeWhile(a => (string?)a != ConnectionFile).Count(), LocalOnly);
        environment.TryAdd(Collection, "0");
        spec["env"] = environment;
        return spec.ToJsonString(Layout) + "\n";
    }

    /// <summary>The file that .NET Interactive's own set-up would write, for the tool of a checkout's manifest.</summary>
    public static string New() => new JsonObject
    {
        ["argv"] = new JsonArray(
            "dotnet", "tool", "run", "dotnet-interactive", "--", "jupyter", "--default-kernel", "csharp", LocalOnly, ConnectionFile),
        ["display_name"] = ".NET (C#)",
        ["language"] = "C#",
        ["env"] = new JsonObject { [Collection] = "0" },
    }.ToJsonString(Layout) + "\n";

    // Its words for the program and its environment, which may have none.
    private static (JsonObject Spec, JsonArray Arguments, JsonObject Environment) Read(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            if (JsonSerializer.Deserialize<JsonNode>(stream) is JsonObject spec
                && spec["argv"] is JsonArray { Count: > 0 } arguments && arguments.All(a => a?.GetValueKind() == JsonValueKind.String)
                && spec["env"] is null or JsonObject)
                return (spec, arguments, spec["env"] as JsonObject ?? []);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException) // or a name that stands there twice
        {
            throw new InvalidDataException(NotAKernels(file), exception);
        }

        throw new InvalidDataException(NotAKernels(file));
    }

    private static string NotAKernels(string file) => $"{file} is not the JSON that tells Jupyter of a kernel: mend or delete it.";

    // https://docs.jupyter.org/en/latest/use/jupyter-directories.html, without those of a Python environment.
    private static IEnumerable<string> DataFolders() =>
    [
        .. (Environment.GetEnvironmentVariable("JUPYTER_PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        UserFolder,
        .. OperatingSystem.IsWindows()
            ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "jupyter")]
            : new[] { "/usr/local/share/jupyter", "/usr/share/jupyter" },
    ];

    private static string UserFolder =>
        Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR") is { Length: > 0 } named ? Path.GetFullPath(named)
        : OperatingSystem.IsMacOS() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "Library", "Jupyter")
        : Path.Combine(Environment.GetFolderPath(DataOfPrograms), "jupyter");

    // %APPDATA% on Windows; XDG_DATA_HOME, else ~/.local/share, on Linux.
    private static Environment.SpecialFolder DataOfPrograms =>
        OperatingSystem.IsWindows() ? Environment.SpecialFolder.ApplicationData : Environment.SpecialFolder.LocalApplicationData;
}
