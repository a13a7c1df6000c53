using CourseLabs.Examples;

namespace CourseLabs.Cli.Tests;

public sealed class WrongUseTests
{
    [Theory]
    [InlineData("run round", "There is no example \"round\". Did you mean rounds?")]
    [InlineData("run D4", "There is no example \"D4\".")]
    [InlineData("run rounds --round 5", "There is no option --round. Did you mean --rounds?")]
    [InlineData("run rounds --sede=5", "There is no option --sede. Did you mean --seed?")]
    [InlineData("run rounds -x", "There is no option -x.")]
    [InlineData("run rounds --rounds abc", "--rounds takes a whole number from 1 to 100, not \"abc\".")]
    [InlineData("run rounds --rounds -5", "--rounds takes a whole number from 1 to 100, not \"-5\".")]
    [InlineData("run rounds --rounds 0", "--rounds takes a whole number from 1 to 100, not \"0\".")]
    [InlineData("run rounds --rounds 2.5", "--rounds takes a whole number from 1 to 100, not \"2.5\".")]
    [InlineData("run rounds --rounds", "--rounds")]
    [InlineData("run area --rounds 5", "area has no option --rounds: rounds has.")]
    [InlineData("run --seed x", "--seed takes a whole number of 64 bits, not \"x\".")]
    [InlineData("run --seed 99999999999999999999", "--seed takes a whole number of 64 bits, not \"99999999999999999999\".")]
    [InlineData("run --seed 1 --seed 2", "--seed")]
    [InlineData("run --device gpu", "--device takes cpu or cuda, not \"gpu\".")]
    [InlineData("frobnicate", "frobnicate")]
    [InlineData("help frobnicate", "There is no example \"frobnicate\".")]
    [InlineData("list --frobnicate", "--frobnicate")]
    public void Nonsense_is_told_in_a_sentence_and_nothing_runs(string command, string sentence)
    {
        using var run = LabsRun.Of(command, Fakes.WithOptions, FakeExample.Of("A5", "area", Fakes.Right));

        Assert.Equal(ExitCode.WrongUse, run.Code);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Out);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_told_before_anything_runs()
    {
        var file = Path.GetTempFileName();
        var ran = false;
        var example = new FakeExample("A1", "never", _ =>
        {
            ran = true;
            return new("never");
        });
        using var run = LabsRun.Of($"run --json --out {file}", example);
        using var below = LabsRun.Of($"run --json --out {Path.Combine(file, "below")}", example);
        File.Delete(file);

        Assert.All([run, below], r => Assert.Equal(ExitCode.WrongUse, r.Code));
        Assert.All([run, below], r => Assert.StartsWith("labs: Cannot write to ", r.Error, StringComparison.Ordinal));
        Assert.All([run, below], r => Assert.Single(r.Error.TrimEnd().Split('\n')));
        Assert.False(ran);
    }

    [Fact]
    public void A_folder_without_a_name_is_wrong_use_and_not_the_current_one()
    {
        var (output, error) = (new StringWriter(), new StringWriter());

        var code = App.Run(["run", "rounds", "--out", ""], new Terminal(output, error), new Catalogue(Fakes.WithOptions));

        Assert.Equal(ExitCode.WrongUse, code);
        Assert.StartsWith("labs: --out takes a folder, not \"\".", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("", output.ToString());
    }

    [Fact]
    public void A_mistake_that_an_example_finds_is_a_sentence_too()
    {
        using var run = LabsRun.Of("run --json", new FakeExample("A1", "picky", _ => throw new UserErrorException("There is no file x.csv.")));

        Assert.Equal(ExitCode.WrongUse, run.Code);
        Assert.Equal("There is no file x.csv.", run.Example(0).GetProperty("error").GetString());
        Assert.Contains("labs: picky: There is no file x.csv.", run.Error, StringComparison.Ordinal);
    }
}
