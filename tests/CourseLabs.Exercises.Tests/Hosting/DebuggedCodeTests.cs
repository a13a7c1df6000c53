using System.Reflection.Metadata;
using System.Security.Cryptography;
using System.Text;
using CourseLabs.Exercises.Hosting;
using CourseLabs.Exercises.Judging;
using CourseLabs.Exercises.Source;
using CourseLabs.Exercises.Tests.Gate;

namespace CourseLabs.Exercises.Tests.Hosting;

/// <summary>What a debugger needs of the file that it steps through.</summary>
public sealed class DebuggedCodeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("courselabs-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(false, "\n")]
    [InlineData(true, "\n")]
    [InlineData(false, "\r\n")]
    public void The_symbols_name_the_file_and_have_its_hash(bool mark, string newLine)
    {
        var path = Path.Combine(folder, StudentCompiler.FileName);
        var text = Lab.Text(Lab.Find("03-backpropagation"), StudentCompiler.FileName).ReplaceLineEndings(newLine);
        File.WriteAllText(path, text, new UTF8Encoding(mark));

        using var code = InProcessCode.OfFile(path);

        using var symbols = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(code.Build.Symbols));
        var reader = symbols.GetMetadataReader();
        var document = reader.Documents.Select(reader.GetDocument).Single(d => reader.GetString(d.Name) == path);
        Assert.Equal(SHA256.HashData(File.ReadAllBytes(path)), reader.GetBlobBytes(document.Hash));
        Assert.True(new Judge(Lab.Find("03-backpropagation")).Of(Lab.FindTask("3.2").Check, code).Passed);
    }

    [Fact]
    public void A_file_that_does_not_compile_costs_its_own_tasks_here_too()
    {
        var path = Path.Combine(folder, StudentCompiler.FileName);
        var text = Lab.Text(Lab.Find("03-backpropagation"), StudentCompiler.FileName);
        File.WriteAllText(path, text.Replace("/ (2 * h);", "/ (2 * h;", StringComparison.Ordinal));

        using var code = InProcessCode.OfFile(path);

        var judge = new Judge(Lab.Find("03-backpropagation"));
        Assert.Equal(VerdictKind.DoesNotCompile, judge.Of(Lab.FindTask("3.2").Check, code).Kind);
        Assert.True(judge.Of(Lab.FindTask("3.9").Check, code).Passed);
    }
}
