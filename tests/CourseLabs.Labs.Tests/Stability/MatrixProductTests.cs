using System.Text.RegularExpressions;
using static TorchSharp.torch;

namespace CourseLabs.Labs.Tests;

public sealed class MatrixProductTests
{
    [Theory]
    [MemberData(nameof(PeerFigures.Seeds), MemberType = typeof(PeerFigures))]
    public void The_product_is_PyTorchs_on_every_machine(long seed) =>
        AssertEqual(StabilityPeer.Of(seed), MatrixProduct.Compute(seed, 100, CPU));

    [Theory]
    [MemberData(nameof(PeerFigures.Seeds), MemberType = typeof(PeerFigures))]
    public void The_explosion_is_printed_and_ends_as_PyTorchs_does(long seed)
    {
        MatrixProduct product = MatrixProduct.Compute(seed, 300, CPU);
        PeerFigures peer = StabilityPeer.Of(seed);

        peer.AssertEqual("explosion.norms", product.Norms.TakeWhile(double.IsFinite));
        Assert.Equal(peer.Texts("explosion.texts"), new[] { Joined(product.First), Joined(product.Last) });
        Assert.Equal(peer.Numbers("explosion.norms").Length - 1, product.LastFinite);
    }

    [Fact]
    public void A_thousand_factors_are_no_number_and_no_crash()
    {
        MatrixProduct product = MatrixProduct.Compute(0, 1000, CPU);

        Assert.True(double.IsNaN(product.LargestEntry));
        Assert.Empty(product.SingularValues);
        Assert.Null(product.Rank);
        Assert.Equal(158, product.LastFinite);
        Assert.Equal(double.PositiveInfinity, product.Norms[159]);
        Assert.True(double.IsNaN(product.Norms[1000]));
    }

    [Fact]
    public void The_logarithm_of_the_norm_grows_by_Newmans_exponent_a_factor()
    {
        double[] growths = [.. Enumerable.Range(0, 40).Select(seed => Math.Log(MatrixProduct.Compute(seed, 100, CPU).MeanGrowth))];

        Assert.Equal(1.747, MatrixProduct.Growth, 3);
        // 40 means of 100 factors, each with the variance psi'(2) / 4 = 0.161: four standard errors, and 0.01 for the first factors.
        Assert.InRange(growths.Average() - Math.Log(MatrixProduct.Growth), -0.036, 0.036);
    }

    // COURSE D4: of the seeds, 95 % have their largest entry in 2.9e21 to 8.1e27, half of them above 6.5e24.
    [Fact]
    public void Over_seeds_the_largest_entry_is_spread_as_the_course_says_and_most_products_are_of_rank_one()
    {
        MatrixProduct[] products = [.. Enumerable.Range(1000, 200).Select(seed => MatrixProduct.Compute(seed, 100, CPU))];

        Assert.InRange(products.Count(product => product.LargestEntry is >= 2.9e21 and <= 8.1e27), 178, 200);
        Assert.InRange(products.Count(product => product.LargestEntry > 6.5e24), 70, 130);
        // PyTorch 1.13, seeds 0 to 399: 81 %.
        Assert.InRange(products.Count(product => product.Rank == 1), 138, 186);
    }

    [Fact]
    public void The_slides_own_product_is_of_rank_one_to_its_printed_digits()
    {
        using Tensor slides = tensor(
            new[]
            {
                -4.0315e+22, 9.2344e+21, -7.7860e+21, 2.1396e+22, -7.2791e+22, 1.6673e+22, -1.4058e+22, 3.8631e+22,
                -6.9486e+22, 1.5916e+22, -1.3420e+22, 3.6877e+22, -3.3651e+22, 7.7079e+21, -6.4990e+21, 1.7859e+22,
            },
            [4, 4]);
        using Tensor singular = linalg.svdvals(slides);
        double[] values = singular.data<double>().ToArray();

        Assert.InRange(values[1] / values[0], 0, 5e-5);
    }

    private static void AssertEqual(PeerFigures peer, MatrixProduct product)
    {
        // Of the product the last printed digit may differ: a hundred factors amplify the rounding, which each BLAS does in its own order.
        string[] texts = peer.Texts("product.texts");
        Assert.Equal(texts[0], Joined(product.First));
        Assert.Equal(WithoutDigits(texts[1]), WithoutDigits(Joined(product.Last)));
        peer.AssertEqual("product.entries", product.Entries);
        peer.AssertEqual("product.norms", product.Norms);
        peer.AssertEqual("product.rank", [(double)product.Rank!]);
    }

    // Signs, exponents and layout.
    private static string WithoutDigits(string text) => Regex.Replace(text, @"\d\.\d{4}", "0.0000");

    private static string Joined(IEnumerable<string> lines) => string.Join('\n', lines);
}
