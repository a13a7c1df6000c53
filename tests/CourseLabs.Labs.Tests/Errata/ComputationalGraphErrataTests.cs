using CourseLabs.Backprop.Scalars;

namespace CourseLabs.Labs.Tests;

/// <summary>The mistakes of the decks about computational graphs, in numbers (<c>labs/ERRATA.md</c>).</summary>
public sealed class ComputationalGraphErrataTests
{
    [Fact]
    public void The_chain_rule_as_extracted_subtracts_where_it_must_multiply()
    {
        Node x = -2, y = 5, z = -4;
        var q = x + y;
        (q * z).Backward();
        double localGradient = 1;

        Assert.Equal(-8, q.Gradient * localGradient - 4 * 1);
        Assert.Equal(-4, q.Gradient * localGradient);
        Assert.Equal(-4, x.Gradient);
    }

    [Fact]
    public void Rounding_the_upstream_gradient_early_makes_0_39_into_0_4()
    {
        Node w0 = 2, x0 = -1, w1 = -3, x1 = -2, w2 = -3;
        var s = w0 * x0 + w1 * x1 + w2;
        s.Sigmoid().Backward();

        Assert.Equal(0.4, 2 * Math.Round(s.Gradient, 1), 15);
        Assert.Equal(0.3932, x0.Gradient, 4);
        Assert.Equal(0.39, Math.Round(x0.Gradient, 2));
    }
}
