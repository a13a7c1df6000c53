using System.Text.Json;
using Microsoft.DotNet.Interactive.Documents;

namespace CourseLabs.Notebooks.Tests;

/// <summary>Cells in a process of their own: what they show, and what they can do to it.</summary>
public sealed class NotebookRunTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(2); // for a busy machine

    [Fact]
    public async Task State_output_and_errors_come_back_in_order()
    {
        var shown = await Run(
            "int one = 1;\nConsole.WriteLine(\"a\"); display(one.ToString()); Console.WriteLine(\"b\");\n$\"{one + 2}\"",
            "display(\"once\")",
            "Console.Error.Write(\"e\"); Console.Write(\"no newline\");",
            "one.ToString();\nmissing",
            "Console.WriteLine(\"before\");\nthrow new InvalidOperationException(\"x\");",
            "await Task.FromResult($\"{one}\")",
            "Console.ReadLine();");

        Assert.Equal(
            [
                "stdout: a\n", "shown text/plain: 1", "stdout: b\n", "result text/plain: 3",
                "shown text/plain: once",
                "stderr: e", "stdout: no newline",
                "failed: (2,1): error CS0103: The name 'missing' does not exist in the current context",
                "stdout: before\n", "failed: System.InvalidOperationException: x",
                "result text/plain: 1",
            ],
            shown);
    }

    [Fact]
    public async Task It_loads_the_labs_that_r_names_and_no_others()
    {
        var shown = await Run(
            "#r \"../artifacts/notebook/CourseLabs.Labs.dll\"",
            "using static TorchSharp.torch;\nvar of = new CourseLabs.Labs.RegressionExample();\n$\"{ones(2, 3).sum().item<float>()}\"",
            """
            string.Join("|", AppDomain.CurrentDomain.GetAssemblies().Where(a => !a.IsDynamic)
                .Where(a => a.GetName().Name.StartsWith("CourseLabs") || a.GetName().Name.Contains("Torch")).Select(a => a.Location))
            """);

        Assert.Equal("result text/plain: 6", shown[0]);
        string[] loaded = [.. shown[1].Split(": ", 2)[1].Split('|').Where(l => Path.GetFileName(l) != "CourseLabs.Notebooks.dll")];
        Assert.Contains(loaded, l => Path.GetFileName(l) == "CourseLabs.Labs.dll");
        Assert.All(loaded, l => Assert.Equal(Path.Combine(Checkout.Root, "artifacts", "notebook"), Path.GetDirectoryName(l)));
    }

    [Fact]
    public async Task No_call_of_TorchSharp_prints_a_warning()
    {
        var shown = await Run(
            "#r \"../artifacts/notebook/CourseLabs.Labs.dll\"",
            "using static TorchSharp.torch;\nvar x = tensor(new[] { 1.0 }); var y = tensor(1.5) * 2; x.add(1, 2); full(2, 0.5).fill_(3); x = x.pow(2) + 1;");

        Assert.Empty(shown); // CS1701, where the notebooks' TorchSharp.dll is the package's own
    }

    [Theory]
    [InlineData("while (true) { }", "The cell did not end within 1 s and was stopped", 1)]
    [InlineData("new System.Threading.Thread(() => { while (true) { } }).Start(); await Task.Delay(-1);", "The cell did not end within 1 s", 1)]
    [InlineData("while (true) Console.WriteLine(new string('x', 1000));", "The cell printed more than 1,000,000 characters and was stopped")]
    [InlineData("Environment.Exit(3);", "The cell ended the process (exit code 3)")]
    [InlineData("Environment.FailFast(\"on purpose\");", "Process terminated.")]
    [InlineData("void Deep() { Deep(); Deep(); }\nDeep();", "Stack overflow.")]
    [InlineData("var list = new List<object>(); list.Add(list); list", "Stack overflow.")]
    public async Task A_cell_that_takes_its_process_along_says_why(string code, string says, int timeout = 120)
    {
        using var process = new CellProcess(Checkout.Notebooks);
        await process.RunAsync("1", new CellOutputs(1), Long, CancellationToken.None);

        var outputs = new CellOutputs(2);
        await process.RunAsync(code, outputs, TimeSpan.FromSeconds(timeout), CancellationToken.None);

        Assert.True(process.IsLost);
        Assert.Contains(says, outputs.Failure, StringComparison.Ordinal);
        Assert.Contains("what the cells had made is gone", outputs.Failure, StringComparison.Ordinal);
        Assert.True(outputs.All().OfType<TextElement>().Sum(t => t.Text.Length) <= CellOutputs.Longest);
    }

    [Fact]
    public async Task What_came_before_a_cell_that_ends_the_process_is_kept_and_what_comes_after_does_not_run()
    {
        var shown = await Run("Console.Write(\"before\");", "Console.Write(\"last\"); Environment.Exit(3);", "Console.Write(\"after\");");

        Assert.Equal(["stdout: before", "stdout: last", "failed: The cell ended the process (exit code 3), and what the cells had made is gone."], shown);
    }

    // TorchSharp 0.107.0's native matmul catches no exception, where mm throws: the labs' own code and a student's are safer with mm.
    [Fact]
    public async Task A_matmul_of_sizes_that_do_not_fit_ends_the_process_and_libtorchs_words_say_why()
    {
        var shown = await Run(
            "#r \"../artifacts/notebook/CourseLabs.Labs.dll\"",
            "using static TorchSharp.torch;\ntry { mm(zeros(2, 3), zeros(2, 3)); } catch (Exception e) { Console.Write(e.GetType().Name); }",
            "matmul(zeros(2, 3), zeros(2, 3));");

        Assert.Equal("stdout: ExternalException", shown[0]);
        Assert.Contains("mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)", shown[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_would_fill_pages_is_left_out_and_the_next_cell_runs()
    {
        var shown = await Run(
            "Enumerable.Range(0, 100).Select(a => Enumerable.Range(0, 100).Select(b => Enumerable.Range(0, 100).Select(c => Enumerable.Range(0, 100))))",
            "\"after\"");

        Assert.Matches(@"^result text/html: \(not shown: 1,\d{3},\d{3} characters; show a part of it\)$", shown[0]);
        Assert.Equal("result text/plain: after", shown[1]);
    }

    // What C's puts writes goes past .NET, to where the events go.
    [Fact]
    public async Task What_native_code_prints_is_text_of_its_own_cell_whatever_it_looks_like()
    {
        var c = $"[System.Runtime.InteropServices.DllImport(\"{(OperatingSystem.IsWindows() ? "msvcrt" : "libc")}\")] static extern int ";
        var shown = await Run(
            $"{c}puts(string s);\n{c}printf(string s);\n{c}fflush(nint file);",
            "foreach (var s in new[] { \"5\", \"{}\", \"null\", \"\", \"{\\\"event\\\":{},\\\"eventType\\\":\\\"X\\\"}\" }) puts(s); fflush(0); \"first\"",
            "printf(\"no newline\"); fflush(0); \"second\"");

        Assert.Equal(
            [
                "stdout: 5\n{}\nnull\n\n{\"event\":{},\"eventType\":\"X\"}\n", "result text/plain: first",
                "stdout: no newline", "result text/plain: second",
            ],
            shown);
    }

    [Fact]
    public async Task A_value_shown_twice_in_one_form_is_shown_once() =>
        Assert.Equal(["shown text/plain: 7"], await Run("7.Display(\"text/plain\", \"text/plain\");"));

    [Fact]
    public async Task Korean_passes_between_the_processes_whatever_the_machines_own_encoding()
    {
        var kept = Environment.GetEnvironmentVariable("LC_ALL");
        Environment.SetEnvironmentVariable("LC_ALL", "en_US.ISO-8859-1"); // which the process of the cells takes over
        try
        {
            Assert.Equal(
                ["stdout: 퍼셉트론\n", "stderr: 오류", "result text/plain: 한글"],
                await Run("Console.WriteLine(\"퍼셉트론\"); Console.Error.Write(\"오류\"); \"한글\""));
        }
        finally
        {
            Environment.SetEnvironmentVariable("LC_ALL", kept);
        }
    }

    [Fact]
    public async Task Without_keep_going_the_first_failure_is_the_last_cell()
    {
        var notebook = Of("missing", "Console.Write(\"after\");");
        var ran = new List<CellRun>();

        Assert.False(await new NotebookRun(Long).RunAsync(notebook, Checkout.Notebooks, ran.Add));

        Assert.Contains("CS0103", Assert.Single(ran).Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_stops_the_cell()
    {
        using var cancel = new CancellationTokenSource();
        var run = new NotebookRun(Long);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.RunAsync(
            Of("1", "while (true) { }"), Checkout.Notebooks, _ => cancel.CancelAfter(500), cancel.Token));
    }

    private static NotebookFile Of(params string[] cells)
    {
        var json = cells.Select(c => new { cell_type = "code", metadata = new { }, execution_count = (int?)null, outputs = Array.Empty<int>(), source = c });
        return NotebookFile.Parse(JsonSerializer.Serialize(new { cells = json, metadata = new { }, nbformat = 4, nbformat_minor = 4 }), "X.ipynb");
    }

    // Runs the cells and lists what they showed.
    private static async Task<string[]> Run(params string[] cells)
    {
        var notebook = Of(cells);
        await new NotebookRun(Long, KeepGoing: true).RunAsync(notebook, Checkout.Notebooks, _ => { });
        return [.. notebook.Code.SelectMany(c => c.Cell.Outputs).SelectMany(output => output switch
        {
            TextElement text => [$"{text.Name}: {text.Text}"],
            DisplayElement display => display.Data.Select(d => $"shown {d.Key}: {d.Value}"),
            ReturnValueElement result => result.Data.Select(d => $"result {d.Key}: {d.Value}"),
            ErrorElement error => [$"failed: {error.ErrorValue}"],
            _ => throw new NotSupportedException(),
        })];
    }
}
