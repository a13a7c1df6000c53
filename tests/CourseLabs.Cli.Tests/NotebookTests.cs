using System.Text.Json;

namespace CourseLabs.Cli.Tests;

/// <summary><c>labs notebook run|check</c>: what it writes and, of what cannot be run to its end, does not write.</summary>
public sealed class NotebookTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("courselabs-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_notebook_runs_is_written_and_checked()
    {
        var path = Save("X.ipynb", "double one = 1;\nConsole.WriteLine(\"<printed>\");", "one + 0.5");

        LabsRun.Says(ExitCode.Ok, $"notebook run {path} --out {path}", "code cell 2");
        LabsRun.Says(ExitCode.Ok, $"notebook check {path}", "its outputs are those of today");

        File.WriteAllText(path, File.ReadAllText(path).Replace("1.5", "1.6", StringComparison.Ordinal));
        LabsRun.Says(ExitCode.FellShort, $"notebook check {path}", "code cell 2: ", "1.6", "is now", "1.5");
        Assert.Single(Directory.GetFiles(folder));
    }

    [Fact]
    public void A_failed_cell_is_shown_with_its_line_and_leaves_the_file_alone()
    {
        var path = Save("X.ipynb", "1", "\nint.Parse(\"one\")", "2");
        File.WriteAllText(Of("Y.ipynb"), "as it was");

        var said = LabsRun.Says(ExitCode.FellShort, $"notebook run {path} --out {Of("Y.ipynb")}", "code cell 2: System.FormatException", "nothing was written");
        Assert.DoesNotContain("code cell 3", said, StringComparison.Ordinal);
        Assert.Equal("as it was", File.ReadAllText(Of("Y.ipynb")));

        LabsRun.Says(ExitCode.FellShort, $"notebook run {path} --out {Of("Y.ipynb")} --keep-going", "code cell 3");
        Assert.Contains("FormatException", File.ReadAllText(Of("Y.ipynb")), StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(folder).Length);
    }

    [Fact]
    public void Of_a_notebook_that_stops_on_the_way_the_outputs_are_kept_where_it_is_to_keep_going()
    {
        var path = Save("X.ipynb", "Console.WriteLine(\"printed \" + 1);", "Environment.Exit(7);", "1");

        LabsRun.Says(ExitCode.FellShort, $"notebook run {path} --out {Of("Y.ipynb")}", "ended the process (exit code 7)", "nothing was written");
        Assert.Equal([path], Directory.GetFiles(folder));

        LabsRun.Says(ExitCode.FellShort, $"notebook run {path} --out {Of("Y.ipynb")} --keep-going", "ended the process (exit code 7)");
        var kept = File.ReadAllText(Of("Y.ipynb"));
        Assert.Contains("printed 1", kept, StringComparison.Ordinal);
        Assert.Contains("exit code 7", kept, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("while (true) { }", "The cell did not end within 2 s and was stopped")]
    [InlineData("#r \"no/CourseLabs.Labs.dll\"", "no/CourseLabs.Labs.dll")]
    [InlineData("#!fsharp", "#!fsharp")]
    public void Why_a_cell_failed_is_told_in_a_line(string code, string says) =>
        LabsRun.Says(ExitCode.FellShort, $"notebook run {Save("X.ipynb", code, "1")} --timeout 2", says);

    [Theory]
    [InlineData("no JSON", "X.ipynb is not a valid notebook: line 1: ")]
    [InlineData("{\n \"nbformat\": 4,\n \"cells\": [}\n", "X.ipynb is not a valid notebook: line 3: ")]
    [InlineData("{}", "X.ipynb is JSON, but not a Jupyter notebook")]
    [InlineData("""{"nbformat":4,"cells":[],"metadata":{"kernelspec":{"name":"python3","language":"python"}}}""", "X.ipynb is for the kernel python3")]
    public void What_is_no_CSharp_notebook_is_told_in_a_sentence(string text, string says)
    {
        File.WriteAllText(Of("X.ipynb"), text);

        var said = LabsRun.Says(ExitCode.WrongUse, $"notebook run {Of("X.ipynb")} --out {Of("Y.ipynb")}", says);

        Assert.Single(said.TrimEnd().Split('\n'));
        Assert.Single(Directory.GetFiles(folder));
    }

    [Theory]
    [InlineData("notebook run", "Required argument 'NOTEBOOK' missing")]
    [InlineData("notebook run no.ipynb", "no.ipynb")]
    [InlineData("notebook run X.ipynb --timeout -1", "--timeout takes a number above 0 and below 1000000, not \"-1\".")]
    [InlineData("notebook check X.ipynb --tolerance NaN", "--tolerance takes a number above 0 and below 1000000, not \"NaN\".")]
    [InlineData("notebook check no.ipynb", "no.ipynb")]
    public void Wrong_use_is_told_in_a_sentence(string command, string says) => LabsRun.Says(ExitCode.WrongUse, command, says);

    [Fact]
    public void A_place_that_cannot_be_written_is_told_before_any_cell_runs()
    {
        var path = Save("X.ipynb", "File.WriteAllText(\"ran\", \"\");");

        LabsRun.Says(ExitCode.WrongUse, $"notebook run {path} --out {folder}", "Cannot write to", "is a folder");
        LabsRun.Says(ExitCode.WrongUse, $"notebook run {path} --out {Path.Combine(path, "below.ipynb")}", "Cannot write to");

        Assert.Equal([path], Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void A_notebook_in_another_encoding_is_told_and_left_alone()
    {
        var path = Save("X.ipynb", "\"cell\"");
        var cp949 = File.ReadAllBytes(path);
        "\u00b0\u00a1".Select(c => (byte)c).ToArray().CopyTo(cp949, cp949.AsSpan().IndexOf("ll"u8)); // a syllable
        File.WriteAllBytes(path, cp949);

        LabsRun.Says(ExitCode.WrongUse, $"notebook run {path} --out {path}", "X.ipynb is not in UTF-8, as a notebook must be.");

        Assert.Equal(cp949, File.ReadAllBytes(path));
    }

    [Fact]
    public void Alone_it_explains_itself() => LabsRun.Says(ExitCode.Ok, "notebook", "run <NOTEBOOK>", "check <NOTEBOOKS>");

    private string Of(string name) => Path.Combine(folder, name);

    private string Save(string name, params string[] cells)
    {
        var code = cells.Select((source, i) => new { cell_type = "code", id = $"c{i}", metadata = new { }, execution_count = (int?)null, outputs = Array.Empty<int>(), source });
        File.WriteAllText(Of(name), JsonSerializer.Serialize(new { cells = code, metadata = new { }, nbformat = 4, nbformat_minor = 5 }));
        return Of(name);
    }
}
