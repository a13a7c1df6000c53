using CourseLabs.Backprop.Networks;
using CourseLabs.Backprop.Optimizers;
using CourseLabs.Matrices;

namespace CourseLabs.Labs.Tests;

/// <summary>Deck E's optimizers as they are written and as they are meant, each beside the hand-written one (<c>labs/ERRATA.md</c>).</summary>
public sealed class OptimizerErrataTests
{
    private const double LearningRate = 0.1, Gamma1 = 0.9, Gamma2 = 0.999, Epsilon = 0.01;

    [Theory]
    [InlineData("Adagrad")]
    [InlineData("RMSprop")]
    public void Adding_the_step_of_Adagrad_or_RMSprop_climbs(string name)
    {
        // error = W^2 / 2, so that its gradient is W.
        var parameter = new Parameter("W", Matrix.FromRow(1));
        Optimizer ours = name == "Adagrad"
            ? new Adagrad([parameter], LearningRate, epsilon: Epsilon, place: EpsilonPlace.InsideRoot)
            : new RmsProp([parameter], LearningRate, Gamma1, Epsilon, place: EpsilonPlace.InsideRoot);
        double slide = 1, meant = 1, slideG = 0, meantG = 0;
        double Accumulate(double sum, double g) => name == "Adagrad" ? sum + g * g : Gamma1 * sum + (1 - Gamma1) * g * g;
        for (var t = 1; t <= 10; t++)
        {
            var before = slide;
            slideG = Accumulate(slideG, slide);
            slide += LearningRate / Math.Sqrt(slideG + Epsilon) * slide;
            meantG = Accumulate(meantG, meant);
            meant -= LearningRate / Math.Sqrt(meantG + Epsilon) * meant;
            parameter.Gradient.CopyFrom(parameter.Value);
            ours.Step();

            Assert.True(slide > before, "the error has grown");
            Assert.Equal(meant, parameter.Value[0, 0], 1e-14);
        }

        Assert.True(meant < 1);
    }

    [Fact]
    public void Adams_mean_of_gradients_needs_its_own_past()
    {
        // A gradient that is always g: a mean of it is g, once the start is corrected.
        const double g = 0.1;
        double slideV = 0, v = 0, gg = 0;
        for (var t = 1; t <= 3; t++)
        {
            slideV = Gamma1 * gg + (1 - Gamma1) * g;
            v = Gamma1 * v + (1 - Gamma1) * g;
            gg = Gamma2 * gg + (1 - Gamma2) * g * g;
        }

        double Corrected(double mean) => mean / (1 - Math.Pow(Gamma1, 3));
        Assert.Equal(g, Corrected(v), 1e-15);
        Assert.True(Corrected(slideV) < 0.4 * g, $"{Corrected(slideV)}");
        Assert.Equal(Steps([g, g, g]), -LearningRate * 3 * g / Math.Sqrt(g * g + Epsilon), 1e-12);
    }

    [Fact]
    public void Adams_corrections_divide_by_the_gammas_powers()
    {
        const double g = 0.1;
        double v = (1 - Gamma1) * g, gg = (1 - Gamma2) * g * g;

        Assert.Equal(g, v / (1 - Math.Pow(Gamma1, 1)), 1e-15);
        Assert.Equal(g * g, gg / (1 - Math.Pow(Gamma2, 1)), 1e-15);
        // With V^t and G^t for the gammas' powers hardly anything is corrected: V stays at a tenth of g.
        Assert.Equal(0.101, v / (1 - Math.Pow(v, 1)) / g, 3);
        Assert.Equal(-LearningRate * g / Math.Sqrt(g * g + Epsilon), Steps([g]), 1e-12);
    }

    [Fact]
    public void Adam_with_V_and_G_exchanged_is_no_number_or_goes_uphill()
    {
        // After one step V^ = g and G^ = g^2.
        static double Slide(double g) => -LearningRate * (g * g) / Math.Sqrt(g + Epsilon);

        Assert.True(double.IsNaN(Slide(-0.1)), "the root of a negative mean");
        Assert.True(Slide(-0.005) < 0, "with a gradient below 0 the weight must grow");
        Assert.True(Steps([-0.005]) > 0);
        Assert.Equal(-Steps([-0.1]), Steps([0.1]));
    }

    // Where our Adam, with the slide's epsilon in the root, has gone from 0 after these gradients.
    private static double Steps(double[] gradients)
    {
        var parameter = new Parameter("W", Matrix.FromRow(0));
        var adam = new Adam([parameter], LearningRate, Gamma1, Gamma2, Epsilon, place: EpsilonPlace.InsideRoot);
        foreach (var g in gradients)
        {
            parameter.Gradient[0, 0] = g;
            adam.Step();
        }

        return parameter.Value[0, 0];
    }
}
