using CourseLabs.Tests;

namespace CourseLabs.Labs.Tests;

public sealed class BackpropagationExampleTests
{
    public static TheoryData<string> Names => [.. Course.Examples.Find(["03"]).Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_figure_is_met_with_any_seed_and_no_tensor_is_left(string name)
    {
        var example = Course.Examples.Find([name]).Single();
        var before = LiveTensors.Count();

        foreach (var seed in new long[] { 0, 1, -7, 123_456_789_012 })
        {
            var result = example.Run(new() { Seed = seed, Quick = seed != 0 });
            Assert.DoesNotContain(result.Figures, f => f.Match == false);
            Assert.All(result.Figures, f => Assert.All(f.Actual.Numbers ?? [], number => Assert.True(double.IsFinite(number))));
        }

        Assert.Equal(before, LiveTensors.Count());
    }

    [Theory]
    [InlineData("scalar-network", 8, 1)]
    [InlineData("score-functions", 6, 0)]
    [InlineData("two-by-two", 16, 0)]
    [InlineData("do-it-yourself", 6, 0)]
    [InlineData("any-depth", 7, 0)]
    [InlineData("forward-pass", 3, 0)]
    [InlineData("backward-by-deltas", 5, 3)]
    [InlineData("delta-updates", 13, 0)]
    [InlineData("numerical-differentiation", 2, 10)]
    public void Each_compares_what_it_should(string name, int compared, int plain)
    {
        var result = Course.Examples.Find([name]).Single().Run(new());

        Assert.Equal((compared, plain), (result.Figures.Count(f => f.Match == true), result.Figures.Count(f => f.Match is null)));
    }
}
