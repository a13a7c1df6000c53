using static TorchSharp.torch;

namespace CourseLabs.Labs.Tests;

public sealed class ConceptShiftTests
{
    [Theory]
    [MemberData(nameof(PeerFigures.Seeds), MemberType = typeof(PeerFigures))]
    public void Boundaries_errors_and_weights_are_PyTorchs(long seed)
    {
        var peer = PeerFigures.Load("distribution_shift", $"concept {seed}: ", absolute: 1e-4);
        var run = ConceptShift.Run(seed, 1000, 60, CPU);

        peer.AssertEqual("weights", [run.Beta.Min(), run.Beta.Average(b => (double)b), run.Beta.Max()]);
        peer.AssertEqual("boundaries", run.Boundaries.SelectMany(b => new[] { b.W1, b.W2, b.B }));
        peer.AssertEqual("errors before", run.Boundaries.Select(b => b.ErrorBefore));
        peer.AssertEqual("errors after", run.Boundaries.Select(b => b.ErrorAfter));
    }

    [Theory]
    [InlineData(3, 30)]
    [InlineData(5, 180)]
    public void Weighting_leaves_the_error_that_mathematics_demands_and_new_labels_remove_it(long seed, double degrees)
    {
        ConceptShift.Boundary[] found = [.. ConceptShift.Run(seed, 4000, degrees, CPU).Boundaries];
        var expected = 0.05 + (0.9 * degrees / 180);

        Assert.InRange(found[0].ErrorAfter, expected - 0.05, expected + 0.05);
        Assert.InRange(found[1].ErrorAfter, found[0].ErrorAfter - 0.01, found[0].ErrorAfter + 0.01);
        Assert.InRange(found[2].ErrorAfter, 0.03, 0.09);
    }

    [Fact]
    public void The_table_of_errors_counts_what_the_pictures_show()
    {
        var run = ConceptShift.Run(2, 500, 45, CPU);

        Assert.All(run.Boundaries, boundary => Assert.Equal(
            run.After.Count(p => (boundary.Score(p.X1, p.X2) > 0 ? 1 : 0) != p.Label), boundary.ErrorAfter * 500, 1e-3));
    }
}
