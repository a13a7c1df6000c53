using System.Globalization;
using CourseLabs.Backprop.Networks;
using CourseLabs.Backprop.Optimizers;
using CourseLabs.Examples;
using CourseLabs.Plots;
using CourseLabs.Tests;
using static TorchSharp.torch;

namespace CourseLabs.Labs.Tests;

public sealed class OptimizerExampleTests
{
    [Fact]
    public void The_slides_forms_take_the_steps_that_arithmetic_says_and_torch_takes_its_own()
    {
        var before = LiveTensors.Count();

        var result = new OptimizerFormsExample().Run(new ExampleRun());

        Assert.Equal(11, result.Figures.Count(f => f.Match == true));
        Assert.Equal(0.0707, Number(result, "Adagrad, first step of the slide's form"), 5e-5);
        Assert.Equal(0.0909, Number(result, "Adagrad, first step of torch's form"), 5e-5);
        Assert.True(Number(result, "NAG, slide's W against torch.optim's W") > 0.05);
        Assert.Equal(before, LiveTensors.Count());
    }

    [Theory]
    [InlineData(SurfaceName.Bowl)]
    [InlineData(SurfaceName.Rosenbrock)]
    [InlineData(SurfaceName.Beale)]
    public void Every_step_down_a_surface_is_torch_optims(SurfaceName surface)
    {
        var before = LiveTensors.Count();
        foreach (var seed in new long[] { 0, 1, 2, 3, 99, -5, 12_345_678_901 })
        {
            var result = new OptimizerRaceExample().Run(new(surface), new() { Seed = seed });

            Assert.Equal(7, result.Figures.Count(f => f.Match == true));
            Assert.All(result.Figures.Skip(7), f => Assert.DoesNotContain("not finite", f.Actual.Text, StringComparison.Ordinal));
            Assert.All(result.Tables[0].Rows, row => Assert.True(
                row[^1] == "200" || (surface == SurfaceName.Rosenbrock && (row[0] == "Adadelta" || (row[0] == "RMSprop" && seed != 0))),
                string.Join(' ', row)));
        }

        Assert.Equal(before, LiveTensors.Count());
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(3)]
    [InlineData(10)]
    public void A_chaotic_way_is_compared_until_roundings_have_grown(double rate)
    {
        foreach (var seed in new long[] { 1, 2, 3, 4 })
        {
            var result = new OptimizerRaceExample().Run(new(SurfaceName.Rosenbrock, 300, rate), new() { Seed = seed });

            Assert.DoesNotContain(result.Figures, f => f.Match == false);
            var compared = int.Parse(result.Tables[0].Rows.Single(row => row[0] == "Adadelta")[^1], CultureInfo.InvariantCulture);
            Assert.InRange(compared, 20, rate == 3 ? 299 : 300);
        }
    }

    // A learning rate that throws the start away leaves nothing of its moved digits: each step's are moved too.
    [Theory]
    [InlineData(1000)]
    [InlineData(1e6)]
    public void With_a_learning_rate_that_is_much_too_large_a_right_optimizer_is_not_called_wrong(double rate)
    {
        ExampleResult[] results =
        [
            .. Enum.GetValues<SurfaceName>().Select(surface => new OptimizerRaceExample().Run(new(surface, LearningRate: rate), new())),
            new OptimizerRegressionExample().Run(new(Steps: 100, LearningRate: rate), new()),
        ];

        Assert.All(results, result => Assert.Equal(7, result.Figures.Count(f => f.Match == true)));
        Assert.All(results, result => Assert.DoesNotContain(result.Figures, f => f.Match == false));
    }

    [Fact]
    public void Every_surface_descends_along_the_gradient_that_autograd_finds_and_is_0_at_its_minimum()
    {
        using var scope = NewDisposeScope();
        Assert.All(Surface.All, surface =>
        {
            using var x = tensor(0.7, ScalarType.Float64, requires_grad: true);
            using var y = tensor(-0.4, ScalarType.Float64, requires_grad: true);
            var f = surface.InTorch(x, y);
            f.backward();
            (var dx, var dy) = surface.Gradient(0.7, -0.4);

            Assert.Equal(f.item<double>(), surface.Value(0.7, -0.4), 1e-12);
            Assert.Equal(x.grad!.item<double>(), dx, 1e-12);
            Assert.Equal(y.grad!.item<double>(), dy, 1e-12);
            Assert.Equal(0, surface.Value(surface.Minimum.X, surface.Minimum.Y), 1e-15);
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_first_hundred_losses_of_the_regression_are_torch_optims(long seed)
    {
        var before = LiveTensors.Count();

        var result = new OptimizerRegressionExample().Run(new ExampleRun { Seed = seed, Quick = true });

        Assert.Equal(7, result.Figures.Count(f => f.Match == true));
        var losses = (Plot)result.Pictures[0].Picture;
        Assert.Equal(7, losses.Series.Count);
        Assert.All(losses.Series, series => Assert.Equal(100, series.Ys.Count));
        Assert.Equal(before, LiveTensors.Count());
    }

    [Fact]
    public void The_race_starts_with_the_first_loss_of_A7()
    {
        Assert.Equal(619.4052734375, RegressionRace.ByHand(Contestant.All[0], 0.001, 0, 1000, 1)[0], 1e-3);
        Assert.Equal(619.4052734375, RegressionRace.InTorch(Contestant.All[0], 0.001, 0, 1000, 1)[0], 1e-3);
    }

    [Fact]
    public void A_learning_rate_that_is_too_large_is_told_in_words()
    {
        var result = new OptimizerRaceExample().Run(new(SurfaceName.Rosenbrock, LearningRate: 10), new());

        Assert.DoesNotContain(result.Figures, f => f.Match == false);
        Assert.Contains(
            "not finite from step", result.Figures.Single(f => f.Name == "SGD: f at the end").Actual.Text, StringComparison.Ordinal);
        Assert.All(result.Pictures, p => Assert.Equal("PNG"u8, p.Picture.ToPng().AsSpan(1, 3)));
    }

    // Each of the seven, by hand with a setting that is next to right: the comparison with torch.optim fails.
    [Fact]
    public void A_mistake_in_any_optimizer_misses_its_figure()
    {
        Contestant[] wrong =
        [
            Wrong("SGD", (p, lr) => new Sgd(p, lr * 1.0001)),
            Wrong("momentum", (p, lr) => new Momentum(p, lr, 0.9001)),
            Wrong("NAG", (p, lr) => new Momentum(p, lr, 0.9)),
            Wrong("Adagrad", (p, lr) => new Adagrad(p, lr, place: EpsilonPlace.InsideRoot, epsilon: 1e-6)),
            Wrong("Adadelta", (p, lr) => new Adadelta(p, lr, 0.9001)),
            Wrong("RMSprop", (p, lr) => new RmsProp(p, lr, 0.9901)),
            Wrong("Adam", (p, lr) => new Adam(p, lr, beta2: 0.9990001)),
        ];

        var race = new OptimizerRaceExample().Run(new(), new(), wrong);
        var regression = new OptimizerRegressionExample().Run(new(Steps: 100), new(), wrong);

        Assert.All([race, regression], result => Assert.Equal(7, result.Figures.Count(f => f.Match == false)));

        static Contestant Wrong(string name, Func<IReadOnlyList<Parameter>, double, Optimizer> byHand) =>
            Contestant.All.Single(c => c.Name == name) with { ByHand = byHand };
    }

    [Fact]
    public void An_optimizer_that_loses_its_way_misses_its_figure_where_torchs_does_not()
    {
        Contestant[] lost = [Contestant.All[0] with { ByHand = (p, lr) => new Lost(p, lr) }];

        var race = new OptimizerRaceExample().Run(new(), new(), lost);
        var regression = new OptimizerRegressionExample().Run(new(Steps: 100), new(), lost);

        Assert.All(
            [race, regression],
            result => Assert.Equal(double.PositiveInfinity, result.Figures.Single(f => f.Match == false).Actual.Numbers![0]));
        Assert.False(OptimizerFormsExample.Apart("momentum", [1, double.NaN, 1], [1, 1, 1]).Match);
    }

    // A way that explodes leaves the range of float64 a step before the other at most.
    [Theory]
    [InlineData(new[] { 1, 2, double.NaN }, new[] { 1, 2, double.PositiveInfinity }, 0)]
    [InlineData(new[] { 1, 2, double.NaN }, new[] { 1, 2, 1e300 }, 0)]
    [InlineData(new[] { 1, 2, double.NaN }, new[] { 1, 2, 3.0 }, double.PositiveInfinity)]
    [InlineData(new[] { 1, 2, 3.0 }, new[] { 1, 2, double.NegativeInfinity }, double.PositiveInfinity)]
    [InlineData(new[] { 1, 2.0 }, new[] { 1, 3.0 }, 1.0 / 3)]
    public void Ways_are_as_far_apart_as_where_they_are_furthest(double[] one, double[] other, double apart) =>
        Assert.Equal(apart, Descent.Apart(one, other));

    private sealed class Lost(IEnumerable<Parameter> parameters, double learningRate) : Optimizer(parameters, learningRate, 0)
    {
        protected override void Update(int parameter, Span<double> w, ReadOnlySpan<double> g) => w.Fill(double.NaN);
    }

    [Fact]
    public void An_interrupted_race_stops()
    {
        using var interrupt = new CancellationTokenSource();
        interrupt.Cancel();
        var run = new ExampleRun { Progress = new(cancellation: interrupt.Token) };

        Assert.Throws<OperationCanceledException>(() => new OptimizerRaceExample().Run(run));
        Assert.Throws<OperationCanceledException>(() => new OptimizerRegressionExample().Run(run));
    }

    private static double Number(ExampleResult result, string name) => result.Figures.Single(f => f.Name == name).Actual.Numbers![0];
}
