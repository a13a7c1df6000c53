using CourseLabs.Notebooks.Hosting;
using CourseLabs.Notebooks.Session;

namespace CourseLabs.Notebooks.Tests.Hosting;

/// <summary>Cells in the process of their own: what they show, and what they can do to it.</summary>
public sealed class CellHostTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "checkout", "notebooks");

    [Fact]
    public async Task State_output_and_errors_come_back_in_order()
    {
        using var host = new CellHost(Folder);

        Assert.Equal(["stdout: a\n", "shown: 1", "stdout: b\n", "result: 3"], await Run(host, "int one = 1;\nConsole.WriteLine(\"a\"); display(one); Console.WriteLine(\"b\");\none + 2"));
        Assert.Equal(["stderr: e", "stdout: no newline"], await Run(host, "Console.Error.Write(\"e\"); Console.Error.Flush(); Console.Write(\"no newline\");"));
        Assert.Equal(["failed: CS0103 in line 2"], await Run(host, "one.ToString();\nmissing"));
        Assert.Equal(["stdout: before\n", "failed: InvalidOperationException in line 3"], await Run(host, "int two = 2;\nConsole.WriteLine(\"before\");\nthrow new InvalidOperationException(\"x\");"));
        Assert.Equal(["result: 3"], await Run(host, "one + two")); // what was declared before the error stays
        Assert.Equal(["result: [1, 2.5, null]"], await Run(host, "new object?[] { 1, 2.5, null }"));
        Assert.Equal(["result: a task's"], await Run(host, "await Task.FromResult(\"a task's\")"));
        Assert.Equal(["failed: NotPlainCSharp in line 1"], await Run(host, "#!time\n1"));
        Assert.Equal(["failed: NotPlainCSharp in line 2"], await Run(host, "\n#r \"nuget: TorchSharp\""));
        Assert.Empty(await Run(host, "Console.ReadLine();\nnull"));
    }

    [Fact]
    public async Task It_loads_the_labs_that_r_names_and_none_of_the_runners()
    {
        using var host = new CellHost(Folder);
        string published = Path.GetFullPath(Path.Combine(Folder, "..", "artifacts", "notebook"));

        Assert.Empty(await Run(host, "#r \"../artifacts/notebook/CourseLabs.Labs.dll\"\nusing static TorchSharp.torch;\nvar sum = ones(2, 3).sum().item<float>();"));
        Assert.Equal(["result: 6"], await Run(host, "sum"));
        string loaded = Assert.Single(await Run(host, """
            string.Join("|", AppDomain.CurrentDomain.GetAssemblies().Where(a => !a.IsDynamic && (a.GetName().Name.StartsWith("CourseLabs") || a.GetName().Name.Contains("Torch"))).Select(a => a.Location))
            """));
        string[] labs = [.. loaded["result: ".Length..].Split('|').Where(l => Path.GetFileName(l) != "CourseLabs.Notebooks.dll")];
        Assert.NotEmpty(labs);
        Assert.All(labs, l => Assert.Equal(published, Path.GetDirectoryName(l)));
    }

    [Fact]
    public async Task A_missing_assembly_is_named_with_what_to_run()
    {
        using var host = new CellHost(Path.GetTempPath());
        var happened = await Events(host, "// a comment\n#r \"../no/CourseLabs.Labs.dll\"");

        Failed failed = Assert.Single(happened.OfType<Failed>());
        Assert.Equal(2, failed.Line);
        Assert.Contains("no/CourseLabs.Labs.dll", failed.Message, StringComparison.Ordinal);
        Assert.Contains("./labs.sh notebook", failed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("new System.Threading.Thread(() => { while (true) { } }).Start(); await Task.Delay(-1);")]
    public async Task A_cell_without_an_end_is_stopped(string code)
    {
        using var host = new CellHost(Folder);
        Assert.Equal(["result: 1"], await Run(host, "1"));

        Assert.Equal(["failed: Timeout"], await Run(host, code, TimeSpan.FromSeconds(1)));
        Assert.True(host.IsLost);
    }

    [Theory]
    [InlineData("Console.WriteLine(\"last\"); Environment.Exit(3);", "exit code 3")]
    [InlineData("Console.WriteLine(\"last\"); Environment.FailFast(\"on purpose\");", "exit code")]
    [InlineData("void Deep() { Deep(); Deep(); }\nConsole.WriteLine(\"last\"); Deep();", "exit code")]
    public async Task A_cell_that_ends_the_process_is_told_of(string code, string says)
    {
        using var host = new CellHost(Folder);

        List<CellEvent> happened = await Events(host, code);

        // What the runtime writes about the end comes by a pipe of its own, so perhaps before.
        Assert.Contains(new Printed("stdout", "last\n"), happened);
        Failed failed = Assert.IsType<Failed>(happened[^1]);
        Assert.Contains(says, failed.Message, StringComparison.Ordinal);
        Assert.True(host.IsLost);
    }

    [Fact]
    public async Task Cancelling_stops_the_cell()
    {
        using var host = new CellHost(Folder);
        using var cancel = new CancellationTokenSource(500);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.AskAsync(new RunCode("while (true) { }"), _ => { }, TimeSpan.FromMinutes(1), cancel.Token));
    }

    private static async Task<List<string>> Run(CellHost host, string code, TimeSpan? timeout = null) =>
        [.. (await Events(host, code, timeout)).Where(e => e is not Finished).Select(e => e switch
        {
            Printed printed => $"{printed.Stream}: {printed.Text}",
            Shown shown => $"{(shown.IsResult ? "result" : "shown")}: {shown.Data["text/plain"]}",
            Failed failed => $"failed: {failed.Name}{(failed.Line is { } line ? $" in line {line}" : "")}",
            _ => e.ToString(),
        })];

    private static async Task<List<CellEvent>> Events(CellHost host, string code, TimeSpan? timeout = null)
    {
        var events = new List<CellEvent>();
        await host.AskAsync(new RunCode(code), events.Add, timeout ?? TimeSpan.FromMinutes(1), CancellationToken.None);
        return events;
    }
}
