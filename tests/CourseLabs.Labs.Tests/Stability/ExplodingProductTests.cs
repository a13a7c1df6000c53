using System.Text.RegularExpressions;
using CourseLabs.Torch;
using static TorchSharp.torch;

namespace CourseLabs.Labs.Tests;

public sealed class ExplodingProductTests
{
    [Theory]
    [MemberData(nameof(PeerFigures.Seeds), MemberType = typeof(PeerFigures))]
    public void The_product_is_PyTorchs_on_every_machine(long seed)
    {
        using var scope = NewDisposeScope();
        var peer = StabilityPeer.Of(seed);
        var (single, M, norms) = Run(seed, 100);

        // Of the product the last printed digit may differ: a hundred factors amplify the rounding, which each BLAS does in its own order.
        var texts = peer.Texts("product.texts");
        Assert.Equal(texts[0], Printed(single));
        Assert.Equal(WithoutDigits(texts[1]), WithoutDigits(Printed(M)));
        peer.AssertEqual("product.entries", M.Floats());
        peer.AssertEqual("product.norms", norms);
        peer.AssertEqual("product.rank", [(double)linalg.matrix_rank(M).item<long>()]);
    }

    [Theory]
    [MemberData(nameof(PeerFigures.Seeds), MemberType = typeof(PeerFigures))]
    public void The_explosion_is_printed_and_ends_as_PyTorchs_does(long seed)
    {
        using var scope = NewDisposeScope();
        var peer = StabilityPeer.Of(seed);
        var (single, M, norms) = Run(seed, 300);

        peer.AssertEqual("explosion.norms", norms.TakeWhile(double.IsFinite));
        Assert.Equal(peer.Texts("explosion.texts"), new[] { Printed(single), Printed(M) });
    }

    [Fact]
    public void A_thousand_factors_are_infinite_from_159_on_and_then_no_number()
    {
        using var scope = NewDisposeScope();
        var norms = Run(0, 1000).Norms;

        Assert.True(double.IsFinite(norms[158]));
        Assert.Equal(double.PositiveInfinity, norms[159]);
        Assert.True(double.IsNaN(norms[1000]));
    }

    [Fact]
    public void The_logarithm_of_the_norm_grows_by_Newmans_exponent_a_factor()
    {
        using var scope = NewDisposeScope();
        double[][] norms = [.. Enumerable.Range(0, 40).Select(seed => Run(seed, 100).Norms)];

        Assert.Equal(1.747, ExplodingProductExample.Growth, 3);
        // 40 means of 100 factors, each with the variance psi'(2) / 4 = 0.161: four standard errors, and 0.01 for the first factors.
        var growth = norms.Average(n => Math.Log(n[100] / n[0]) / 100);
        Assert.InRange(growth - Math.Log(ExplodingProductExample.Growth), -0.036, 0.036);
    }

    // COURSE D4: of the seeds, 95 % have their largest entry in 2.9e21 to 8.1e27, half of them above 6.5e24.
    [Fact]
    public void Over_seeds_the_largest_entry_is_spread_as_the_course_says_and_most_products_are_of_rank_one()
    {
        using var scope = NewDisposeScope();
        Tensor[] products = [.. Enumerable.Range(1000, 200).Select(seed => Run(seed, 100).M)];
        double[] largest = [.. products.Select(M => (double)M.abs().max().item<float>())];

        Assert.InRange(largest.Count(entry => entry is >= 2.9e21 and <= 8.1e27), 178, 200);
        Assert.InRange(largest.Count(entry => entry > 6.5e24), 70, 130);
        // PyTorch 1.13, seeds 0 to 399: 81 %.
        Assert.InRange(products.Count(M => linalg.matrix_rank(M).item<long>() == 1), 138, 186);
    }

    [Fact]
    public void The_slides_own_product_is_of_rank_one_to_its_printed_digits()
    {
        using var slides = tensor(
            new[]
            {
                -4.0315e+22, 9.2344e+21, -7.7860e+21, 2.1396e+22, -7.2791e+22, 1.6673e+22, -1.4058e+22, 3.8631e+22,
                -6.9486e+22, 1.5916e+22, -1.3420e+22, 3.6877e+22, -3.3651e+22, 7.7079e+21, -6.4990e+21, 1.7859e+22,
            },
            [4, 4]);
        using var singular = linalg.svdvals(slides);
        var values = singular.data<double>().ToArray();

        Assert.InRange(values[1] / values[0], 0, 5e-5);
    }

    // The slide's program with another factor.
    [Theory]
    [InlineData(0.0, 1.001, 100)]
    [InlineData(0.01, 1.0, 100)]
    [InlineData(0.0, 1.0, 99)]
    [InlineData(0.0, 1.3, 100)]
    public void Another_mean_scale_or_number_of_factors_misses_the_largest_entry(double mean, double std, int factors)
    {
        using var scope = NewDisposeScope();
        var (_, M, norms) = Run(0, 100);
        var (wrong, wrongNorms) = Wrong(0, mean, std, factors);
        var right = ExplodingProductExample.Figures(M, norms, 0, isSlides: true);

        Assert.Contains("largest |entry|", MissedFigures.Of(right, ExplodingProductExample.Figures(wrong, wrongNorms, 0, isSlides: true)));
        Assert.DoesNotContain("largest |entry|", MissedFigures.Of(right, right));
    }

    [Theory]
    [InlineData(0.0, 1.0, true)]
    [InlineData(0.0, 1.05, false)]
    [InlineData(0.0, 0.95, false)]
    [InlineData(0.3, 1.0, false)]
    public void The_mean_growth_of_a_hundred_seeds_tells_factors_of_another_scale_or_mean(double mean, double std, bool match)
    {
        using var scope = NewDisposeScope();
        var (_, M, norms) = Run(0, 100);

        var slope = Enumerable.Range(0, 100).Average(seed => ExplodingProductExample.Slope(Wrong(seed, mean, std, 100).Norms));

        var figure = ExplodingProductExample.Figures(M, norms, slope, isSlides: false).Single(f => f.Expected is not null);
        Assert.Equal(match, figure.Match);
    }

    private static (Tensor M, double[] Norms) Wrong(long seed, double mean, double std, int factors)
    {
        manual_seed(seed);
        var M = normal(mean, std, [4, 4]);
        List<double> norms = [M.NormInFloat64()];
        for (var i = 0; i < factors; i++)
        {
            M = mm(M, normal(mean, std, [4, 4]));
            norms.Add(M.NormInFloat64());
        }

        return (M, [.. norms]);
    }

    private static (Tensor Single, Tensor M, double[] Norms) Run(long seed, int factors)
    {
        manual_seed(seed);
        return ExplodingProduct.Run(factors);
    }

    // Signs, exponents and layout.
    private static string WithoutDigits(string text) => Regex.Replace(text, @"\d\.\d{4}", "0.0000");

    private static string Printed(Tensor M) => string.Join('\n', TorchPrint.Lines(M));
}
