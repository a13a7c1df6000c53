using CourseLabs.Examples;
using static TorchSharp.torch;

namespace CourseLabs.Labs.Tests;

public sealed class SigmoidGradientTests
{
    // But for x = 0, which rounding makes 4e-16 or 0.
    [Fact]
    public void The_plot_is_PyTorchs_on_every_machine()
    {
        AssertEqual(StabilityPeer.Of(0));
        Assert.All(
            StabilityPeer.Of(0).Numbers("sigmoid.x").Zip(SigmoidGradient.Compute(CPU).X), pair => Assert.Equal(pair.First, pair.Second, 6));
    }

    [Fact]
    public void The_slides_figures_are_met()
    {
        ExampleResult result = new SigmoidGradientExample().Run(new());

        Assert.Equal(["points", "largest gradient", "x of the largest gradient", "gradient at 4"], result.Figures.Take(4).Select(f => f.Name));
        Assert.DoesNotContain(result.Figures, f => f.Match == false);
    }

    private static void AssertEqual(PeerFigures peer)
    {
        SigmoidGradient plot = SigmoidGradient.Compute(CPU);
        peer.AssertEqual("sigmoid.y", plot.Y, 1e-6);
        // A last bit of sigmoid(8) = 0.9997 is that much of 1 - sigmoid(8).
        peer.AssertEqual("sigmoid.gradient", plot.Gradient, 4e-4);
    }
}
