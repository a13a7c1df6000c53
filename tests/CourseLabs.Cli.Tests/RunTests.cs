using System.Text.Json;
using CourseLabs.Examples;

namespace CourseLabs.Cli.Tests;

public sealed class RunTests
{
    private static readonly Example[] Three = [FakeExample.Of("B1", "gates", Fakes.Right), FakeExample.Of("A10", "last", Fakes.Right), FakeExample.Of("A2", "first", Fakes.Right)];

    [Theory]
    [InlineData("run", "first last gates")]
    [InlineData("run gates A2", "gates first")]
    [InlineData("run a10 last", "last")]
    [InlineData("run 01", "first last gates")]
    [InlineData("run 01-neurons gates", "first last gates")]
    public void Examples_are_meant_by_id_name_or_lab_each_once_and_by_none_all_in_the_decks_order(string command, string names)
    {
        using var run = LabsRun.Of(command + " --json", Three);

        Assert.Equal(names, string.Join(' ', run.Json.GetProperty("examples").EnumerateArray().Select(e => e.GetProperty("name").GetString())));
    }

    [Fact]
    public void Of_a_long_table_the_screen_shows_the_begin_and_the_file_has_all()
    {
        var example = new FakeExample("A2", "long", _ => new("Long")
        {
            Tables = [new("rows", "Rows", ["row"], [.. Enumerable.Range(1, 101).Select(i => (string[])[$"row{i}."])])],
        });

        using var run = LabsRun.Of("run long", example);

        Assert.Contains("row10.", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("row11.", run.Out, StringComparison.Ordinal);
        Assert.Contains("101 rows in all, in rows.csv", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("row100.\nrow101.\n", run.File("long", "rows.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_that_falls_short_gives_exit_code_1_and_stands_in_the_table()
    {
        using var run = LabsRun.Of("run", FakeExample.Of("A1", "right", Fakes.Right), FakeExample.Of("A2", "wrong", Fakes.Wrong));

        Assert.Equal(ExitCode.FellShort, run.Code);
        Assert.Contains("no", run.Out.Split('\n').Last(line => line.Contains("A2", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_table_has_id_title_both_figures_and_match()
    {
        using var run = LabsRun.Of("run", FakeExample.Of("A1", "right", Fakes.Right));

        var row = run.Out.Split('\n').Last(line => line.Contains("A1", StringComparison.Ordinal));
        string[] cells = [.. row.Split('│', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        Assert.Equal(["A1", "Title of right", "area: 3.14", "3.1415", "yes", "mathematics"], cells);
    }

    [Fact]
    public void Of_several_figures_the_last_table_counts_those_that_match_and_shows_all_that_do_not()
    {
        using var run = LabsRun.Of("run", new FakeExample("A1", "mixed", _ => new("Mixed")
        {
            Figures = [Fakes.Right, Fakes.Wrong, Figure.Of("seed", 0), Figure.Of("other", 5, expected: 4, source: "mathematics")],
        }));

        var lines = run.Out.Split('\n');
        string[] table = [.. lines.Skip(Array.FindLastIndex(lines, line => line.Contains("A1", StringComparison.Ordinal)))];
        Assert.Contains("Mixed", table[0], StringComparison.Ordinal); // the result's title: it may say more than the example's
        Assert.Contains(" 4 ", table[0], StringComparison.Ordinal);
        Assert.Contains("1 of 3", table[0], StringComparison.Ordinal);
        Assert.Contains(" 5 ", table[1], StringComparison.Ordinal);
        Assert.DoesNotContain(table, line => line.Contains("3.1415", StringComparison.Ordinal));
    }

    [Fact]
    public void Progress_is_plain_lines_when_nobody_watches()
    {
        using var run = LabsRun.Of("run progress", Fakes.WithProgress);

        Assert.Contains("  epoch 0  loss 0.5\n  epoch 100  loss 0.25\n", run.Out.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Own_options_reach_the_example_typed()
    {
        using var run = LabsRun.Of("run rounds --rounds 7 --shuffle --seed -3 --data some/where --json", Fakes.WithOptions);

        Assert.Equal(["7", "\"on\"", "-3", "\"some/where\""], Actual(run));
    }

    [Fact]
    public void Defaults_are_the_slides_and_quick_ones_shorter()
    {
        using var full = LabsRun.Of("run rounds --json", Fakes.WithOptions);
        using var quick = LabsRun.Of("run rounds --json --quick", Fakes.WithOptions);
        using var asked = LabsRun.Of("run rounds --json --quick --rounds 5", Fakes.WithOptions);

        Assert.Equal(["10", "2", "5"], new[] { full, quick, asked }.Select(run => Actual(run)[0]));
    }

    [Fact]
    public void An_example_that_fails_does_not_stop_the_next()
    {
        using var run = LabsRun.Of(
            "run --json",
            new FakeExample("A1", "broken", _ => throw new InvalidOperationException("shapes [784x100] do not meet\nC++ backtrace")),
            FakeExample.Of("A2", "right", Fakes.Right));

        Assert.Equal(ExitCode.FellShort, run.Code);
        Assert.Equal("InvalidOperationException: shapes [784x100] do not meet", run.Example(0).GetProperty("error").GetString());
        Assert.Equal(0, run.Example(0).GetProperty("figures").GetArrayLength());
        Assert.Equal("right", run.Example(1).GetProperty("name").GetString());
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_an_example_that_fails_the_file_has_the_error_and_not_an_earlier_runs_figures()
    {
        using var run = LabsRun.Of("run", FakeExample.Of("A1", "area", Fakes.Right));
        Assert.Contains("3.1415", run.File("area", "figures.json"), StringComparison.Ordinal);

        using var again = LabsRun.Of(
            $"run --out {run.Folder}", new FakeExample("A1", "area", _ => throw new UserErrorException("There is no file x.csv.")));

        using var figures = JsonDocument.Parse(run.File("area", "figures.json"));
        Assert.Equal("There is no file x.csv.", figures.RootElement.GetProperty("error").GetString());
        Assert.Equal(0, figures.RootElement.GetProperty("figures").GetArrayLength());
    }

    [Fact]
    public void Verbose_shows_the_stack_trace()
    {
        using var run = LabsRun.Of("run --verbose", new FakeExample("A1", "broken", _ => throw new InvalidOperationException("broken")));

        Assert.Contains("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupt_keeps_what_was_finished()
    {
        using var interrupt = new CancellationTokenSource();
        using var run = LabsRun.Of(
            "run --json",
            interrupt.Token,
            FakeExample.Of("A1", "done", Fakes.Right),
            new FakeExample("A2", "stopped", context =>
            {
                interrupt.Cancel();
                context.Progress.Cancellation.ThrowIfCancellationRequested();
                return new("never");
            }),
            FakeExample.Of("A3", "not-begun", Fakes.Right));

        Assert.Equal(130, run.Code);
        Assert.Equal(1, run.Json.GetProperty("examples").GetArrayLength());
        Assert.Equal("done", run.Example(0).GetProperty("name").GetString());
        Assert.Equal(["done"], Directory.GetDirectories(run.Folder).Select(Path.GetFileName));
    }

    private static string[] Actual(LabsRun run) =>
        [.. run.Example(0).GetProperty("figures").EnumerateArray().Select(f => f.GetProperty("actual").GetRawText())];
}
