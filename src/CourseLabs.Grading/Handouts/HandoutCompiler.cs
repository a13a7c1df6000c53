using System.Text;
using CourseLabs.Exercises.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CourseLabs.Grading.Handouts;

/// <summary>Compiles the chosen labs' checks anew, so that a handout's CourseLabs.Checks.dll knows no other lab.</summary>
/// <param name="binaries">The folder of this program, which has the assemblies to refer to.</param>
internal sealed class HandoutCompiler(string binaries)
{
    private static readonly CSharpParseOptions Language = new(LanguageVersion.Latest, DocumentationMode.None);

    /// <summary>CourseLabs.Checks.dll of some labs, with their hints and stubs.</summary>
    public byte[] Checks(IReadOnlyList<HandoutLab> labs, IEnumerable<string> shared)
    {
        var resources = labs.SelectMany(lab => new[] { ("hints.md", lab.Text("hints.md")), ("hints.ko.md", lab.Text("hints.ko.md")), (StudentCompiler.FileName, lab.Stub) }
            .Select(file => new ResourceDescription($"{lab.Exercise.Lab}/exercise/{file.Item1}", () => new MemoryStream(Encoding.UTF8.GetBytes(file.Item2)), isPublic: true)));
        return Compile("CourseLabs.Checks", [.. labs.Select(lab => lab.Text("Checks.cs")), .. shared], resources, "CourseLabs.Exercises.dll", "CourseLabs.Tensors.dll");
    }

    /// <summary>A lab's solutions, optimized, for comparison with what is handed out.</summary>
    public byte[] Solutions(HandoutLab lab) => Compile("Solutions", [lab.Solved], []);

    private byte[] Compile(string name, IEnumerable<string> sources, IEnumerable<ResourceDescription> resources, params IEnumerable<string> more)
    {
        var usings = StudentCompiler.GlobalUsings + "[assembly: System.Runtime.Versioning.TargetFramework(\".NETCoreApp,Version=v10.0\")]\n";
        var trees = sources.Prepend(usings).Select(text => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), Language));
        var references = more.Append("CourseLabs.Matrices.dll").Append("TorchSharp.dll").Select(file => Path.Combine(binaries, file)).Concat(Framework())
            .Select(file => MetadataReference.CreateFromFile(file));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release,
            nullableContextOptions: NullableContextOptions.Enable, deterministic: true);
        using var assembly = new MemoryStream();
        var result = CSharpCompilation.Create(name, trees, references, options).Emit(assembly, manifestResources: resources);
        if (result.Diagnostics.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) is { } error)
            throw new GradingException($"{name} of these labs alone does not compile: {error}");
        return assembly.ToArray();
    }

    // The reference assemblies, as a project has them: what is compiled against the runtime's own names System.Private.CoreLib.
    private static IEnumerable<string> Framework()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var packs = Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        var folder = Directory.Exists(packs)
            ? Directory.GetDirectories(packs, "10.*").Select(d => Path.Combine(d, "ref", "net10.0")).Where(Directory.Exists).Order(StringComparer.Ordinal).LastOrDefault()
            : null;
        return folder is null
            ? throw new GradingException($"{packs} has no reference assemblies of .NET 10: a handout is made where the .NET SDK is.")
            : Directory.EnumerateFiles(folder, "*.dll").Order(StringComparer.Ordinal);
    }
}
