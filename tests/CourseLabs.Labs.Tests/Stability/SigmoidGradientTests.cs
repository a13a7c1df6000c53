using CourseLabs.Examples;
using CourseLabs.Torch;
using static TorchSharp.torch;

namespace CourseLabs.Labs.Tests;

public sealed class SigmoidGradientTests
{
    // But for x = 0, which rounding makes 4e-16 or 0.
    [Fact]
    public void The_plot_is_PyTorchs_on_every_machine()
    {
        using var scope = NewDisposeScope();
        var peer = StabilityPeer.Of(0);
        var (x, y) = SigmoidGradient.Run();

        peer.AssertEqual("sigmoid.y", y.Floats(), 1e-6);
        // A last bit of sigmoid(8) = 0.9997 is that much of 1 - sigmoid(8).
        peer.AssertEqual("sigmoid.gradient", x.grad!.Floats(), 4e-4);
        Assert.All(peer.Numbers("sigmoid.x").Zip(x.Floats()), pair => Assert.Equal(pair.First, pair.Second, 6));
    }

    [Fact]
    public void The_slides_figures_are_met()
    {
        var result = new SigmoidGradientExample().Run(new ExampleRun());

        Assert.Equal(
            ["points", "largest gradient", "x of the largest gradient", "gradient at 4"], result.Figures.Take(4).Select(f => f.Name));
        Assert.Equal(5, result.Figures.Count(f => f.Match == true));
        Assert.DoesNotContain(result.Figures, f => f.Match == false);
    }

    [Theory]
    [InlineData("step", "points")]
    [InlineData("tanh", "largest gradient")]
    [InlineData("shifted", "x of the largest gradient")]
    [InlineData("last bits", "largest distance from the derivative by hand")]
    public void Another_grid_or_function_misses_a_figure(string mistake, string figure)
    {
        using var scope = NewDisposeScope();
        var x = arange(-8.0, 8.0, mistake == "step" ? 0.2 : 0.1, dtype: float32, requires_grad: true);
        var y = mistake switch
        {
            "tanh" => tanh(x),
            "shifted" => sigmoid(x - 1),
            "last bits" => sigmoid(x) * 1.000002f,
            _ => sigmoid(x),
        };
        y.backward([ones_like(x)]);
        var (rightX, _) = SigmoidGradient.Run();
        var right = SigmoidGradientExample.Figures(rightX.Floats(), rightX.grad!.Floats());

        var missed = MissedFigures.Of(right, SigmoidGradientExample.Figures(x.Floats(), x.grad!.Floats()));

        Assert.Empty(MissedFigures.Of(right, right));
        Assert.Contains(figure, missed);
    }
}
