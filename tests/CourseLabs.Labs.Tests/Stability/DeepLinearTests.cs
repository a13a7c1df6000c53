using CourseLabs.Examples;
using CourseLabs.Matrices;
using CourseLabs.Plots;
using static TorchSharp.torch;

namespace CourseLabs.Labs.Tests;

public sealed class DeepLinearTests
{
    [Theory]
    [MemberData(nameof(PeerFigures.Seeds), MemberType = typeof(PeerFigures))]
    public void The_clipped_descent_is_PyTorchs_on_every_machine(long seed)
    {
        var peer = StabilityPeer.Of(seed);
        (var losses, var norms) = Train(seed, 20, clip: 1);

        peer.AssertEqual("linear.losses", losses, 1e-3);
        peer.AssertEqual("linear.norms", norms, 1e-3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(-9)]
    public void Without_clipping_the_loss_is_soon_no_number_and_with_it_falls(long seed)
    {
        var losses = Train(seed, 300, clip: 1).Losses;

        Assert.Contains(Train(seed, 20, double.PositiveInfinity).Losses, loss => !float.IsFinite(loss));
        Assert.True(losses[^1] < losses[0] / 10, $"{losses[0]} to {losses[^1]}");
    }

    [Fact]
    public void A_gradient_that_is_small_enough_is_not_clipped() =>
        Assert.Equal(Train(2, 30, double.PositiveInfinity, 3, 0.5).Losses, Train(2, 30, 1e6, 3, 0.5).Losses);

    // From entries of 1.8e19 on the norm is infinite in float32; divided by that, every gradient is 0 and nothing is learned.
    [Fact]
    public void A_gradient_whose_norm_no_float32_holds_is_clipped_too()
    {
        (var losses, var norms) = Train(0, 100, clip: 1, depth: 60);

        Assert.True(norms[0] > 1.9e19, $"{norms[0]}");
        Assert.All(losses.Zip(losses.Skip(1)).Take(10), pair => Assert.True(pair.Second < pair.First, $"{pair}"));
        Assert.True(losses[^1] < losses[0] / 100, $"{losses[0]} to {losses[^1]}");
    }

    [Fact]
    public void A_target_of_another_shape_is_an_error()
    {
        using var scope = NewDisposeScope();

        Assert.Throws<ShapeException>(() => (DeepLinear.Draw(2) with { Y = ones(4) }).Loss());
    }

    [Fact]
    public void The_example_meets_every_figure()
    {
        var result = new GradientClippingExample().Run(new ExampleRun());

        Assert.Equal([true, true, true, true, null], result.Figures.Select(f => f.Match));
        Assert.Contains(
            ((Plot)result.Pictures.Single(p => p.Name == "loss").Picture).Legend,
            text => text.Contains("not finite", StringComparison.Ordinal));
    }

    [Fact]
    public void Another_clip_rate_or_depth_misses_a_figure()
    {
        var right = new GradientClippingExample().Run(new(Steps: 20), new());
        string[] Missed(GradientClippingExample.Settings wrong) =>
            MissedFigures.Of(right.Figures, new GradientClippingExample().Run(wrong, new()).Figures);

        Assert.Equal(["loss with clipping after 10 steps"], Missed(new(Steps: 20, Clip: 1.001)));
        Assert.Equal(["loss with clipping after 10 steps"], Missed(new(Steps: 20, LearningRate: 0.01001)));
        Assert.Equal(["loss without clipping", "loss with clipping after 10 steps"], Missed(new(Steps: 20, LearningRate: 1e-9)));
        Assert.Contains("first loss", Missed(new(Steps: 20, Depth: 9)));
        Assert.Contains("norm of the gradient before training", Missed(new(Steps: 20, Depth: 9)));
    }

    [Fact]
    public void A_network_too_deep_for_float32_is_told_in_words()
    {
        var result = new GradientClippingExample().Run(new(Depth: 200, Steps: 100), new());

        Assert.Equal("infinite or no number from step 0 on", result.Figures.Single(f => f.Name == "loss with clipping").Actual.Text);
        Assert.All(result.Pictures, picture => Assert.Equal("PNG"u8, picture.Picture.ToPng().AsSpan(1, 3)));
    }

    private static (float[] Losses, double[] Norms) Train(long seed, int steps, double clip, int depth = 10, double std = 1)
    {
        using var scope = NewDisposeScope();
        manual_seed(seed);
        return DeepLinear.Draw(depth, std).Train(steps, 0.01, clip);
    }
}
