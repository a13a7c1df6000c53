using CourseLabs.Examples;
using CourseLabs.Plots;
using CourseLabs.Tests;
using static TorchSharp.torch;

namespace CourseLabs.Labs.Tests;

public sealed class RegressionExampleTests
{
    private static readonly RegressionExample.Settings Short = new(Epochs: 250);

    [Fact]
    public void The_slides_run_meets_every_figure()
    {
        var result = new RegressionExample().Run(new ExampleRun());

        Assert.All(result.Figures, f => Assert.Equal(f.Name != "last loss", f.Match == true));
    }

    // What a wrong program does is what the right one does with these settings.
    [Theory]
    [InlineData(0.0008, 5000, "losses at epochs 100, 200 and 300")]
    [InlineData(0.002, 5000, "losses at epochs 100, 200 and 300")]
    [InlineData(0.001, 4000, "epochs")]
    public void A_wrong_rate_or_too_few_epochs_miss_a_figure(double lr, int epochs, string figure)
    {
        var right = new RegressionExample().Run(new ExampleRun());
        var wrong = new RegressionExample().Run(new(epochs, lr), new());

        Assert.Empty(MissedFigures.Of(right.Figures, right.Figures));
        Assert.Contains(figure, MissedFigures.Of(right.Figures, wrong.Figures));
    }

    [Fact]
    public void Data_without_the_noise_miss_the_first_loss()
    {
        using var scope = NewDisposeScope();
        manual_seed(0);
        var (_, model, x, label) = Regression.Run(numEpoch: 0);
        var clean = (8 * x.pow(2)) + (7 * x) + 3;
        double Loss(Tensor y) => (model.call(x) - y).abs().mean().item<float>();
        double noisy = Loss(label), without = Loss(clean);
        model.Dispose();

        var first = new RegressionExample().Run(new(Epochs: 1), new()).Figures[0];
        Assert.Equal(noisy, first.Actual.Numbers![0], 1e-4);
        Assert.False(((FigureValue)without).IsWithin(first.Tolerance!.Value, first.Expected!));
    }

    [Theory]
    [InlineData("seed")]
    [InlineData("points")]
    public void Other_data_have_no_expected_first_loss(string other)
    {
        var result = new RegressionExample().Run(
            new(Epochs: 1, Points: other == "points" ? 999 : 1000), new ExampleRun { Seed = other == "seed" ? 1 : 0 });

        Assert.Null(result.Figures.Single(f => f.Name == "first loss").Expected);
    }

    [Fact]
    public void Another_learning_rate_or_fewer_epochs_claim_nothing_of_the_last_loss()
    {
        var rate = new RegressionExample().Run(Short with { LearningRate = 0.01 }, new());
        var quick = new RegressionExample().Run(new ExampleRun { Quick = true });

        Assert.All([rate, quick], result => Assert.Null(result.Figures.Single(f => f.Name == "last loss lies in 25..90").Expected));
        Assert.All([rate, quick], result => Assert.True(result.Figures[0].Match));
        Assert.Equal(500, ((Plot)quick.Pictures[0].Picture).Series[0].Ys.Count);
    }

    [Fact]
    public void Every_loss_is_kept_and_each_hundredth_shown()
    {
        var told = new List<ProgressStep>();

        var result = new RegressionExample().Run(Short, new() { Progress = new(told.Add) });

        var loss = (Plot)result.Pictures.Single(p => p.Name == "loss").Picture;
        Assert.Equal("epoch,loss", loss.ToCsv().Split('\n')[0]);
        Assert.Equal(250, loss.Series[0].Ys.Count);
        Assert.Equal(Enumerable.Range(0, 50).Select(i => i * 5L), told.Select(step => step.Done));
        Assert.Equal(told.Select(step => (float)step.Loss!), [.. told.Select(step => (float)loss.Series[0].Ys[(int)step.Done])]);
        var row = Assert.Single(result.Tables.Single(t => t.Name == "loss-every-100").Rows);
        Assert.Equal(["0", "619.4053"], row.Take(2));
        Assert.Equal(11, row.Count);
    }

    [Fact]
    public void The_parameters_at_the_end_are_the_six_of_three_layers()
    {
        var table = new RegressionExample().Run(Short, new()).Tables.Single(t => t.Name == "parameters");

        Assert.Equal(
            ["0.weight 10 x 1 10", "0.bias 10 10", "2.weight 6 x 10 60", "2.bias 6 6", "4.weight 1 x 6 6", "4.bias 1 1"],
            table.Rows.Select(row => $"{row[0]} {row[1]} {row[2].Split(' ').Length}"));
    }

    [Fact]
    public void The_same_seed_gives_the_same_result_and_nothing_stays_alive()
    {
        var first = new RegressionExample().Run(Short, new());
        var before = LiveTensors.Count();
        var second = new RegressionExample().Run(Short, new());

        Assert.Equal(before, LiveTensors.Count());
        Assert.Equal(first.Pictures.Select(p => p.Picture.ToCsv()), second.Pictures.Select(p => p.Picture.ToCsv()));
    }

    [Fact]
    public void A_learning_rate_that_explodes_ends_in_figures_and_charts_all_the_same()
    {
        var result = new RegressionExample().Run(Short with { LearningRate = 1e38 }, new());

        Assert.False(double.IsFinite(result.Figures.Single(f => f.Name == "last loss").Actual.Numbers![0]));
        Assert.All(result.Pictures, picture => Assert.Equal("PNG"u8, picture.Picture.ToPng().AsSpan(1, 3)));
    }

    [Fact]
    public void An_interrupt_ends_the_training()
    {
        using var interrupt = new CancellationTokenSource();
        var told = new List<long>();
        var run = new ExampleRun
        {
            Progress = new(
                step =>
                {
                    told.Add(step.Done);
                    interrupt.Cancel();
                },
                interrupt.Token),
        };

        Assert.Throws<OperationCanceledException>(() => new RegressionExample().Run(run));
        Assert.Equal([0], told);
    }
}
