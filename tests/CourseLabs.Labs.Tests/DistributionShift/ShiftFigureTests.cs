using CourseLabs.Examples;
using static TorchSharp.torch;

namespace CourseLabs.Labs.Tests;

/// <summary>Whether the figures of D6, held to PyTorch's with seed 0, tell a right run from a wrong one.</summary>
public sealed class ShiftFigureTests
{
    private const string Cure = "error after the cure", After = "error after the shift", Border = "error of the old border";

    [Theory]
    [InlineData(1000, 1.5, 10, 400, Cure)] // another bound of the weights
    [InlineData(1000, 1.5, 1e6, 400, Cure)] // none
    [InlineData(1000, 1.4, 20, 400, After)]
    [InlineData(999, 1.5, 20, 400, After)]
    [InlineData(1000, 1.5, 20, 100, After)] // not yet at the minimum
    [InlineData(1000, 0, 20, 400, "slope of the estimated log ratio")]
    [InlineData(1000, 0, 20, 400, "the shift at least doubles the error")]
    public void A_wrong_covariate_shift_is_seen(int points, double shift, double c, int epochs, string figure) => Assert.False(
        Match(CovariateShiftExample.Figures(true, 0, CovariateShift.Run(0, points, shift, c, CPU, epochs)), figure));

    [Fact]
    public void A_cure_without_weights_is_seen()
    {
        var covariate = CovariateShift.Run(0, 1000, 1.5, 20, CPU);
        var label = LabelShift.Run(0, 2000, LabelShift.TargetShares(0.6), CPU)!;
        covariate = covariate with { Lines = [covariate.Lines[0], covariate.Lines[0], .. covariate.Lines.Skip(2)] };
        label = label with { Models = [label.Models[0], label.Models[0], .. label.Models.Skip(2)] };

        Assert.False(Match(CovariateShiftExample.Figures(true, 0, covariate), Cure));
        Assert.False(Match(CovariateShiftExample.Figures(true, 5, covariate), "the cure at least halves the error"));
        Assert.False(Match(LabelShiftExample.Figures(true, 0, label), Cure));
        Assert.False(Match(LabelShiftExample.Figures(true, 5, label), "the cure lowers it by a third or more"));
    }

    [Theory]
    [InlineData(1000, 55, 400, After)]
    [InlineData(999, 60, 400, After)]
    [InlineData(1000, 60, 20, After)]
    [InlineData(1000, 90, 400, Border)]
    public void A_wrong_concept_shift_is_seen(int points, double degrees, int epochs, string figure) => Assert.False(
        Match(ConceptShiftExample.Figures(new(), 0, ConceptShift.Run(0, points, degrees, CPU, epochs)), figure));

    [Theory]
    [InlineData(2000, 0.55, 400, After)]
    [InlineData(1999, 0.6, 400, After)]
    [InlineData(2000, 0.6, 20, "estimated shares, C^-1 mu")]
    [InlineData(2000, 0.4, 400, "estimated shares beside the true ones")]
    public void A_wrong_label_shift_is_seen(int points, double flu, int epochs, string figure) => Assert.False(
        Match(LabelShiftExample.Figures(true, 0, LabelShift.Run(0, points, LabelShift.TargetShares(flu), CPU, epochs)!), figure));

    private static bool? Match(Figure[] figures, string name) => figures.Single(figure => figure.Name == name).Match;
}
