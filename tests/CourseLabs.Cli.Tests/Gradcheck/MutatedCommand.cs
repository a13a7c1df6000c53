using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CourseLabs.Cli.Tests.Gradcheck;

/// <summary>The labs command over hand-written code with one mistake in it: CourseLabs.Backprop compiled anew in memory, the rest as it is.</summary>
internal sealed class MutatedCommand : AssemblyLoadContext
{
    // What is not among these is shared with the tests: TorchSharp, the parser of the command line.
    private static readonly string[] Own = ["labs", "CourseLabs.Labs", "CourseLabs.Torch"];
    private static readonly CSharpParseOptions Language = new(LanguageVersion.Latest);
    // src/Display is compiled into each assembly whose objects a notebook shows: see src/Display/Display.props.
    private static readonly Dictionary<string, SyntaxTree> Source = new[] { "CourseLabs.Backprop", "Display" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(SourceFolder(), folder), "*.cs", SearchOption.AllDirectories))
        .ToDictionary(file => file, file => Parse(File.ReadAllText(file)));
    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file) != "CourseLabs.Backprop.dll")
            .Select(file => MetadataReference.CreateFromFile(file))];

    private readonly Assembly backprop;

    /// <summary>The command after one replacement in one file; without a mistake if <paramref name="file"/> is null.</summary>
    public MutatedCommand(string? file = null, string right = "", string wrong = "")
        : base(isCollectible: true)
    {
        // What the SDK adds by itself: ImplicitUsings.
        string[] implicitUsings = ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading", "System.Threading.Tasks"];
        var trees = new Dictionary<string, SyntaxTree>(Source)
        {
            ["usings"] = Parse(string.Concat(implicitUsings.Select(name => $"global using {name};\n"))),
        };
        if (file is not null)
        {
            var (path, tree) = Source.Single(entry => Path.GetFileName(entry.Key) == file);
            var parts = tree.ToString().Split(right);
            Assert.True(parts.Length == 2, $"{file} has {parts.Length - 1} times: {right}");
            trees[path] = Parse(string.Join(wrong, parts));
        }

        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);
        using var stream = new MemoryStream();
        var result = CSharpCompilation.Create("CourseLabs.Backprop", trees.Values, References, options).Emit(stream);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        stream.Position = 0;
        backprop = LoadFromStream(stream);
    }

    /// <summary>What the command ends with and prints.</summary>
    public (int Code, string Printed) Run(string command)
    {
        using var output = new StringWriter();
        var labs = LoadFromAssemblyName(new("labs"));
        var terminal = Activator.CreateInstance(labs.GetType(typeof(Terminal).FullName!)!, output, output);
        var run = labs.GetType(typeof(App).FullName!)!.GetMethod(nameof(App.Run))!;
        var code = (int)run.Invoke(null, [command.Split(' '), terminal, null])!;
        return (code, output.ToString());
    }

    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name == "CourseLabs.Backprop" ? backprop
        : Own.Contains(assemblyName.Name) ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, assemblyName.Name + ".dll"))
        : null;

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, Language);

    private static string SourceFolder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src"));
}
