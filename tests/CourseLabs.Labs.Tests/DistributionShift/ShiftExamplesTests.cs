using CourseLabs.Examples;
using CourseLabs.Tests;

namespace CourseLabs.Labs.Tests;

/// <summary>What holds for every example of the lab.</summary>
public sealed class ShiftExamplesTests
{
    public static TheoryData<string> Names => [.. Course.Examples.Find(["08"]).Select(e => e.Name)];

    [Fact]
    public void The_lab_has_three_examples_of_D6() => Assert.Equal(
        ["D6 covariate-shift", "D6 concept-shift", "D6 label-shift"], Course.Examples.Find(["08"]).Select(e => $"{e.Id} {e.Name}"));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_default_run_has_PyTorchs_figures(string name)
    {
        Figure[] figures = [.. Run(name, new()).Figures];

        Assert.DoesNotContain(figures, f => f.Match == false);
        Assert.InRange(figures.Count(f => f.Source?.StartsWith("PyTorch 1.13, manual_seed", StringComparison.Ordinal) == true), 4, 10);
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(123456789)]
    public void Any_seed_meets_the_claims_and_is_held_to_none_of_another_seeds_figures(long seed)
    {
        foreach (var example in Course.Examples.Find(["08"]))
        {
            Figure[] figures = [.. example.Run(new() { Seed = seed }).Figures];

            Assert.DoesNotContain(figures, f => f.Match == false);
            Assert.Contains(figures, f => f.Match == true);
            Assert.DoesNotContain(figures, f => f.Source?.StartsWith("PyTorch 1.13, manual_seed", StringComparison.Ordinal) == true);
        }
    }

    [Theory]
    [InlineData("covariate-shift", "shift", "0")]
    [InlineData("covariate-shift", "points", "20")]
    [InlineData("covariate-shift", "largest-weight", "0.1")]
    [InlineData("concept-shift", "points", "20")]
    [InlineData("label-shift", "flu", "0")]
    [InlineData("label-shift", "flu", "1")]
    [InlineData("label-shift", "epochs", "399")]
    public void Other_settings_claim_nothing_and_draw_all_the_same(string name, string option, string value)
    {
        var example = Assert.Single(Course.Examples.Find([name]));
        var result = example.Run(new ExampleRun { Options = new Dictionary<string, string> { [option] = value } });

        Assert.All(result.Figures, f => Assert.Null(f.Expected));
        Assert.All(result.Pictures, picture => Assert.Equal("PNG"u8, picture.Picture.ToPng().AsSpan(1, 3)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_quick_run_fits_for_fewer_epochs_and_is_held_to_no_figure(string name)
    {
        var told = new List<ProgressStep>();
        var result = Run(name, new() { Quick = true, Progress = new(told.Add) });

        Assert.InRange(told[0].Total, 400, 500); // 100 for each of four or five models
        Assert.All(result.Figures, f => Assert.Null(f.Expected));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(180)]
    public void Any_angle_has_the_error_that_mathematics_demands(double degrees)
    {
        var result = new ConceptShiftExample().Run(new(Angle: degrees), new());

        Assert.True(result.Figures.Single(f => f.Name == "error of the old border").Match);
    }

    [Fact]
    public void A_confusion_matrix_without_an_inverse_is_said_in_words()
    {
        // Of 20 people two have the flu: before long a seed comes with which the model never sees or predicts it.
        var error = Enumerable.Range(0, 40).Select(seed => Record.Exception(() =>
            new LabelShiftExample().Run(new(Points: 20), new() { Seed = seed }))).OfType<UserErrorException>().First();

        Assert.Contains("--points", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_seed_gives_the_same_result_and_nothing_stays_alive(string name)
    {
        var first = Run(name, new() { Seed = 3 });
        var before = LiveTensors.Count();
        var second = Run(name, new() { Seed = 3 });

        Assert.Equal(before, LiveTensors.Count());
        Assert.Equal(first.Pictures.Select(p => p.Picture.ToCsv()), second.Pictures.Select(p => p.Picture.ToCsv()));
        Assert.Equal(first.Figures.Select(f => f.Actual.ToString()), second.Figures.Select(f => f.Actual.ToString()));
    }

    [Fact]
    public void Progress_runs_through_all_epochs_of_all_models()
    {
        var told = new List<ProgressStep>();
        Run("concept-shift", new() { Progress = new(told.Add) });

        Assert.All(told, step => Assert.Equal(1600, step.Total));
        Assert.Equal(Enumerable.Range(0, 50).Select(i => 32L * i), told.Select(step => step.Done));
        Assert.All(told, step => Assert.True(step.Loss >= 0));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_interrupt_ends_it_and_leaves_nothing_alive(string name)
    {
        using var interrupt = new CancellationTokenSource();
        interrupt.Cancel();
        var before = LiveTensors.Count();

        Assert.Throws<OperationCanceledException>(() => Run(name, new() { Progress = new(cancellation: interrupt.Token) }));
        Assert.Equal(before, LiveTensors.Count());
    }

    private static ExampleResult Run(string name, ExampleRun run) => Assert.Single(Course.Examples.Find([name])).Run(run);
}
