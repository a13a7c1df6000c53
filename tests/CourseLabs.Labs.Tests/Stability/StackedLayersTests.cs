using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using static TorchSharp.torch;

namespace CourseLabs.Labs.Tests;

public sealed class StackedLayersTests
{
    [Theory]
    [MemberData(nameof(PeerFigures.Seeds), MemberType = typeof(PeerFigures))]
    public void The_gradients_norms_are_PyTorchs_on_every_machine(long seed) => AssertEqual(StabilityPeer.Of(seed), seed);

    [Theory]
    [InlineData(2, 1)]
    [InlineData(2, 7)]
    [InlineData(13, 64)]
    [InlineData(50, 32)]
    public void By_hand_the_norms_are_the_same_at_every_depth(int depth, int width)
    {
        for (long seed = 0; seed < 5; seed++)
        {
            using var stack = new StackedLayers(seed, depth, width, 1, CPU);
            Assert.All(NamedActivation.All, f => Assert.InRange(stack.Gradients(f.Apply).RelativeDistance(stack.GradientsByHand(f.Name)), 0, 1e-12));
        }
    }

    [Fact]
    public void Another_activation_before_it_changes_nothing()
    {
        using var stack = new StackedLayers(3, 5, 8, 1, CPU);
        StackGradients first = stack.Gradients(tanh);
        stack.Gradients(sigmoid);

        Assert.Equal(0, first.RelativeDistance(stack.Gradients(tanh)));
    }

    // |delta| <= 1/4 |W| |delta of the next layer|, and N(0, 1/n) has a spectral norm near 2: the gradient must shrink.
    [Fact]
    public void A_sigmoid_layer_takes_at_least_half_of_the_gradient_with_the_slides_weights()
    {
        for (long seed = 0; seed < 10; seed++)
        {
            using var stack = new StackedLayers(seed, 20, 64, 1, CPU);
            double[] norms = stack.Gradients(sigmoid).BySums;
            Assert.All(norms.Zip(norms.Skip(1)), pair => Assert.True(pair.First < 0.55 * pair.Second, $"{pair}"));
        }
    }

    [Fact]
    public void The_example_meets_every_figure_and_other_settings_claim_none_of_PyTorchs()
    {
        ExampleResult slides = new VanishingGradientExample().Run(new());
        ExampleResult other = new VanishingGradientExample().Run(new ExampleContext { Seed = 5 }.With(StackedLayers.DepthOption, 50));

        Assert.Equal(6, slides.Figures.Count(f => f.Match == true));
        Assert.Equal(3, other.Figures.Count(f => f.Match == true));
        Assert.All([slides, other], result => Assert.DoesNotContain(result.Figures, f => f.Match == false));
    }

    private static void AssertEqual(PeerFigures peer, long seed)
    {
        using var stack = new StackedLayers(seed, 30, 32, StackedLayers.HeGain, CPU);
        foreach (NamedActivation activation in NamedActivation.All)
        {
            StackGradients gradients = stack.Gradients(activation.Apply);
            peer.AssertEqual($"stack.{activation.Name}.sums", gradients.BySums, 1e-9);
            peer.AssertEqual($"stack.{activation.Name}.weights", gradients.ByWeights, 1e-9);
        }
    }
}
