using CourseLabs.Backprop.Neurons;
using CourseLabs.Examples;
using CourseLabs.Matrices;

namespace CourseLabs.Labs.Tests;

/// <summary>The perceptron's five steps (COURSE A8).</summary>
public sealed class PerceptronLoopTests
{
    // By hand: from w = 0 a wrong answer moves w by t (1, x1, x2), for lr (t - y) = 0.5 * 2 t.
    [Fact]
    public void AND_from_0_is_learned_with_eleven_corrections_of_which_the_sixth_epoch_has_none()
    {
        var (start, weights, errors) = PerceptronLoop.Run(LogicGate.Inputs, [.. LogicGate.And.Targets], new Zero(), lr: 0.5);

        Assert.Equal([0, 0, 0], start);
        Assert.Equal([2, 3, 3, 2, 1, 0], errors);
        Assert.Equal([-3, 1, 2], weights);
    }

    // By hand: each corner of XOR is wrong in turn, and the four corrections cancel.
    [Fact]
    public void XOR_from_0_goes_on_until_the_limit()
    {
        var (_, _, errors) = PerceptronLoop.Run(LogicGate.Inputs, [.. LogicGate.Xor.Targets], new Zero(), lr: 0.5, maxEpochs: 100);

        Assert.Equal(100, errors.Count);
        Assert.All(errors, wrong => Assert.InRange(wrong, 1, 4));
    }

    [Fact]
    public void Any_seed_meets_every_figure_and_sets_out_from_weights_of_its_own()
    {
        ExampleResult[] results =
            [.. Enumerable.Range(0, 10).Select(seed => new PerceptronLoopExample().Run(new ExampleRun { Seed = seed }))];

        Assert.All(results, result => Assert.All(result.Figures, f => Assert.True(f.Match is not false, $"{f.Name}: {f.Actual}")));
        Assert.Equal(10, results.Select(result => $"{Named(result, "w0, w1, w2").Actual}").Distinct().Count());
    }

    [Theory]
    [InlineData("learning rate")]
    [InlineData("start")]
    [InlineData("order")]
    [InlineData("label")]
    [InlineData("a point less")]
    [InlineData("scale")]
    [InlineData("one epoch")]
    public void A_loop_that_differs_misses_what_SGD_gives(string what)
    {
        const int seed = 1;
        var result = new PerceptronLoopExample().Run(new ExampleRun { Seed = seed });
        var random = new Random(seed);
        var (x, labels) = PerceptronLoopExample.Draw(60, random);
        if (what == "start")
            random.Next();
        if (what is "order" or "a point less")
        {
            int[] order = what == "order" ? [.. Enumerable.Range(0, 60).Reverse()] : [.. Enumerable.Range(1, 59)];
            (x, labels) = (Matrix.FromRows([.. order.Select(n => x.Row(n).ToArray())]), [.. order.Select(n => labels[n])]);
        }

        if (what == "label")
            labels[17] *= -1;
        if (what == "scale")
            x *= 1.001;

        var (_, weights, errors) = PerceptronLoop.Run(
            x, labels, random, what == "learning rate" ? 0.1001 : 0.1, what == "one epoch" ? 1 : 50);

        Assert.True(
            Misses(result, "w0, w1, w2", weights)
            || Misses(result, "wrong answers in each epoch", errors.Select(wrong => (double)wrong).ToArray()));
    }

    [Fact]
    public void Thousands_of_points_are_not_taken_to_autograd()
    {
        var result = new PerceptronLoopExample().Run(new(Points: 5000), new ExampleRun());

        Assert.Null(Named(result, "w0, w1, w2").Expected);
        Assert.True(Named(result, "wrong answers at the end").Match);
    }

    [Fact]
    public void Novikoffs_bound_for_a_start_at_0_is_radius_over_margin_squared() =>
        Assert.Equal(9, PerceptronLoopExample.Novikoff(0, 3, 1));

    private static bool Misses(ExampleResult result, string name, FigureValue other) =>
        !other.IsWithin(Named(result, name).Tolerance!.Value, Named(result, name).Expected!);

    private static Figure Named(ExampleResult result, string name) => result.Figures.Single(f => f.Name == name);

    // Every draw is 0.
    private sealed class Zero : Random
    {
        public override double NextDouble() => 0;
    }
}
