using CourseLabs.Examples;
using CourseLabs.Labs;
using static TorchSharp.torch;

namespace CourseLabs.Cli.Tests;

public sealed class ThreadsTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(3, true)]
    public void Torch_runs_an_example_on_as_many_threads_as_it_says_and_the_screen_tells_of_more_than_one(int threads, bool told)
    {
        int before = get_num_threads(), inside = 0;
        var example = new FakeExample("A2", "threads", _ =>
        {
            inside = get_num_threads();
            return new("Threads") { Figures = [Figure.Of("threads", inside)] };
        }) { Threads = threads };

        using var run = LabsRun.Of("run threads", example);

        Assert.Equal([threads, before], [inside, get_num_threads()]);
        Assert.Equal(told, run.Out.Contains($"(torch on {threads} threads)", StringComparison.Ordinal));
    }

    [Fact]
    public void The_regression_runs_on_one_thread() => Assert.Equal(1, new RegressionExample().TorchThreads);
}
