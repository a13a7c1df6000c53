using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Gradients;
using CourseLabs.Matrices;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CourseLabs.Backprop.Tests.Activations;

public class ActivationTests
{
    private static readonly PeerFigures Torch = PeerFigures.Load("functions");

    public static TheoryData<string> Entrywise => ["identity", "sigmoid", "tanh", "arctan", "relu", "leaky-relu", "elu", "softplus"];
    public static TheoryData<string> Differentiable => [.. ActivationNames.All.Where(name => name != "step")];

    [Theory]
    [MemberData(nameof(Entrywise))]
    public void Value_and_derivative_equal_torchs_also_at_0_and_far_out(string name)
    {
        var activation = (EntrywiseActivation)ActivationNames.Create(name);
        var points = Torch["points"];

        Torch.AssertEqual($"{name} value", [.. points.Select(activation.Value)], 1e-15);
        Torch.AssertEqual($"{name} derivative", [.. points.Select(z => activation.Derivative(z))], 1e-15);
    }

    [Theory]
    [InlineData("softplus value")]
    [InlineData("elu derivative")]
    [InlineData("softplus derivative")]
    public void Softplus_and_slopes_far_below_0_keep_all_their_digits(string name)
    {
        var activation = (EntrywiseActivation)ActivationNames.Create(name.Split(' ')[0]);
        var (points, expected) = (Torch["points"], Torch[name]);
        for (var i = 0; i < points.Length; i++)
        {
            var (z, e) = (points[i], expected[i]);
            var a = name == "softplus value" ? activation.Value(z) : activation.Derivative(z);
            Assert.True(Math.Abs(a - e) <= 1e-15 * e, $"{z:R}: {e:R}, here {a:R}");
        }
    }

    [Theory]
    [InlineData(-1e-20)]
    [InlineData(-1e-9)]
    [InlineData(-1e-4)]
    public void ELU_near_0_is_the_series_of_e_to_the_z_less_1(double z)
    {
        // PyTorch 1.13's own is e^z - 1 as it stands, which is 0 at -1e-20.
        var series = z * (1 + z / 2 * (1 + z / 3 * (1 + z / 4)));

        Assert.Equal(series, new Elu().Value(z), 1e-15 * Math.Abs(z));
    }

    [Fact]
    public void The_slope_that_PReLU_learns_has_torchs_gradient()
    {
        var prelu = new Prelu(0.3);
        var z = Torch.Rows("points", Torch["points"].Length);
        var upstream = new Matrix(1, z.Columns);
        for (var i = 0; i < z.Columns; i++)
            upstream[0, i] = -1 + 3.0 * i / (z.Columns - 1);

        var delta = prelu.Backward(z, upstream);

        Torch.AssertEqual("prelu derivative", delta.Values);
        Torch.AssertEqual("prelu alpha", prelu.Parameters[0].Gradient.Values);
    }

    [Theory]
    [InlineData("softmax", 6)]
    [InlineData("maxout", 3)]
    public void Activations_of_rows_equal_torchs_also_with_huge_sums_and_ties(string name, int outputs)
    {
        var activation = ActivationNames.Create(name);
        var (z, all) = (Torch.Rows("rows", 6), Torch.Rows("rows upstream", 6));
        var upstream = new Matrix(4, outputs);
        for (var i = 0; i < 4; i++)
            all.Row(i)[..outputs].CopyTo(upstream.Row(i));

        Torch.AssertEqual($"{name} value", activation.Forward(z).Values, 1e-15);
        if (name == "maxout")
            upstream[0, 1] = 0; // Row 0 ties there: torch.maximum shares the gradient out, the max gate of the slides routes it to one.
        var (expected, actual) = (Torch.Rows($"{name} gradient", 6), activation.Backward(z, upstream));
        if (name == "maxout")
            expected[0, 1] = expected[0, 4] = 0;
        Close.Assert(expected, actual, 1e-14);
    }

    [Fact]
    public void Of_equal_sums_the_first_gets_maxouts_whole_gradient()
    {
        var delta = new Maxout(3).Backward(Matrix.FromRow(2, 2, 1), Matrix.FromRow(5));

        Assert.Equal([5, 0, 0], delta.Values);
    }

    [Fact]
    public void Softmax_of_huge_sums_is_finite()
    {
        var a = new Softmax().Forward(Matrix.FromRows([1010, 1000, 990], [-1e300, 0, -1e300]));

        var e = Math.Exp(-10);
        Close.Assert([1 / (1 + e + e * e), e / (1 + e + e * e), e * e / (1 + e + e * e), 0, 1, 0], a.Values, 1e-15);
    }

    [Fact]
    public void The_step_is_0_up_to_0_and_its_derivative_is_0_everywhere()
    {
        var step = new BinaryStep();

        Assert.Equal([0, 0, 0, 1, 1], new double[] { -2, -1e-300, 0, 1e-300, 3 }.Select(step.Value));
        Assert.Equal(1, new BinaryStep(atZero: 1).Value(0));
        Assert.All([-2, -1e-300, 0, 1e-300, 3], z => Assert.Equal(0, step.Derivative(z)));
    }

    [Fact]
    public void At_0_ReLU_PReLU_and_ELU_have_torchs_derivatives_and_not_the_tables_1()
    {
        Assert.Equal(0, new Relu().Derivative(0));
        Assert.Equal(0.25, new Prelu().Derivative(0));
        Assert.Equal(0.7, new Elu(0.7).Derivative(0));
        Assert.Equal(0.1, new LeakyRelu(0.1).Derivative(0));
    }

    [Fact]
    public void The_sigmoids_derivative_is_s_times_1_less_s()
    {
        var sigmoid = new Sigmoid();

        Assert.Equal(0.25, sigmoid.Derivative(0));
        for (var z = -8.0; z < 8; z += 0.1)
        {
            var e = Math.Exp(-z);
            Assert.Equal(e / ((1 + e) * (1 + e)), sigmoid.Derivative(z), 1e-15);
        }
    }

    [Property(MaxTest = 200 * 11)] // about 200 an activation
    public Property Backward_equals_central_differences_away_from_kinks()
    {
        var cases =
            from name in Gen.Elements(ActivationNames.All.Where(name => name != "step"))
            from rows in Gen.Choose(1, 4)
            from outputs in Gen.Choose(1, 5)
            from seed in Gen.Choose(0, 1 << 20)
            select (name, rows, outputs, seed);
        return Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var activation = ActivationNames.Create(c.name);
            var z = Any.Normal(c.rows, c.outputs * activation.SumsPerOutput, c.seed, 2);
            var upstream = Any.Normal(c.rows, c.outputs, c.seed + 1);
            double F() => (activation.Forward(z) * upstream).Sum();
            int[] Sides()
            {
                var sides = new int[upstream.Values.Length];
                activation.Sides(z, sides);
                return sides;
            }

            var byHand = activation.Backward(z, upstream);
            var numerical = NumericalGradient.Of(F, z, Sides);

            var error = numerical.RelativeError(byHand);
            Assert.True(error <= 1e-6 || (numerical.Gradient - byHand).Norm < 1e-9, $"{error}");
            foreach (var parameter in activation.Parameters)
                Close.Assert(NumericalGradient.Of(F, parameter.Value).Gradient, parameter.Gradient, 1e-8);
        });
    }

    [Theory]
    [MemberData(nameof(Differentiable))]
    public void A_NaN_is_carried_forward_and_backward(string name)
    {
        var activation = ActivationNames.Create(name);
        var z = new Matrix(1, 2 * activation.SumsPerOutput);
        z[0, 0] = double.NaN;

        Assert.True(double.IsNaN(activation.Forward(z)[0, 0]));
        Assert.Contains(activation.Backward(z, Matrix.FromRow(double.NaN, 1)).Values.ToArray(), double.IsNaN);
    }

    [Fact]
    public void Names_are_unique_and_a_wrong_one_gets_the_list()
    {
        Assert.All(ActivationNames.All, name => Assert.Equal(name, ActivationNames.Create(name).Name));
        var message = Assert.Throws<ArgumentException>(() => ActivationNames.Create("relo")).Message;
        Assert.Contains("relu", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shapes_that_do_not_go_together_are_named()
    {
        var message = Assert.Throws<ShapeException>(() => new Maxout().Forward(new Matrix(2, 3))).Message;

        Assert.Contains("(2 x 3)", message, StringComparison.Ordinal);
        Assert.Throws<ShapeException>(() => new Relu().Backward(new Matrix(2, 3), new Matrix(3, 2)));
    }
}
