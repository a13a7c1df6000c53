using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CourseLabs.Exercises.Source;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace CourseLabs.Grading.Handouts;

/// <summary>
/// Reads a finished handout, the packages in it too, and finds what would answer a task: statements of a solution, an assembly that is none
/// of the four, a method that does what a solution does, files that show the sources of ours, a notebook's outputs, a seed of grading.
/// </summary>
internal sealed partial class HandoutProof
{
    private static readonly string[] Assemblies = ["CourseLabs.Checks", "CourseLabs.Exercises", "CourseLabs.Matrices", "CourseLabs.Tensors"];

    private static readonly string[] Texts =
        [".cs", ".csproj", ".slnx", ".props", ".targets", ".config", ".json", ".md", ".ipynb", ".yml", ".gitignore", ".gitattributes", ".nuspec", ".rels", ".psmdcp"];

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly (string Task, string Tokens)[] answers;
    private readonly Dictionary<string, string> signatures = []; // of the tasks' methods: name(types) -> task
    private readonly Dictionary<string, string> bodies = []; // of the solutions -> task

    /// <summary>Takes up what must not be found.</summary>
    /// <param name="labs">The labs that are handed out.</param>
    /// <param name="compiler">Compiles their solutions.</param>
    public HandoutProof(IReadOnlyList<HandoutLab> labs, HandoutCompiler compiler)
    {
        answers = [.. HandoutTokens.Answers(labs)];
        foreach (var lab in labs)
        {
            var debug = StudentCompiler.Compile(new(StudentCompiler.FileName, lab.Solved)).Assembly;
            foreach (var image in new[] { debug, compiler.Solutions(lab) })
            {
                using var assembly = AssemblyDefinition.ReadAssembly(new MemoryStream(image));
                foreach (var check in lab.Exercise.Checks)
                {
                    var method = MethodBodies.All(assembly).Single(m => m.Name == check.Member && m.IsPublic);
                    signatures[Signature(method)] = $"{check.Id} {check.Member}";
                    if (MethodBodies.Of(method) is { Length: > 0 } body)
                        bodies[body] = $"{check.Id} {check.Member}";
                }
            }
        }
    }

    /// <summary>What was found, a sentence each; nothing where the handout answers nothing.</summary>
    /// <param name="folder">The handout.</param>
    public IReadOnlyList<string> Findings(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal).SelectMany(path => OfFile(path, File.ReadAllBytes(Path.Combine(folder, path)))),
    ];

    private IEnumerable<string> OfFile(string path, byte[] bytes)
    {
        var ending = Path.GetExtension(path);
        if (ending == ".nupkg" && !path.Contains('!', StringComparison.Ordinal))
            return OfPackage(path, bytes);
        if (ending == ".dll" || bytes.AsSpan().StartsWith("MZ"u8))
            return OfAssembly(path, bytes);
        if (Path.GetFileName(path) == "run.json" || path.Contains(".results/", StringComparison.Ordinal))
            return [$"{path} is of a grading run: it has the seed."];
        // Of XML files those alone that a package always has: documentation shows what the sources say.
        if (!Texts.Contains(ending) && !path.EndsWith(".nupkg![Content_Types].xml", StringComparison.Ordinal))
            return [$"{path} is of no kind that a handout has."];
        try
        {
            return OfText(path, Utf8.GetString(bytes));
        }
        catch (ArgumentException)
        {
            return [$"{path} is no text in UTF-8."];
        }
    }

    private List<string> OfPackage(string path, byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var found = new List<string>();
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open())
                stream.CopyTo(content);
            found.AddRange(OfFile($"{path}!{entry.FullName}", content.ToArray()));
        }

        return found;
    }

    private IEnumerable<string> OfText(string path, string text)
    {
        if (text.Contains("BEGIN SOLUTION", StringComparison.Ordinal))
            yield return $"{path} has the mark BEGIN SOLUTION.";
        string[] views = [.. HandoutTokens.Views(text)];
        foreach (var task in answers.Where(a => views.Any(v => v.Contains(a.Tokens, StringComparison.Ordinal))).Select(a => a.Task).Distinct())
            yield return $"{path} has statements of the solution of task {task}.";
        if (Seed().Match(text) is { Success: true } seed)
            yield return $"{path} has what looks like a seed of grading: {seed.Value}";
        if (path.EndsWith(".ipynb", StringComparison.Ordinal) && HasOutputs(text))
            yield return $"{path} has outputs.";
    }

    private List<string> OfAssembly(string path, byte[] bytes)
    {
        var found = new List<string>();
        try
        {
            using var assembly = AssemblyDefinition.ReadAssembly(new MemoryStream(bytes));
            if (!Assemblies.Contains(assembly.Name.Name))
                found.Add($"{path} is the assembly {assembly.Name.Name}, which no handout has.");
            found.AddRange(assembly.Modules.SelectMany(m => m.AssemblyReferences)
                .Where(r => r.Name.StartsWith("CourseLabs.", StringComparison.Ordinal) && !Assemblies.Contains(r.Name))
                .Select(r => $"{path} refers to {r.Name}, which no handout has."));
            if (assembly.MainModule.HasDebugHeader && assembly.MainModule.GetDebugHeader().Entries.Any(e => e.Directory.Type
                is ImageDebugType.CodeView or ImageDebugType.EmbeddedPortablePdb))
                found.Add($"{path} names or has a PDB file.");
            foreach (var method in MethodBodies.All(assembly))
            {
                if (signatures.TryGetValue(Signature(method), out var task))
                    found.Add($"{path} has a method {method.FullName}: it has the name and the parameters of task {task}.");
                else if (MethodBodies.Of(method) is { Length: > 0 } body && bodies.TryGetValue(body, out task))
                    found.Add($"{path} has a method {method.FullName} that does what the solution of task {task} does.");
            }

            foreach (var resource in assembly.MainModule.Resources.OfType<EmbeddedResource>())
                found.AddRange(OfFile($"{path}!{resource.Name}", resource.GetResourceData()));
            var strings = MethodBodies.All(assembly).Where(m => m.HasBody).SelectMany(m => m.Body.Instructions).Where(i => i.OpCode == OpCodes.Ldstr);
            found.AddRange(OfText($"{path} (its strings)", string.Join('\n', strings.Select(i => (string)i.Operand).Where(s => !IsOfOurTools(s)))));
        }
        catch (BadImageFormatException)
        {
            found.Add($"{path} is no assembly.");
        }

        return found;
    }

    // TaskFile in CourseLabs.Exercises looks for the marks by their names.
    private static bool IsOfOurTools(string text) => text is TaskFile.Begin or "// END SOLUTION";

    // "OneHot(Tensor,int)"; of a local function the name that it was given: <M>g__OneHot|0_1.
    private static string Signature(MethodReference method)
    {
        var name = LocalFunction().Match(method.Name) is { Success: true } local ? local.Groups[1].Value : method.Name;
        return $"{name}({string.Join(',', method.Parameters.Select(p => p.ParameterType.FullName))})";
    }

    private static bool HasOutputs(string text)
    {
        try
        {
            using var notebook = JsonDocument.Parse(text);
            return notebook.RootElement.GetProperty("cells").EnumerateArray().Any(cell =>
                (cell.TryGetProperty("outputs", out var outputs) && outputs.GetArrayLength() > 0)
                || (cell.TryGetProperty("execution_count", out var count) && count.ValueKind != JsonValueKind.Null));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return true; // what cannot be read is not proved to have none
        }
    }

    // "seed": 123456789, --seed 123456789: a student's own are 0 or small.
    [GeneratedRegex(@"\bseed\b[""']?\s*[:= ]\s*-?[1-9]\d{4,}", RegexOptions.IgnoreCase)]
    private static partial Regex Seed();

    [GeneratedRegex(@"g__(\w+)\|")]
    private static partial Regex LocalFunction();
}
