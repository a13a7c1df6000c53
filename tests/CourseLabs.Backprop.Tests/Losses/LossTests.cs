using CourseLabs.Backprop.Gradients;
using CourseLabs.Backprop.Losses;
using CourseLabs.Matrices;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CourseLabs.Backprop.Tests.Losses;

public class LossTests
{
    private static readonly PeerFigures Torch = PeerFigures.Load("functions");

    public static TheoryData<string> Names => [.. LossNames.All];

    [Theory]
    [InlineData("half-squared-error", "rows", "rows target")]
    [InlineData("mse", "rows", "rows target")]
    [InlineData("l1", "rows", "rows target")]
    [InlineData("cross-entropy", "rows", "probabilities")]
    [InlineData("binary-cross-entropy", "sure", "hits")]
    public void Value_and_gradient_equal_torchs(string name, string output, string target)
    {
        var loss = LossNames.Get(name);
        var (a, t) = (Torch.Rows(output, 6), Torch.Rows(target, 6));

        Torch.AssertEqual($"{name} value", [loss.Value(a, t)], 1e-14);
        Torch.AssertEqual($"{name} gradient", loss.Gradient(a, t).Values, 1e-14);
    }

    [Fact]
    public void One_hot_targets_give_torchs_cross_entropy_of_classes()
    {
        var t = new Matrix(4, 6);
        t[0, 1] = t[1, 5] = t[2, 0] = t[3, 2] = 1;

        Torch.AssertEqual("cross-entropy of classes value", [new CrossEntropy().Value(Torch.Rows("rows", 6), t)], 1e-14);
        Torch.AssertEqual("cross-entropy of classes gradient", new CrossEntropy().Gradient(Torch.Rows("rows", 6), t).Values, 1e-14);
    }

    [Theory]
    [InlineData(double.NegativeInfinity, 0, 0)]
    [InlineData(-1e308, 1e308, 0)]
    [InlineData(-1.7e308, 1.7e308, 0)]
    [InlineData(0, double.NegativeInfinity, double.PositiveInfinity)]
    [InlineData(double.NaN, 0, double.NaN)]
    public void Cross_entropy_counts_nothing_for_a_class_that_cannot_be_and_is_not(double first, double second, double loss)
    {
        var (z, t) = (Matrix.FromRow(first, second), Matrix.FromRow(0, 1));

        // mathematics: -ln p of the second class, where 0 ln 0 is 0
        Assert.Equal(loss, new CrossEntropy().Value(z, t));
        if (loss == 0)
            Assert.Equal([0, 0], new CrossEntropy().Gradient(z, t).Values.ToArray());
    }

    [Fact]
    public void Half_squared_error_adds_up_over_the_batch_and_the_others_take_the_mean()
    {
        var (one, t) = (Matrix.FromRow(0.25, 0.5), Matrix.FromRow(0.75, 0.25));
        var (twice, tt) = (Matrix.FromRows([0.25, 0.5], [0.25, 0.5]), Matrix.FromRows([0.75, 0.25], [0.75, 0.25]));

        foreach (var name in LossNames.All)
        {
            var loss = LossNames.Get(name);
            Assert.Equal(name == "half-squared-error" ? 2 : 1, loss.Value(twice, tt) / loss.Value(one, t), 14);
        }
        Assert.Equal((0.5 * 0.5 + 0.25 * 0.25) / 2, new HalfSquaredError().Value(one, t));
    }

    [Property(MaxTest = 200 * 5)] // about 200 a loss
    public Property Gradient_equals_central_differences_away_from_kinks()
    {
        var cases =
            from name in Gen.Elements(LossNames.All.AsEnumerable())
            from rows in Gen.Choose(1, 4)
            from columns in Gen.Choose(1, 5)
            from seed in Gen.Choose(0, 1 << 20)
            select (name, rows, columns, seed);
        return Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var loss = LossNames.Get(c.name);
            Matrix Draw(int seed) => Any.Normal(c.rows, c.columns, seed)
                .Map(v => c.name == "binary-cross-entropy" ? 0.5 + Math.Atan(v) / 4 : v);
            var (a, t) = (Draw(c.seed), Draw(c.seed + 1));
            int[] Sides()
            {
                var sides = new int[a.Values.Length];
                loss.Sides(a, t, sides);
                return sides;
            }

            var numerical = NumericalGradient.Of(() => loss.Value(a, t), a, Sides);

            Assert.InRange(numerical.RelativeError(loss.Gradient(a, t)), 0, 1e-6);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_NaN_is_carried(string name)
    {
        var loss = LossNames.Get(name);
        var (a, t) = (Matrix.FromRow(double.NaN, 0.5), Matrix.FromRow(0.5, 0.5));

        Assert.True(double.IsNaN(loss.Value(a, t)));
        Assert.True(double.IsNaN(loss.Gradient(a, t)[0, 0]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_empty_batch_and_unequal_shapes_are_refused(string name)
    {
        var loss = LossNames.Get(name);

        var empty = new Matrix(0, 3);
        Assert.Contains("(0 x 3)", Assert.Throws<ShapeException>(() => loss.Value(empty, empty)).Message, StringComparison.Ordinal);
        var message = Assert.Throws<ShapeException>(() => loss.Gradient(new Matrix(2, 3), new Matrix(3, 2))).Message;
        Assert.Contains("(2 x 3)", message, StringComparison.Ordinal);
        Assert.Contains("(3 x 2)", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Binary_cross_entropy_refuses_what_is_no_probability()
    {
        var wrong = () => new BinaryCrossEntropy().Value(Matrix.FromRow(1.5), Matrix.FromRow(1));

        var message = Assert.Throws<ArgumentOutOfRangeException>(() => wrong()).Message;
        Assert.Contains("1.5", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new BinaryCrossEntropy().Gradient(Matrix.FromRow(1.5), Matrix.FromRow(1)));
    }

    [Fact]
    public void A_wrong_name_gets_the_list() =>
        Assert.Contains("mse", Assert.Throws<ArgumentException>(() => LossNames.Get("msee")).Message, StringComparison.Ordinal);
}
