using CourseLabs.Backprop.Activations;
using CourseLabs.Examples;
using CourseLabs.Plots;
using static TorchSharp.torch;

namespace CourseLabs.Labs.Tests;

public sealed class StackedLayersTests
{
    [Theory]
    [MemberData(nameof(PeerFigures.Seeds), MemberType = typeof(PeerFigures))]
    public void The_gradients_norms_are_PyTorchs_on_every_machine(long seed)
    {
        using var scope = NewDisposeScope();
        var peer = StabilityPeer.Of(seed);
        var stack = Draw(seed, 30, 32, StackedLayers.HeGain);
        foreach (var f in NamedActivation.All)
        {
            var gradients = stack.ByAutograd(f.Apply);
            peer.AssertEqual($"stack.{f.Name}.sums", gradients.BySums, 1e-9);
            peer.AssertEqual($"stack.{f.Name}.weights", gradients.ByWeights, 1e-9);
        }
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(2, 7)]
    [InlineData(13, 64)]
    [InlineData(50, 32)]
    public void By_hand_the_norms_are_the_same_at_every_depth(int depth, int width)
    {
        for (long seed = 0; seed < 5; seed++)
        {
            using var scope = NewDisposeScope();
            var stack = Draw(seed, depth, width);
            Assert.All(
                NamedActivation.All, f => Assert.InRange(stack.ByAutograd(f.Apply).RelativeDistance(stack.ByHand(f.ByHand)), 0, 1e-12));
        }
    }

    // |delta| <= 1/4 |W| |delta of the next layer|, and N(0, 1/n) has a spectral norm near 2: the gradient must shrink.
    [Fact]
    public void A_sigmoid_layer_takes_at_least_half_of_the_gradient_with_the_slides_weights()
    {
        for (long seed = 0; seed < 10; seed++)
        {
            using var scope = NewDisposeScope();
            var norms = Draw(seed, 20, 64).ByAutograd(sigmoid).BySums;
            Assert.All(norms.Zip(norms.Skip(1)), pair => Assert.True(pair.First < 0.55 * pair.Second, $"{pair}"));
        }
    }

    [Fact]
    public void The_example_meets_every_figure_and_other_settings_claim_none_of_PyTorchs()
    {
        var slides = new VanishingGradientExample().Run(new ExampleRun());
        var other = new VanishingGradientExample().Run(new(Depth: 50), new() { Seed = 5 });

        Assert.Equal(6, slides.Figures.Count(f => f.Match == true));
        Assert.Equal(3, other.Figures.Count(f => f.Match == true));
        Assert.All([slides, other], result => Assert.DoesNotContain(result.Figures, f => f.Match == false));
    }

    // tanh's 1 - a^2 is all rounding there, which by hand and autograd is another.
    [Theory]
    [InlineData(10, 50)]
    [InlineData(3, 50)]
    public void What_float64_cannot_tell_is_not_compared(double gain, int depth)
    {
        var figures = new VanishingGradientExample().Run(new(depth, Gain: gain), new()).Figures
            .Where(f => f.Name.Contains("autograd against by hand", StringComparison.Ordinal));

        Assert.Equal([true, null, true], figures.Select(f => f.Match));
    }

    [Fact]
    public void Other_settings_miss_what_PyTorch_lost_on_the_way_back()
    {
        var right = new VanishingGradientExample().Run(new ExampleRun());

        Assert.All(
            (VanishingGradientExample.Settings[])[new(Gain: 1.414), new(Depth: 29), new(Width: 33)],
            wrong => Assert.Equal(3, MissedFigures.Of(right.Figures, new VanishingGradientExample().Run(wrong, new()).Figures).Length));
    }

    // The slides' three rules without the slope, or with another one, are seen against autograd.
    [Fact]
    public void A_wrong_slope_by_hand_would_be_seen()
    {
        using var scope = NewDisposeScope();
        var stack = Draw(0, 30, 32);

        Assert.InRange(stack.ByHand(new Identity()).RelativeDistance(stack.ByAutograd(sigmoid)), 0.5, 1);
        Assert.InRange(stack.ByHand(new LeakyRelu(1e-9)).RelativeDistance(stack.ByAutograd(z => z.relu())), 1e-10, 1);
    }

    [Fact]
    public void A_norm_that_is_no_number_would_be_seen()
    {
        StackGradients right = new([1, 2], [3, 4]), wrong = new([1, double.NaN], [3, 4]);

        Assert.Equal(0, right.RelativeDistance(right));
        Assert.True(double.IsNaN(wrong.RelativeDistance(right)));
        Assert.False(Figure.Of("f", wrong.RelativeDistance(right), expected: 0, tolerance: 1e-12, source: "autograd").Match);
    }

    [Fact]
    public void Leaky_ReLU_is_drawn_with_the_decks_slope()
    {
        var result = new VanishingGradientExample().Run(new(Depth: 2, Width: 2), new());

        double Left(string picture) =>
            ((Plot)result.Pictures.Single(p => p.Name == picture).Picture).Series.Single(s => s.Name == "leaky-relu").Ys[0];
        Assert.Equal(-0.4, Left("activations"), 15); // at x = -4
        Assert.Equal(0.1, Left("derivatives"), 15);
    }

    private static StackedLayers Draw(long seed, int depth, int width, double gain = 1)
    {
        manual_seed(seed);
        return StackedLayers.Draw(depth, width, gain);
    }
}
