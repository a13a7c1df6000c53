using CourseLabs.Labs.Stability;
using Xunit;
using static TorchSharp.torch;

namespace CourseLabs.Labs.Tests.Stability;

public sealed class MatrixProductTests
{
    [PeerTheory]
    [MemberData(nameof(StabilityPeer.OtherSeeds), MemberType = typeof(StabilityPeer))]
    public void The_product_and_its_singular_values_have_the_bits_of_PyTorchs(long seed)
    {
        MatrixProduct product = MatrixProduct.Compute(seed, 100, CPU);
        StabilityPeer peer = StabilityPeer.Asked(seed);

        AssertEqual(peer, product);
        peer.AssertEqual("product.singular", product.SingularValues);
    }

    [Theory]
    [MemberData(nameof(StabilityPeer.FiledSeeds), MemberType = typeof(StabilityPeer))]
    public void The_product_is_PyTorchs_on_every_machine(long seed) =>
        AssertEqual(StabilityPeer.Filed(seed), MatrixProduct.Compute(seed, 100, CPU));

    [PeerTheory]
    [MemberData(nameof(StabilityPeer.OtherSeeds), MemberType = typeof(StabilityPeer))]
    public void The_explosion_is_printed_and_ends_as_PyTorchs_does(long seed)
    {
        MatrixProduct product = MatrixProduct.Compute(seed, 300, CPU);
        StabilityPeer peer = StabilityPeer.Asked(seed);

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

    private static void AssertEqual(StabilityPeer peer, MatrixProduct product)
    {
        Assert.Equal(peer.Texts("product.texts"), new[] { Joined(product.First), Joined(product.Last) });
        peer.AssertEqual("product.entries", product.Entries);
        peer.AssertEqual("product.norms", product.Norms);
        peer.AssertEqual("product.rank", [(double)product.Rank!]);
    }

    private static string Joined(IEnumerable<string> lines) => string.Join('\n', lines);
}
