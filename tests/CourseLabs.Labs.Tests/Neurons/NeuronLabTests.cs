using CourseLabs.Examples;
using CourseLabs.Matrices;
using CourseLabs.Plots;
using CourseLabs.Tests;

namespace CourseLabs.Labs.Tests;

/// <summary>What holds for every example of lab 01.</summary>
public sealed class NeuronLabTests
{
    public static TheoryData<string> Names => [.. Course.Examples.Find(["01"]).Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_figure_meets_what_is_expected_whatever_the_seed(string name)
    {
        foreach (var seed in new[] { 0, 1, -7, 1L << 40 })
        {
            var result = Find(name).Run(new() { Seed = seed, Quick = seed != 0 });

            Assert.Contains(result.Figures, f => f.Match is true);
            Assert.All(
                result.Figures, f => Assert.True(f.Match is not false, $"seed {seed}: {f.Name} is {f.Actual}, expected {f.Expected}"));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_seed_gives_the_same_result_and_no_tensor_stays_alive(string name)
    {
        var run = new ExampleRun { Seed = 3, Quick = true };
        var first = Find(name).Run(run);
        var before = LiveTensors.Count();
        var second = Find(name).Run(run);

        Assert.Equal(before, LiveTensors.Count());
        Assert.Equal(first.Figures.Select(f => f.Actual.ToString()), second.Figures.Select(f => f.Actual.ToString()));
        Assert.Equal(first.Pictures.Select(p => p.Picture.ToCsv()), second.Pictures.Select(p => p.Picture.ToCsv()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Charts_have_a_title_and_named_axes_and_something_in_them(string name)
    {
        var charts = Find(name).Run(new() { Quick = true }).Pictures
            .SelectMany(p => p.Picture is PlotGrid grid ? grid.Plots : [Assert.IsType<Plot>(p.Picture)]);

        Assert.All(charts, chart => Assert.All([chart.Title, chart.X, chart.Y], Assert.NotEmpty));
        Assert.All(charts, chart => Assert.Contains(chart.Series, s => s.Ys.Any(double.IsFinite)));
    }

    // Of -1 .NET's generator takes the absolute value, and of 2^32 + 1 the lower half.
    [Theory]
    [InlineData(-1)]
    [InlineData((1L << 32) + 1)]
    public void Every_seed_draws_its_own_numbers(long seed)
    {
        double[] Weights(long of) =>
            [.. new PerceptronLoopExample().Run(new ExampleRun { Seed = of }).Figures.Single(f => f.Name == "w0, w1, w2").Actual.Numbers!];

        Assert.NotEqual(Weights(1), Weights(seed));
    }

    [Theory]
    [InlineData(1, 1)] // one input for both weights
    [InlineData(2, 1)] // every input with every weight
    [InlineData(1, 3)]
    public void A_neuron_refuses_inputs_of_another_shape_than_its_weights(int rows, int columns) => Assert.Contains(
        $"({rows} x {columns}) and (1 x 2)",
        Assert.Throws<ShapeException>(() => new Neuron(Matrix.FromRow(2, -3), -3).NeuronTick(new Matrix(rows, columns))).Message,
        StringComparison.Ordinal);

    private static Example Find(string name) => Assert.Single(Course.Examples.Find([name]));
}
