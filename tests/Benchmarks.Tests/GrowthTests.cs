namespace CourseLabs.Benchmarks.Tests;

/// <summary>What is drawn of a growth. No time is asserted.</summary>
public sealed class GrowthTests
{
    private static readonly int[] Sizes = [1, 2, 4, 8, 16, 32];

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(3)]
    public void The_exponent_of_a_power_law_is_found(double k) =>
        Assert.Equal(k, PowerLaw.Exponent([.. Sizes.Select(n => (n, 7 * Math.Pow(n, k)))]), 1e-12);

    // Of the last three, log2 y = 0, 0, 3 at log2 n = 0, 1, 2.
    // The slope of least squares is ((-1)(0 - 1) + (1)(3 - 1)) / 2.
    [Fact]
    public void The_exponent_is_that_of_least_squares() =>
        Assert.Equal(1.5, PowerLaw.Exponent([(1, 9), (1, 5), (1, 1), (2, 1), (4, 8)]), 1e-12);

    [Fact]
    public void A_fixed_cost_at_small_sizes_does_not_change_the_exponent() =>
        Assert.Equal(2, PowerLaw.Exponent([.. Sizes.Select(n => (n, n < 8 ? 1000.0 : n * n))]), 1e-12);

    [Fact]
    public void Two_points_have_no_exponent_since_one_of_them_is_the_upper_half() =>
        Assert.Equal(double.NaN, PowerLaw.Exponent([(1, 1), (2, 2)]));

    [Fact]
    public void The_chart_has_what_was_measured_up_to_the_largest_size_and_the_fitted_exponents()
    {
        var plot = MadeUp(n => [new("linear", () => 5 * n), new("square", () => n * n)]).Measure(16);

        Assert.Equal(["linear: n^1.00", "square: n^2.00"], plot.Legend);
        Assert.Equal([1.0, 2, 4, 8, 16], plot.Series[0].Xs);
        Assert.Equal([1.0, 4, 16, 64, 256], plot.Series[1].Ys);
        Assert.Contains("fitted from n = 4 on", plot.X, StringComparison.Ordinal);
    }

    [Fact]
    public void A_peer_that_is_missing_is_left_out_and_asked_once()
    {
        var asked = 0;
        var plot = MadeUp(n => [new("here", () => n), new("missing", Missing, "something")]).Measure(32);

        Assert.Equal(["here: n^1.00"], plot.Legend);
        Assert.Equal(1, asked);

        double Missing()
        {
            asked++;
            throw new InvalidOperationException("It cannot be run.");
        }
    }

    private static Growth MadeUp(Func<int, Contender[]> at) => new("made-up", "Made up", "n, things", "seconds", Sizes, at);

    // It throws where the losses after three steps differ.
    [Fact]
    public void A_step_by_hand_and_in_TorchSharp_do_the_same()
    {
        var contenders = StepGrowth.Contenders([5, 4, 3], batch: 2)[..2];

        Assert.Equal(["C# by hand", "TorchSharp"], contenders.Select(c => c.Name));
        Assert.All(contenders, c => Assert.True(c.Measure() > 0));
    }
}
