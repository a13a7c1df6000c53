using static TorchSharp.torch;

namespace CourseLabs.Labs.Tests;

public sealed class CovariateShiftTests
{
    [Theory]
    [MemberData(nameof(PeerFigures.Seeds), MemberType = typeof(PeerFigures))]
    public void Lines_errors_and_ratio_are_PyTorchs(long seed)
    {
        var peer = PeerFigures.Load("distribution_shift", $"covariate {seed}: ", absolute: 1e-4);
        var run = CovariateShift.Run(seed, 1000, 1.5, 20, CPU);

        peer.AssertEqual("log ratio", [run.H.Slope, run.H.Intercept]);
        peer.AssertEqual("lines", run.Lines.SelectMany(line => new[] { line.Slope, line.Intercept }));
        peer.AssertEqual("errors before", run.Lines.Select(line => line.ErrorBefore));
        peer.AssertEqual("errors after", run.Lines.Select(line => line.ErrorAfter));
    }

    [Theory]
    [InlineData(0, 1000, 1.5)]
    [InlineData(7, 100, -2)]
    [InlineData(-3, 20, 3)]
    public void The_fitted_lines_solve_the_weighted_normal_equations(long seed, int points, double shift)
    {
        var run = CovariateShift.Run(seed, points, shift, 20, CPU);

        AssertLeastSquares(run.Lines[0], run.X, run.Y, [.. run.X.Select(_ => 1f)]);
        AssertLeastSquares(run.Lines[1], run.X, run.Y, run.Beta);
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(-2)]
    [InlineData(0)]
    public void The_true_log_ratio_is_the_difference_of_two_normal_log_densities(double shift)
    {
        (var slope, var intercept) = CovariateShift.TrueLogRatio(shift);

        foreach (var x in new[] { -3.0, 0, 0.5, 2, 7 })
            Assert.Equal((-Math.Pow(x - 0.5 - shift, 2) + Math.Pow(x - 0.5, 2)) / 2, (slope * x) + intercept, 12);
    }

    [Fact]
    public void A_weight_is_exp_h_up_to_c()
    {
        var run = CovariateShift.Run(5, 500, 1.5, 3, CPU);

        Assert.Contains(run.Beta, beta => beta == 3);
        Assert.All(run.Beta.Zip(run.X), pair =>
        {
            var ratio = Math.Min(3, Math.Exp((run.H.Slope * pair.Second) + run.H.Intercept));
            Assert.InRange(pair.First, ratio * (1 - 1e-5), ratio * (1 + 1e-5));
        });
    }

    [Fact]
    public void The_data_are_sin_x_with_noise_on_both_sides_of_the_shift()
    {
        var run = CovariateShift.Run(11, 1000, 1.5, 20, CPU);

        Assert.InRange(run.U.Average() - run.X.Average(), 1.5 - 0.23, 1.5 + 0.23); // five standard errors
        foreach (var (x, y) in new[] { (run.X, run.Y), (run.U, run.V) })
            Assert.InRange(x.Zip(y, (at, label) => Math.Pow(label - Math.Sin(at), 2)).Average(), 0.0077, 0.0123); // five standard errors
    }

    // The minimum of sum beta (slope x + intercept - y)^2 in closed form, in float64.
    private static void AssertLeastSquares(CovariateShift.Line line, float[] x, float[] y, float[] beta)
    {
        double Mean(Func<int, double> of) => Enumerable.Range(0, x.Length).Sum(i => beta[i] * of(i)) / beta.Sum(b => (double)b);
        double meanX = Mean(i => x[i]), meanY = Mean(i => y[i]);
        var slope = Mean(i => (x[i] - meanX) * (y[i] - meanY)) / Mean(i => Math.Pow(x[i] - meanX, 2));

        Assert.InRange(line.Slope, slope - 1e-4, slope + 1e-4);
        Assert.InRange(line.Intercept, meanY - (slope * meanX) - 1e-4, meanY - (slope * meanX) + 1e-4);
    }
}
