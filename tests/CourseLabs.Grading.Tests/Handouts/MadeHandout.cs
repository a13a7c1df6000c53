using System.IO.Compression;
using CourseLabs.Checks;
using CourseLabs.Exercises;
using CourseLabs.Grading.Handouts;
using CourseLabs.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace CourseLabs.Grading.Tests.Handouts;

/// <summary>A handout of lab 03 in a folder of a test's own, with what a test plants in it.</summary>
internal sealed class MadeHandout : IDisposable
{
    public static readonly Exercise Exercise = Exercise.AllIn(typeof(Lab03).Assembly).Single(e => e.Number == "03");

    public static readonly HandoutLab Lab = new(Exercise, Checkout.Root);

    public static readonly Handout Maker = new(Checkout.Root, AppContext.BaseDirectory);

    // Made once; every test gets its copy.
    private static readonly Lazy<SortedDictionary<string, byte[]>> Files = new(() => Maker.Files([Lab]));
    private static readonly Lazy<HandoutProof> Proof = new(() => new([Lab], new HandoutCompiler(AppContext.BaseDirectory)));

    private readonly Folder folder = new();

    public MadeHandout()
    {
        foreach ((var path, var bytes) in Files.Value)
            Write(path, bytes);
    }

    public string Folder => folder.Path;

    public string this[string path] => folder[path];

    public IReadOnlyList<string> Findings => Proof.Value.Findings(folder.Path);

    public string Package(string name) => Directory.GetFiles(folder["packages"], $"{name}.*.nupkg").Single();

    public void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[path])!);
        File.WriteAllBytes(folder[path], bytes);
    }

    public void Append(string path, string text) => File.AppendAllText(folder[path], text);

    public void Replace(string path, string old, string @new)
    {
        var text = File.ReadAllText(folder[path]);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(folder[path], text.Replace(old, @new, StringComparison.Ordinal));
    }

    public void IntoPackage(string package, string entry, byte[] bytes)
    {
        using var zip = ZipFile.Open(Package(package), ZipArchiveMode.Update);
        zip.GetEntry(entry)?.Delete();
        using var stream = zip.CreateEntry(entry).Open();
        stream.Write(bytes);
    }

    /// <summary>An assembly in the place of the checks.</summary>
    public void AsChecks(byte[] assembly) => IntoPackage("CourseLabs.Checks", "lib/net10.0/CourseLabs.Checks.dll", assembly);

    public static byte[] Compiled(
        string name, string source, OptimizationLevel level = OptimizationLevel.Release, byte[]? reference = null, EmitOptions? options = null,
        params IEnumerable<ResourceDescription> resources)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(f => (MetadataReference)MetadataReference.CreateFromFile(f));
        var tree = CSharpSyntaxTree.ParseText(source, encoding: System.Text.Encoding.UTF8);
        using var stream = new MemoryStream();
        var result = CSharpCompilation.Create(name, [tree], reference is null ? references : references.Append(MetadataReference.CreateFromImage(reference)),
            new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: level)).Emit(stream, options: options, manifestResources: resources);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return stream.ToArray();
    }

    public void Dispose() => folder.Dispose();
}
