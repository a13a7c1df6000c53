using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit.Sdk;

namespace CourseLabs.Backprop.Tests.Scalars;

public class GateTests
{
    private static readonly PeerFigures Torch = PeerFigures.Load("scalars");

    public static TheoryData<string> All => [.. Gates.OfOne, .. Gates.OfTwo];

    [Theory]
    [MemberData(nameof(All))]
    public void Reverse_mode_has_torchs_value_and_derivatives(string gate) => AssertTorchs(gate, Gates.Reverse);

    [Theory]
    [MemberData(nameof(All))]
    public void Forward_mode_has_torchs_value_and_derivatives(string gate) => AssertTorchs(gate, Gates.Forward);

    [Theory]
    [MemberData(nameof(All))]
    public void A_wrong_derivative_is_caught(string gate)
    {
        Func<double, double>[] mistakes = [d => -d, d => 2 * d, d => d * (1 + 1e-9), d => d == 0 ? 1 : 0];
        var inputs = Gates.OfTwo.Contains(gate) ? 2 : 1;
        for (var input = 0; input < inputs; input++)
        {
            // x^0 does not depend on x: there only the last mistake is one.
            foreach (var mistake in gate == "x ^ 0" ? mistakes[^1..] : mistakes)
                AssertCaught(gate, new(input, mistake));
        }
    }

    [Theory]
    [InlineData("relu", 0, 1)] // COURSE E3's table, at 0
    [InlineData("leaky-relu", 0.1, 1)]
    [InlineData("elu", 0.7, 1)]
    [InlineData("max(x, y)", 0.5, 1)]
    [InlineData("max(x, y)", 0.5, 0)]
    [InlineData("max(x, c)", 0.5, 1)]
    public void Another_subgradient_than_torchs_is_caught(string gate, double torchs, double other) =>
        AssertCaught(gate, new(0, d => d == torchs ? other : d));

    [Fact]
    public void The_check_itself_passes_where_nothing_is_mutated() =>
        Assert.All([.. Gates.OfOne, .. Gates.OfTwo], gate => AssertTorchs(gate, (g, x, y) => Mutant.Gate(g, x, y, new(0, d => d))));

    [Property(MaxTest = 200 * 30)] // about 200 a gate
    public Property Derivatives_equal_central_differences_away_from_kinks()
    {
        // From 0.05 to 4, and for what is defined there also below 0; 1.5 is where max(x, c) and x = y where max(x, y) has its kink.
        var size = Gen.Choose(50, 4000).Select(i => i / 1000.0);
        var points =
            from gate in Gen.Elements<string>([.. Gates.OfOne, .. Gates.OfTwo])
            let signed = gate is "log" or "x ^ y" or "x ^ -0.5" ? size : Gen.OneOf(size, size.Select(s => -s))
            from x in signed
            from y in signed
            where Math.Abs(x - y) > 0.01 && Math.Abs(x - 1.5) > 0.01
            select (gate, x, y);
        return Prop.ForAll(points.ToArbitrary(), p =>
        {
            const double h = 1e-5;
            double F(double x, double y) => Gates.Forward(p.gate, x, y).F;
            var (_, dx, dy) = Gates.Reverse(p.gate, p.x, p.y);
            var scale = 1e-6 * Math.Max(1, Math.Max(Math.Abs(dx), Math.Abs(dy)));

            Assert.Equal((F(p.x + h, p.y) - F(p.x - h, p.y)) / (2 * h), dx, scale);
            Assert.Equal((F(p.x, p.y + h) - F(p.x, p.y - h)) / (2 * h), dy, scale);
        });
    }

    [Fact]
    public void A_NaN_in_max_gives_both_inputs_the_gradient_as_in_torch()
    {
        var results = new[] { Gates.Reverse("max(x, y)", double.NaN, 1), Gates.Reverse("max(x, y)", 1, double.NaN) };

        Torch.AssertEqual("max of NaN d/dx", [.. results.Select(r => r.Dx)], 0);
        Torch.AssertEqual("max of NaN d/dy", [.. results.Select(r => r.Dy)], 0);
    }

    // Tolerance 1e-15, a few roundings; a NaN must be one on both sides.
    private static void AssertTorchs(string gate, Func<string, double, double, (double F, double Dx, double Dy)> ours)
    {
        var results = Torch["x"].Zip(Torch["y"], (x, y) => ours(gate, x, y)).ToList();
        AssertClose(gate + " value", results.Select(r => r.F));
        AssertClose(gate + " d/dx", results.Select(r => r.Dx));
        AssertClose(gate + " d/dy", results.Select(r => r.Dy));
    }

    private static void AssertClose(string name, IEnumerable<double> actual)
    {
        foreach (var (e, a, i) in Torch[name].Zip(actual, Enumerable.Range(0, Torch[name].Length)))
        {
            var close = e.Equals(a) || e == a || Math.Abs(a - e) <= 1e-15 * Math.Max(1, Math.Abs(e));
            Assert.True(close, $"{name} at ({Torch["x"][i]}, {Torch["y"][i]}): torch has {e:R}, here it is {a:R}");
        }
    }

    private static void AssertCaught(string gate, Mutation mutation) =>
        Assert.ThrowsAny<XunitException>(() => AssertTorchs(gate, (g, x, y) => Mutant.Gate(g, x, y, mutation)));
}
