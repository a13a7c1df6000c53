namespace CourseLabs.Examples.Tests;

public sealed class ProgressTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 10)]
    [InlineData(5000, 50)]
    [InlineData(60_000, 50)]
    public void About_fifty_rounds_are_shown_the_first_among_them(int total, int shown)
    {
        var steps = new List<ProgressStep>();
        var progress = new Progress(steps.Add);

        for (var i = 0; i < total; i++)
            progress.Report(i, total, "epoch", 0.5);

        Assert.Equal(shown, steps.Count);
        Assert.Equal(new ProgressStep(0, total, "epoch", 0.5), steps[0]);
    }

    [Fact]
    public void The_next_round_after_an_interrupt_ends_the_loop()
    {
        using var interrupt = new CancellationTokenSource();
        var progress = new Progress(cancellation: interrupt.Token);

        progress.Report(1, 5000, "epoch");
        interrupt.Cancel();

        Assert.Throws<OperationCanceledException>(() => progress.Report(2, 5000, "epoch"));
    }
}
