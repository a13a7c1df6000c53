using CourseLabs.Backprop.Initializers;

namespace CourseLabs.Backprop.Tests.Initializers;

public class InitializerTests
{
    private const int Draws = 400_000;

    public static TheoryData<string, Initializer, double, double> Cases => new()
    {
        { "normal", Initialize.Normal(0.5, 2), 0.5, 4 },
        { "randn / sqrt(n_in)", Initialize.ScaledNormal, 0, 1.0 / 30 },
        { "Xavier normal", Initialize.XavierNormal, 0, 2.0 / 50 },
        { "Xavier uniform", Initialize.XavierUniform, 0, 2.0 / 50 },
        { "He normal", Initialize.HeNormal, 0, 2.0 / 30 },
        { "He uniform", Initialize.HeUniform, 0, 2.0 / 30 },
        { "uniform", Initialize.Uniform(), 0.5, 1.0 / 12 },
        { "zeros", Initialize.Zeros, 0, 0 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Mean_and_variance_are_those_of_the_formula(string name, Initializer initializer, double mean, double variance)
    {
        var draws = Draw(initializer);

        var actualMean = draws.Average();
        var actualVariance = draws.Average(w => (w - actualMean) * (w - actualMean));

        // Six standard errors: sqrt(variance / n), and for the variance at most variance * sqrt(2 / n).
        Assert.True(Math.Abs(actualMean - mean) <= 6 * Math.Sqrt(variance / Draws), $"{name}: mean {actualMean}");
        Assert.True(Math.Abs(actualVariance - variance) <= 6 * variance * Math.Sqrt(2.0 / Draws), $"{name}: variance {actualVariance}");
    }

    [Fact]
    public void Uniform_draws_keep_to_their_bounds_and_come_near_them()
    {
        var cases = new[] { (Initialize.XavierUniform, Math.Sqrt(6.0 / 50)), (Initialize.HeUniform, Math.Sqrt(6.0 / 30)) };
        foreach (var (initializer, bound) in cases)
        {
            var draws = Draw(initializer);
            Assert.InRange(draws.Max(), 0.999 * bound, bound);
            Assert.InRange(draws.Min(), -bound, -0.999 * bound);
        }
    }

    // The share of N(0, 1) within 1, 2 and 3 standard deviations of 0 (any table of the normal distribution).
    [Theory]
    [InlineData(1, 0.682689492)]
    [InlineData(2, 0.954499736)]
    [InlineData(3, 0.997300204)]
    public void Normal_draws_have_the_shares_of_the_normal_distribution(double bound, double share)
    {
        var actual = Draw(Initialize.Normal()).Count(w => Math.Abs(w) < bound) / (double)Draws;

        Assert.Equal(share, actual, 6 * Math.Sqrt(share * (1 - share) / Draws));
    }

    [Fact]
    public void The_same_seed_draws_the_same_numbers() =>
        Assert.Equal(Draw(Initialize.HeNormal).Take(100), Draw(Initialize.HeNormal).Take(100));

    private static double[] Draw(Initializer initializer)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, Draws).Select(_ => initializer(random, 30, 20))];
    }

    [Fact]
    public void Every_seed_draws_its_own_numbers_and_those_from_0_on_draw_as_NETs_own()
    {
        long[] seeds = [0, 1, 2, -1, -2, int.MaxValue, int.MinValue, 1L << 31, 1L << 32, (1L << 32) + 1, long.MaxValue, long.MinValue];

        Assert.Equal(seeds.Length, seeds.Select(seed => SeededRandom.Of(seed).NextInt64()).Distinct().Count());
        Assert.Equal(new Random(42).NextInt64(), SeededRandom.Of(42).NextInt64());
    }
}
