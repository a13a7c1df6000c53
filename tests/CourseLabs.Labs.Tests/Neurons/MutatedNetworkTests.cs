using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Networks;
using CourseLabs.Examples;
using CourseLabs.Matrices;

namespace CourseLabs.Labs.Tests;

/// <summary>The figures of A1 and E3's ranking tell a wrong program from the right one.</summary>
public sealed class MutatedNetworkTests
{
    [Fact]
    public void Multiplying_out_with_a_bias_or_a_layer_left_out_is_no_longer_the_deep_network()
    {
        const string name = "largest |deep - (W x + b)| / largest |y|";
        var figure = new LinearCollapseExample().Run(new ExampleRun()).Figures.Single(f => f.Name == name);
        var deep = LinearCollapseExample.Draw([1, 4, 4, 4, 1], () => new Identity(), new Random(0));
        Matrix x = Matrix.FromRow(-2, 0.5, 3).T, y = deep.Forward(x);
        bool Meets(IEnumerable<Dense> layers)
        {
            (var w, var b) = LinearCollapseExample.Collapse(new Network([.. layers]));
            return ((FigureValue)LinearCollapseExample.Apart(y, x.Dot(w) + b)).IsWithin(figure.Tolerance!.Value, figure.Expected!);
        }

        Assert.True(figure.Match);
        Assert.True(Meets(deep.Layers));
        Assert.All(Enumerable.Range(0, 4), left => Assert.False(Meets(deep.Layers.Select(
            (l, i) => new Dense(l.Weight.Value, i == left ? new Matrix(1, l.Outputs) : l.Bias!.Value, new Identity())))));
        Assert.False(Meets(deep.Layers.Where((_, i) => i != 2)));
    }

    [Fact]
    public void Another_slope_or_alpha_is_not_autograds_gradient()
    {
        Assert.InRange(ActivationRankingExample.GradientError(() => new LeakyRelu(0.1), () => new LeakyRelu(0.1), 0), 0, 1e-12);
        Assert.True(ActivationRankingExample.GradientError(() => new LeakyRelu(0.1), () => new LeakyRelu(0.1001), 0) > 1e-12);
        Assert.True(ActivationRankingExample.GradientError(() => new Elu(), () => new Elu(0.999), 0) > 1e-12);
        Assert.True(ActivationRankingExample.GradientError(() => new Relu(), () => new LeakyRelu(0.1), 0) > 1e-12);
    }
}
