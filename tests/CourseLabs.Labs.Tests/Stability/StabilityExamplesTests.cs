using CourseLabs.Examples;
using CourseLabs.Tests;

namespace CourseLabs.Labs.Tests;

/// <summary>What holds for every example of the lab.</summary>
public sealed class StabilityExamplesTests
{
    public static TheoryData<string> Names => [.. Course.Examples.Find(["06"]).Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_seed_gives_the_same_result_and_nothing_stays_alive(string name)
    {
        var example = Assert.Single(Course.Examples.Find([name]));
        var run = new ExampleRun { Seed = 3, Quick = true };
        var first = example.Run(run);
        var before = LiveTensors.Count();
        var second = example.Run(run);

        Assert.Equal(before, LiveTensors.Count());
        Assert.Equal(first.Pictures.Select(p => p.Picture.ToCsv()), second.Pictures.Select(p => p.Picture.ToCsv()));
        Assert.Equal(first.Figures.Select(f => f.Actual.ToString()), second.Figures.Select(f => f.Actual.ToString()));
        Assert.DoesNotContain(second.Figures, f => f.Match == false);
        Assert.All(second.Pictures, picture => Assert.Equal("PNG"u8, picture.Picture.ToPng().AsSpan(1, 3)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_interrupt_ends_it_and_leaves_nothing_alive(string name)
    {
        var example = Assert.Single(Course.Examples.Find([name]));
        using var interrupt = new CancellationTokenSource();
        interrupt.Cancel();
        var before = LiveTensors.Count();

        var run = new ExampleRun { Quick = true, Progress = new(cancellation: interrupt.Token) };
        Assert.Throws<OperationCanceledException>(() => example.Run(run));
        Assert.Equal(before, LiveTensors.Count());
    }
}
