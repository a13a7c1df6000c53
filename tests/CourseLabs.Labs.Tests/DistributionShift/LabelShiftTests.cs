using static TorchSharp.torch;

namespace CourseLabs.Labs.Tests;

public sealed class LabelShiftTests
{
    [Theory]
    [MemberData(nameof(PeerFigures.Seeds), MemberType = typeof(PeerFigures))]
    public void Confusion_shares_and_errors_are_PyTorchs(long seed)
    {
        var peer = PeerFigures.Load("distribution_shift", $"label {seed}: ", absolute: 1e-4);
        var run = Run(seed, 2000, 0.6);

        peer.AssertEqual("confusion", run.Confusion);
        peer.AssertEqual("mean prediction", run.MeanPrediction);
        peer.AssertEqual("estimate", run.Estimate);
        peer.AssertEqual("errors before", run.Models.Select(model => model.ErrorBefore));
        peer.AssertEqual("errors after", run.Models.Select(model => model.ErrorAfter));
    }

    [Theory]
    [InlineData(3, 0.0)]
    [InlineData(4, 0.3)]
    [InlineData(5, 1.0)]
    public void The_estimate_solves_C_p_equals_mu_and_is_a_distribution(long seed, double flu)
    {
        var run = Run(seed, 1000, flu);

        for (var row = 0; row < 3; row++)
            Assert.Equal(
                run.MeanPrediction[row],
                Enumerable.Range(0, 3).Sum(column => run.Confusion[(3 * row) + column] * run.Estimate[column]), 1e-5);
        for (var column = 0; column < 3; column++)
            Assert.Equal(1, Enumerable.Range(0, 3).Sum(row => run.Confusion[(3 * row) + column]), 1e-6);
        Assert.Equal(1, run.Estimate.Sum(), 1e-4);
        Assert.All(run.Weights, weight => Assert.InRange(weight, 0, double.PositiveInfinity));
    }

    [Fact]
    public void Without_a_shift_the_weights_are_about_one_and_the_cure_changes_next_to_nothing()
    {
        var run = LabelShift.Run(6, 4000, LabelShift.SourceShares, CPU)!;

        Assert.All(run.Weights, weight => Assert.InRange(weight, 0.5, 1.5));
        Assert.InRange(run.Models[1].ErrorAfter, run.Models[0].ErrorAfter - 0.02, run.Models[0].ErrorAfter + 0.02);
    }

    [Fact]
    public void The_lead_of_the_flu_is_that_of_its_logit_over_the_best_other()
    {
        var model = new LabelShift.Model("", [1, 2, 3, 4, 5, 6], [0.5f, -1, 2], 0, 0);

        Assert.Equal((5 * 2) + (6 * -1) + 2 - ((3 * 2) + (4 * -1) - 1), model.LeadOfLast(2, -1), 12);
    }

    private static LabelShift.Outcome Run(long seed, int points, double flu) =>
        LabelShift.Run(seed, points, LabelShift.TargetShares(flu), CPU)!;
}
