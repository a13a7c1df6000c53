using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CourseLabs.Exercises;
using CourseLabs.Exercises.Source;

namespace CourseLabs.Grading.Handouts;

/// <summary>
/// A repository for students: the stubs of some labs, what checks them, and nothing that answers a task. It is proved to be so before it is
/// written. The same checkout makes the same bytes.
/// </summary>
/// <param name="checkout">The checkout's folder.</param>
/// <param name="binaries">The folder of this program.</param>
public sealed class Handout(string checkout, string binaries)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>Makes the handout.</summary>
    /// <param name="exercises">Of which labs.</param>
    /// <param name="folder">Where; made, or empty.</param>
    /// <param name="zip">Whether FOLDER.zip is written too.</param>
    /// <exception cref="GradingException">It cannot be made, or would tell an answer; then nothing is written.</exception>
    public void Make(IReadOnlyList<Exercise> exercises, string folder, bool zip = false)
    {
        ArgumentNullException.ThrowIfNull(exercises);
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        RefuseWhatIsThere(folder, zip);
        HandoutLab[] labs = [.. exercises.Select(e => new HandoutLab(e, checkout)).OrderBy(l => l.Number, StringComparer.Ordinal)];
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        var part = $"{folder}.{Environment.ProcessId}.part";
        try
        {
            foreach ((var path, var bytes) in Files(labs))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(part, path))!);
                File.WriteAllBytes(Path.Combine(part, path), bytes);
            }

            var found = new HandoutProof(labs, new HandoutCompiler(binaries)).Findings(part);
            if (found.Count > 0)
                throw new GradingException($"Nothing is written, since the handout would give answers away:\n  {string.Join("\n  ", found.Take(10))}");
            if (zip)
                Zip(part, folder);
            if (Directory.Exists(folder))
                Directory.Delete(folder);
            Directory.Move(part, folder);
            if (zip)
                File.Move(part + ".zip", folder + ".zip");
        }
        finally
        {
            if (Directory.Exists(part))
                Directory.Delete(part, recursive: true);
            File.Delete(part + ".zip");
        }
    }

    /// <summary>All files of a handout, by path.</summary>
    internal SortedDictionary<string, byte[]> Files(IReadOnlyList<HandoutLab> labs)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var pins = new PackagePins(checkout);
        (var packages, var version) = PackagesOf(labs, pins);
        foreach ((var name, var bytes) in packages)
            files[$"packages/{name}.{version}.nupkg"] = bytes;

        var values = new Dictionary<string, string>
        {
            ["first"] = labs[0].Name,
            ["task"] = labs[0].Exercise.Checks[0].Id,
            ["interactive"] = ToolVersion("microsoft.dotnet-interactive"),
            ["labs"] = string.Join('\n', labs.Select(l => Row(l, Language.English))),
            ["labs.ko"] = string.Join('\n', labs.Select(l => Row(l, Language.Korean))),
        };
        foreach ((var path, var text) in Template.Once)
            Add(path, Template.Fill(text, values));
        Add("Directory.Packages.props", pins.Props(packages.Keys, version));
        Add("labs.slnx", Solution(labs));
        Add(".vscode/tasks.json", JsonSerializer.Serialize(VsCodeTasks(labs), Json) + "\n");
        Add(".vscode/launch.json", JsonSerializer.Serialize(Launch(labs), Json) + "\n");
        foreach (var file in new[] { "global.json", "Directory.Build.targets", "eng/OlderLinux.targets", "eng/Notebook.targets" })
            Add(file, File.ReadAllText(Path.Combine(checkout, file)).ReplaceLineEndings("\n"));
        foreach (var lab in labs)
            AddLab(lab);
        return files;

        void Add(string path, string text) => files[path] = Encoding.UTF8.GetBytes(text);

        void AddLab(HandoutLab lab)
        {
            var own = new Dictionary<string, string>
            {
                ["number"] = lab.Number,
                ["exercise"] = lab.Exercise.GetType().FullName!,
                ["tests"] = string.Join("\n\n", lab.Exercise.Checks.Select(c => Test(lab, c))),
            };
            foreach ((var path, var text) in Template.OfLab)
                Add(Template.Fill(path.Replace("lab/lab.", $"{lab.Name}/{lab.Name}.", StringComparison.Ordinal)
                    .Replace("lab.tests/lab.", $"{lab.Name}.tests/{lab.Name}.", StringComparison.Ordinal)
                    .Replace("lab/", $"{lab.Name}/", StringComparison.Ordinal)
                    .Replace("lab.tests/", $"{lab.Name}.tests/", StringComparison.Ordinal), own), Template.Fill(text, own));
            Add($"{lab.Name}/{StudentCompiler.FileName}", lab.Stub);
            Add($"{lab.Name}/README.md", lab.Readme(Language.English));
            Add($"{lab.Name}/README.ko.md", lab.Readme(Language.Korean));
            foreach (var file in new[] { "hints.md", "hints.ko.md" })
                Add($"{lab.Name}/{file}", HintsOnly(lab.Text(file)));
            foreach ((var language, var ending) in new[] { (Language.English, ""), (Language.Korean, ".ko") })
            {
                var notebook = new ExerciseNotebook(lab.Exercise, lab.Stub, language)
                {
                    Reference = $"../artifacts/notebook/{lab.Name}/CourseLabs.Checks.dll",
                    Build = "dotnet build",
                };
                Add($"{lab.Name}/{lab.Name}{ending}.ipynb", notebook.ToJson());
            }
        }
    }

    /// <summary>Hints without the sentences for the known mistakes: those come when the mistake is made.</summary>
    private static string HintsOnly(string text)
    {
        var keep = true;
        var lines = new List<string>();
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            keep = line.StartsWith("### ", StringComparison.Ordinal) ? false : line.StartsWith('#') || keep;
            if (keep)
                lines.Add(line);
        }

        return string.Join('\n', lines).TrimEnd('\n') + "\n";
    }

    // As the checkout's own manifest has it, so that a notebook runs there as here.
    private string ToolVersion(string tool)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(checkout, ".config", "dotnet-tools.json")));
        return manifest.RootElement.GetProperty("tools").GetProperty(tool).GetProperty("version").GetString()!;
    }

    private (SortedDictionary<string, byte[]> Packages, string Version) PackagesOf(IReadOnlyList<HandoutLab> labs, PackagePins pins)
    {
        var torchSharp = pins.Oldest("TorchSharp");
        var torch = ("TorchSharp", torchSharp.ToString());
        byte[] Built(string name) => CleanAssembly.Of(File.ReadAllBytes(Path.Combine(binaries, name + ".dll")), torchSharp);
        var shared = Directory.EnumerateFiles(Path.Combine(checkout, "labs", "CourseLabs.Checks"), "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText);
        byte[] matrices = Built("CourseLabs.Matrices"), exercises = Built("CourseLabs.Exercises"), tensors = Built("CourseLabs.Tensors");
        var checks = CleanAssembly.Of(new HandoutCompiler(binaries).Checks(labs, shared), torchSharp);

        // Another version for other contents: NuGet's cache holds what it once unpacked.
        var hash = SHA256.HashData([.. matrices, .. exercises, .. tensors, .. checks]);
        var version = $"1.0.0-h{Convert.ToHexStringLower(hash)[..12]}";
        (string, string) Ours(string name) => (name, $"[{version}]");
        return (new(StringComparer.Ordinal)
        {
            ["CourseLabs.Matrices"] = Packages.Make("CourseLabs.Matrices", version, matrices, ("System.Numerics.Tensors", pins.Oldest("System.Numerics.Tensors").ToString())),
            ["CourseLabs.Tensors"] = Packages.Make("CourseLabs.Tensors", version, tensors, Ours("CourseLabs.Matrices"), torch),
            ["CourseLabs.Exercises"] = Packages.Make("CourseLabs.Exercises", version, exercises, Ours("CourseLabs.Matrices"), torch,
                ("Microsoft.CodeAnalysis.CSharp", pins.Oldest("Microsoft.CodeAnalysis.CSharp").ToString())),
            ["CourseLabs.Checks"] = Packages.Make("CourseLabs.Checks", version, checks, Ours("CourseLabs.Exercises"), Ours("CourseLabs.Tensors")),
        }, version);
    }

    private static string Row(HandoutLab lab, Language language)
    {
        var page = language == Language.Korean ? "README.ko.md" : "README.md";
        return $"| [{lab.Name}]({lab.Name}/{page}) | {lab.Title(language)} | {lab.Exercise.Checks.Sum(c => c.Points)} |";
    }

    private static string Test(HandoutLab lab, Check check)
    {
        var title = $"{check.Id} {lab.Exercise.HintsFor(check.Id, Language.English).Title}";
        return $"    [Fact(DisplayName = {JsonSerializer.Serialize(title, Json)})]\n"
            + $"    public void Task_{check.Id.Replace('.', '_')}_{check.Member}() => IsSolved(\"{check.Id}\");";
    }

    private static string Solution(IReadOnlyList<HandoutLab> labs)
    {
        var projects = labs.SelectMany(l => new[] { $"{l.Name}/{l.Name}.csproj", $"{l.Name}.tests/{l.Name}.tests.csproj" });
        return $"<Solution>\n{string.Concat(projects.Select(p => $"  <Project Path=\"{p}\" />\n"))}</Solution>\n";
    }

    private static object VsCodeTasks(IReadOnlyList<HandoutLab> labs)
    {
        object Dotnet(string label, params string[] args) => new
        {
            label, type = "process", command = "dotnet", args, problemMatcher = "$msCompile", group = args[0] == "build" ? "build" : "test",
        };
        return new
        {
            version = "2.0.0",
            tasks = labs.SelectMany(l => new[]
            {
                Dotnet($"check {l.Name}", "run", "--project", l.Name), Dotnet($"watch {l.Name}", "watch", "--project", l.Name),
            }).Prepend(Dotnet("build", "build")).Append(Dotnet("test", "test")),
        };
    }

    private static object Launch(IReadOnlyList<HandoutLab> labs) => new
    {
        version = "0.2.0",
        configurations = labs.Select(l => new
        {
            name = $"Debug {l.Name}/Tasks.cs",
            type = "coreclr",
            request = "launch",
            preLaunchTask = "build",
            program = $"${{workspaceFolder}}/artifacts/bin/{l.Name}/debug/{l.Name}.dll",
            cwd = $"${{workspaceFolder}}/{l.Name}",
            console = "integratedTerminal",
        }),
    };

    private static void RefuseWhatIsThere(string folder, bool zip)
    {
        if (File.Exists(folder))
            throw new GradingException($"{folder} is a file: name a folder by --out.");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new GradingException($"The folder {folder} is not empty: name another one by --out, or remove it.");
        if (zip && File.Exists(folder + ".zip"))
            throw new GradingException($"The file {folder}.zip is there already: remove it, or name another folder by --out.");
    }

    private static void Zip(string part, string folder)
    {
        using var zip = ZipFile.Open(part + ".zip", ZipArchiveMode.Create);
        foreach (var file in Directory.EnumerateFiles(part, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(part, f).Replace('\\', '/')).Order(StringComparer.Ordinal))
        {
            var entry = zip.CreateEntry($"{Path.GetFileName(folder)}/{file}");
            entry.LastWriteTime = Packages.DeterministicTime;
            entry.ExternalAttributes = 0x81A4 << 16; // a plain file that its owner may write
            using var stream = entry.Open();
            stream.Write(File.ReadAllBytes(Path.Combine(part, file)));
        }
    }
}
