using static TorchSharp.torch;

namespace CourseLabs.Labs.Tests;

/// <summary>The mistake of deck D about Xavier's initialization, in numbers (<c>labs/ERRATA.md</c>).</summary>
public sealed class InitializationErrataTests
{
    [Theory]
    [InlineData(100, 100)]
    [InlineData(500, 300)]
    public void The_root_of_2_by_n_in_plus_n_out_is_Xaviers_standard_deviation(int inputs, int outputs)
    {
        using var scope = NewDisposeScope();
        double slides = Math.Sqrt(2.0 / (inputs + outputs)), bound = Math.Sqrt(6.0 / (inputs + outputs));
        manual_seed(0);
        var weight = nn.init.xavier_normal_(empty(outputs, inputs, dtype: ScalarType.Float64));
        var variance = weight.var().item<double>();

        // The slide's own bound agrees: a uniform draw's variance is bound^2 / 3. Five standard errors for the sample.
        Assert.Equal(slides * slides, bound * bound / 3, 15);
        Assert.InRange(variance / (slides * slides), 1 - (5 * Math.Sqrt(2.0 / (inputs * outputs))), 1 + (5 * Math.Sqrt(2.0 / (inputs * outputs))));
        Assert.True(slides > 9 * variance, $"{slides} and {variance}");
    }

    [Fact]
    public void With_the_slides_variance_tanh_saturates_in_the_first_layer_already()
    {
        const int n = 200;
        var slides = Initializations.All[0] with { Draw = w => w.normal_(0, Math.Pow(2.0 / (n + n), 0.25)) };
        var xavier = Initializations.All.Single(scheme => scheme.Name == "Xavier normal");

        Assert.InRange(Saturated(slides), 0.5, 1);
        Assert.InRange(Saturated(xavier), 0, 0.1);

        static double Saturated(InitializationScheme scheme)
        {
            manual_seed(0);
            return LayerOutputs.Run(scheme, tanh, 1, n, 100).Values[0].Count(a => Math.Abs(a) > 0.95) / (double)(n * 100);
        }
    }
}
