namespace CourseLabs.Labs.Tests;

public sealed class RationalFunctionTests
{
    private static readonly RationalFunction U = RationalFunction.U;

    [Fact]
    public void The_sigmoids_derivative_is_s_times_1_less_s_and_no_other_formula_of_the_slides()
    {
        RationalFunction s = 1 / (1 + U), slope = s.Derivative() * -U;

        Assert.True(slope.Is(s * (1 - s)));
        Assert.True(slope.Is(U / ((1 + U) * (1 + U))));
        // Deck A as extracted, and deck E's line before its last.
        Assert.False(slope.Is(-(1 / ((1 + U) * (1 + U))) - U));
        Assert.False(slope.Is(s * ((1 - (1 + U)) / (1 + U))));
        Assert.True((-slope).Is(s * ((1 - (1 + U)) / (1 + U))));
    }

    [Fact]
    public void Fractions_that_can_be_shortened_are_the_same() => Assert.True((((U * U) - 1) / (U - 1)).Is(U + 1));

    [Fact]
    public void The_quotient_rule_holds_for_powers()
    {
        Assert.True((U * U * U).Derivative().Is(3 * U * U));
        Assert.True((1 / (U * U)).Derivative().Is(-2 / (U * U * U)));
        Assert.True(((RationalFunction)5).Derivative().Is(0));
    }

    [Fact]
    public void Nothing_is_divided_by_0()
    {
        Assert.Throws<DivideByZeroException>(() => U / 0);
        Assert.Throws<DivideByZeroException>(() => 1 / (U - U));
    }

    [Fact]
    public void A_fraction_reads_as_text() => Assert.Equal("(-u + 3u^2) / (1 - 2u)", (((3 * U * U) - U) / (1 - (2 * U))).ToString());
}
