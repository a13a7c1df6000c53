
namespace CourseLabs.Cli.Tests;

public sealed class ListAndHelpTests
{
    [Fact]
    public void List_shows_every_example_on_a_line_in_the_decks_order()
    {
        using var run = LabsRun.Of("list", FakeExample.Of("B1", "gates"), Fakes.WithOptions);

        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Equal(
            ["id  name    lab         title", "A2  rounds  01-neurons  Title of rounds", "B1  gates   01-neurons  Title of gates"],
            run.Out.ReplaceLineEndings("\n").TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("")]
    [InlineData("help")]
    [InlineData("--help")]
    public void Help_names_the_commands(string command)
    {
        using var run = LabsRun.Of(command, Fakes.WithOptions);

        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.All(["run", "list", "help"], name => Assert.Contains($"  {name} ", run.Out, StringComparison.Ordinal));
        Assert.Equal("", run.Error);
    }

    [Theory]
    [InlineData("help run")]
    [InlineData("run --help")]
    public void Help_on_run_names_the_options_of_every_example(string command)
    {
        using var run = LabsRun.Of(command, Fakes.WithOptions);

        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.All(["--seed <N>", "--out <DIR>", "--json", "--quick", "--device", "--data <DIR>", "--verbose"], o => Assert.Contains(o, run.Out, StringComparison.Ordinal));
        Assert.DoesNotContain("--rounds", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("help rounds")]
    [InlineData("help A2")]
    [InlineData("run rounds --help")]
    public void Help_on_an_example_shows_its_own_options_with_defaults(string command)
    {
        using var run = LabsRun.Of(command, Fakes.WithOptions);

        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Contains("Description of rounds.", run.Out, StringComparison.Ordinal);
        Assert.Contains("how many rounds (a whole number from 1 to 100; default 10)", run.Out, StringComparison.Ordinal);
    }
}
