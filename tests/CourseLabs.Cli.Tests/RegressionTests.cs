using System.Globalization;

namespace CourseLabs.Cli.Tests;

/// <summary>The command with the course's own examples.</summary>
public sealed class RegressionTests
{
    [Fact]
    public void The_regression_writes_figures_losses_charts_and_tables()
    {
        using var run = LabsRun.Of("run regression --epochs 150 --json");

        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Equal(
            ["figures.json", "fit.csv", "fit.png", "loss-every-100.csv", "loss.csv", "loss.png", "parameters.csv"],
            Directory.GetFiles(Path.Combine(run.Folder, "regression")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var lines = run.File("regression", "loss.csv").TrimEnd().Split('\n');
        Assert.Equal(["epoch,loss", "0,619.4052734375"], lines.Take(2));
        Assert.Equal(Enumerable.Range(0, 150), lines.Skip(1).Select(line => int.Parse(line.Split(',')[0], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void The_losses_in_the_file_are_the_figures()
    {
        using var run = LabsRun.Of("run 05 --epochs 20 --seed 5 --json");

        var last = run.File("regression", "loss.csv").TrimEnd().Split('\n')[^1].Split(',')[1];
        Assert.Equal(last, run.Example(0).GetProperty("figures")[1].GetProperty("actual").GetRawText());
        Assert.Equal("null", run.Example(0).GetProperty("figures")[0].GetProperty("expected").GetRawText());
    }

    [Theory]
    [InlineData("run regression --epochs -5", "--epochs takes a whole number from 1 to 1000000, not \"-5\".")]
    [InlineData("run A7 --lr abc", "--lr takes a number from 0 to 1000000, not \"abc\".")]
    [InlineData("run A7 --lr 1e300", "--lr takes a number from 0 to 1000000, not \"1e300\".")] // not even a float32
    [InlineData("run 05-regression --points 0", "--points takes a whole number from 1 to 10000000, not \"0\".")]
    public void Nonsense_is_told_in_a_sentence(string command, string sentence)
    {
        using var run = LabsRun.Of(command);

        Assert.Equal(ExitCode.WrongUse, run.Code);
        Assert.Equal($"labs: {sentence}", run.Error.TrimEnd());
    }

    [Fact]
    public void A_quick_run_of_the_whole_course_ends_well()
    {
        using var run = LabsRun.Of("run --quick --json");

        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.All(run.Json.GetProperty("examples").EnumerateArray(), example => Assert.False(example.TryGetProperty("error", out _)));
    }
}
