using CourseLabs.Examples;
using CourseLabs.Plots;
using CourseLabs.Tests;
using static TorchSharp.torch;
using TorchParameter = TorchSharp.Modules.Parameter;

namespace CourseLabs.Labs.Tests;

public sealed class MiniBatchTests
{
    [Fact]
    public void Every_step_on_a_mini_batch_is_torch_optims_on_the_same_points()
    {
        using var scope = NewDisposeScope();
        manual_seed(7);
        (var x, var y) = StochasticDescent.Points(200);
        manual_seed(8);
        var path = StochasticDescent.Run(x, y, 30, 0.3, 3);

        manual_seed(8);
        using var W = new TorchParameter(zeros(2, float64));
        using optim.Optimizer sgd = optim.SGD([W], 0.3);
        var step = 0;
        for (var epoch = 0; epoch < 3; epoch++)
        {
            var order = randperm(200);
            for (var i = 0; i < 200; i += 30)
            {
                var part = order[TensorIndex.Slice(i, Math.Min(i + 30, 200))];
                sgd.zero_grad();
                nn.functional.mse_loss((W[0] * x[part]) + W[1], y[part]).backward();
                sgd.step();
                step++;
                Assert.Equal(W[0].item<double>(), path[step].Slope, 1e-12);
                Assert.Equal(W[1].item<double>(), path[step].Intercept, 1e-12);
            }
        }

        Assert.Equal(step + 1, path.Length);
    }

    [Fact]
    public void For_ten_seeds_the_slides_claims_hold_and_nothing_stays_alive()
    {
        new MiniBatchExample().Run(new ExampleRun());
        var before = LiveTensors.Count();
        for (long seed = 0; seed < 10; seed++)
        {
            var result = new MiniBatchExample().Run(new ExampleRun { Seed = seed });

            Assert.Equal(5, result.Figures.Count(f => f.Match == true));
            Assert.DoesNotContain(result.Figures, f => f.Match == false);
        }

        Assert.Equal(before, LiveTensors.Count());
    }

    [Fact]
    public void Another_rate_batch_or_number_of_epochs_misses_a_figure()
    {
        var right = new MiniBatchExample().Run(new ExampleRun());
        string[] Missed(MiniBatchExample.Settings wrong) =>
            MissedFigures.Of(right.Figures, new MiniBatchExample().Run(wrong, new()).Figures);

        Assert.Equal(["full batch: slope and intercept at the end"], Missed(new(LearningRate: 0.3001)));
        Assert.Equal(["full batch: slope and intercept at the end"], Missed(new(Epochs: 19)));
        Assert.Contains("full batch: steps that raise the error", Missed(new(LearningRate: 1.2)));
        Assert.Equal(
            ["steps an epoch on mini-batches", "mini-batches are there in fewer epochs", "mini-batches swing"], Missed(new(Batch: 200)));
    }

    [Fact]
    public void Both_ways_are_drawn_from_the_same_start()
    {
        var result = new MiniBatchExample().Run(new(Batch: 20, Epochs: 5), new());

        var paths = (Plot)result.Pictures.Single(p => p.Name == "paths").Picture;
        Series[] ways = [.. paths.Series.Where(s => s.Name is "full batch" or "mini-batches of 20")];
        Assert.Equal([51, 6], ways.Select(s => s.Ys.Count));
        Assert.All(ways, s => Assert.Equal((0, 0), (s.Xs[0], s.Ys[0])));
    }

    [Fact]
    public void A_rate_that_explodes_ends_in_figures_and_charts_all_the_same()
    {
        var result = new MiniBatchExample().Run(new(Epochs: 60, LearningRate: 1e6), new());

        Assert.All(result.Pictures, p => Assert.Equal("PNG"u8, p.Picture.ToPng().AsSpan(1, 3)));
    }
}
