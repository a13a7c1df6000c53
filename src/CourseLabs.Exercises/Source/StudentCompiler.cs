using System.Globalization;
using System.Text;
using CourseLabs.Matrices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using TorchSharp;

namespace CourseLabs.Exercises.Source;

/// <summary>
/// Compiles a student's file as text: no project, no analyzer, no unsafe code, and .NET, Matrices and TorchSharp alone to refer to. A member
/// that does not compile is left out, so that it costs its own task only.
/// </summary>
public static class StudentCompiler
{
    /// <summary>The name that an exercise's file has.</summary>
    public const string FileName = "Tasks.cs";

    /// <summary>
    /// What is used everywhere, as C#: what a project with ImplicitUsings has, and TorchSharp, so that <c>torch.rand(3)</c> is found.
    /// </summary>
    public const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using TorchSharp;

        """;

    private const string LeftOut = "{ throw null!; ";

    private static readonly CSharpParseOptions Language = new(LanguageVersion.Latest, DocumentationMode.None);

    private static readonly SyntaxTree Usings = CSharpSyntaxTree.ParseText(GlobalUsings, Language, encoding: Encoding.UTF8);

    private static readonly Lazy<MetadataReference[]> References = new(() => [.. FrameworkFiles()
        .Append(typeof(Matrix).Assembly.Location)
        .Append(typeof(torch).Assembly.Location)
        .Select(file => MetadataReference.CreateFromFile(file))]);

    /// <summary>Compiles a file.</summary>
    /// <param name="file">The student's file.</param>
    /// <param name="more">Assemblies to refer to beside; for tests.</param>
    public static StudentBuild Compile(SourceFile file, params IEnumerable<string> more)
    {
        ArgumentNullException.ThrowIfNull(file);
        var tree = Parse(file.Name, SourceText.From(file.Text, file.Encoding, SourceHashAlgorithm.Sha256));
        string[] notStarted = [.. Members(tree).Where(HasBlank).Select(NameOf).Distinct()];
        MetadataReference[] references = [.. References.Value, .. more.Select(path => MetadataReference.CreateFromFile(path))];
        var errors = new List<CompilerError>();
        while (true)
        {
            (var assembly, var symbols, var found) = Emit(tree, references);
            errors.AddRange(found.Select(d => Describe(d, tree)));
            if (found.Length == 0)
                return new(assembly, symbols, errors, notStarted);
            if (WithoutBodies(tree, [.. errors.Select(e => e.Member)]) is not { } smaller || errors.Any(e => e.Member is null))
                return new([], [], errors, notStarted);
            tree = smaller;
        }
    }

    /// <summary>The methods of a tree, also of one that does not compile.</summary>
    internal static IEnumerable<MethodDeclarationSyntax> Members(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes(n => n is not BaseMethodDeclarationSyntax).OfType<MethodDeclarationSyntax>();

    internal static string NameOf(MethodDeclarationSyntax method) => method.Identifier.ValueText;

    /// <summary>Whether the blank is still there: <c>throw new NotImplementedException();</c>.</summary>
    internal static bool HasBlank(MethodDeclarationSyntax method) => method.DescendantNodes().OfType<ObjectCreationExpressionSyntax>()
        .Any(o => o.Parent is ThrowStatementSyntax or ThrowExpressionSyntax && o.Type.ToString().EndsWith("NotImplementedException", StringComparison.Ordinal));

    internal static SyntaxTree Parse(string name, SourceText text) => CSharpSyntaxTree.ParseText(text, Language, name);

    private static (byte[] Assembly, byte[] Symbols, Diagnostic[] Errors) Emit(SyntaxTree tree, MetadataReference[] references)
    {
        // Debug: a line of the student's in every stack trace.
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Debug,
            nullableContextOptions: NullableContextOptions.Enable, deterministic: true);
        using MemoryStream assembly = new(), symbols = new();
        var result = CSharpCompilation.Create("Student", [Usings, tree], references, options)
            .Emit(assembly, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        Diagnostic[] errors = [.. result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).OrderBy(d => d.Location.SourceSpan.Start)];
        return (assembly.ToArray(), symbols.ToArray(), errors);
    }

    private static CompilerError Describe(Diagnostic diagnostic, SyntaxTree tree)
    {
        var place = diagnostic.Location.GetLineSpan().StartLinePosition;
        // An error at the very end of a body belongs to it too: a missing semicolon before the brace.
        var member = Members(tree).FirstOrDefault(m => BodyOf(m) is { } body && body.IntersectsWith(diagnostic.Location.SourceSpan));
        return new(member is null ? null : NameOf(member), tree.FilePath, place.Line + 1, place.Character + 1, diagnostic.Id,
            diagnostic.GetMessage(CultureInfo.InvariantCulture));
    }

    // The same file, line for line, whose members of these names throw. Null when that changes nothing.
    private static SyntaxTree? WithoutBodies(SyntaxTree tree, string?[] names)
    {
        var text = tree.GetText();
        TextChange[] changes = [.. Members(tree).Where(m => names.Contains(NameOf(m)))
            .Select(BodyOf).OfType<TextSpan>()
            .Where(body => !text.ToString(body).StartsWith(LeftOut, StringComparison.Ordinal))
            .Select(body => new TextChange(body, $"{LeftOut}{new string('\n', text.ToString(body).Count(c => c == '\n'))}}}"))];
        return changes.Length == 0 ? null : Parse(tree.FilePath, text.WithChanges(changes));
    }

    // { ... } or => ...;
    private static TextSpan? BodyOf(MethodDeclarationSyntax method) =>
        method.Body is { } block ? block.Span
        : method.ExpressionBody is { } expression ? TextSpan.FromBounds(expression.SpanStart, method.SemicolonToken.Span.End)
        : null;

    private static IEnumerable<string> FrameworkFiles()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return Directory.EnumerateFiles(folder, "*.dll").Where(file =>
            Path.GetFileName(file) is var name
            && (name.StartsWith("System.", StringComparison.Ordinal) || name is "mscorlib.dll" or "netstandard.dll" or "Microsoft.CSharp.dll")
            && IsManaged(file));
    }

    private static bool IsManaged(string file)
    {
        using var stream = File.OpenRead(file);
        using var pe = new System.Reflection.PortableExecutable.PEReader(stream);
        return pe.HasMetadata;
    }
}
