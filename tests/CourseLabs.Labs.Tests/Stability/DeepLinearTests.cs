using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Plots;
using static TorchSharp.torch;

namespace CourseLabs.Labs.Tests;

public sealed class DeepLinearTests
{
    [Theory]
    [MemberData(nameof(PeerFigures.Seeds), MemberType = typeof(PeerFigures))]
    public void The_clipped_descent_is_PyTorchs_on_every_machine(long seed) => AssertEqual(StabilityPeer.Of(seed), seed);

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(-9)]
    public void Without_clipping_the_loss_is_soon_no_number_and_with_it_falls(long seed)
    {
        using var free = new DeepLinear(seed, 10, 1, CPU);
        using var clipped = new DeepLinear(seed, 10, 1, CPU);

        Assert.Contains(free.Train(20, 0.01, null).Losses, loss => !float.IsFinite(loss));
        float[] losses = clipped.Train(300, 0.01, 1).Losses;
        Assert.True(losses[^1] < losses[0] / 10, $"{losses[0]} to {losses[^1]}");
    }

    [Fact]
    public void A_gradient_that_is_small_enough_is_not_clipped()
    {
        using var free = new DeepLinear(2, 3, DeepLinear.KeepingStd, CPU);
        using var clipped = new DeepLinear(2, 3, DeepLinear.KeepingStd, CPU);

        Assert.Equal(free.Train(30, 0.01, null).Losses, clipped.Train(30, 0.01, 1e6).Losses);
    }

    [Fact]
    public void The_example_meets_every_figure()
    {
        ExampleResult result = new GradientClippingExample().Run(new());

        Assert.Equal([true, true, true, true, null], result.Figures.Select(f => f.Match));
        Assert.Contains(((Plot)result.Pictures.Single(p => p.Name == "loss").Picture).Legend, text => text.Contains("not finite", StringComparison.Ordinal));
    }

    [Fact]
    public void A_network_too_deep_for_float32_is_told_in_words()
    {
        ExampleContext context = new ExampleContext { Quick = true }.With(GradientClippingExample.Depth, 200);

        ExampleResult result = new GradientClippingExample().Run(context);

        Assert.Equal("infinite or no number from step 0 on", result.Figures.Single(f => f.Name == "loss with clipping").Actual.Text);
        Assert.All(result.Pictures, picture => Assert.Equal("PNG"u8, picture.Picture.ToPng().AsSpan(1, 3)));
    }

    private static void AssertEqual(PeerFigures peer, long seed)
    {
        using var network = new DeepLinear(seed, 10, 1, CPU);
        (float[] losses, double[] norms) = network.Train(20, 0.01, 1);
        peer.AssertEqual("linear.losses", losses, 1e-3);
        peer.AssertEqual("linear.norms", norms, 1e-3);
    }
}
