using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Gradients;
using CourseLabs.Backprop.Initializers;
using CourseLabs.Backprop.Losses;
using CourseLabs.Backprop.Networks;
using CourseLabs.Matrices;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CourseLabs.Backprop.Tests.Networks;

public class GradientTests
{
    [Property(MaxTest = 300)]
    public Property Gradients_of_any_network_equal_central_differences_away_from_kinks() =>
        Prop.ForAll(NetworkCase.Any(depth: 5, width: 8, batch: 4), c =>
        {
            var (network, x, target) = (c.Network(), c.Input(), c.Target());
            var value = network.FindGradients(x, target, c.Loss);
            var inputGradient = network.InputGradient();

            foreach (var parameter in network.Parameters)
                AssertClose(parameter.Name, parameter.Gradient.Copy(), parameter.Value);
            AssertClose("input", inputGradient, x);

            void AssertClose(string name, Matrix byHand, Matrix at)
            {
                var numerical = NumericalGradient.Of(network, at, x, target, c.Loss);
                var message = $"{name}: relative error {numerical.RelativeError(byHand)}, {numerical.Kinks.Count} kinks";
                Assert.True(numerical.Agrees(byHand, value) || numerical.WithSpread(network, at, x, target, c.Loss).Agrees(byHand, value), message);
            }
        });

    // One output is 1 - 9e-8, of which ln(1 - a) has eight digits only.
    [Fact]
    public void A_loss_that_has_lost_digits_is_told_from_a_wrong_gradient()
    {
        var c = new NetworkCase([4, 2, 1, 9, 59], 5, "identity", "binary-cross-entropy", 528505);
        var (network, x, target) = (c.Network(), c.Input(), c.Target());
        var value = network.FindGradients(x, target, c.Loss);
        var bias = network.Parameters[^1];
        var byHand = bias.Gradient.Copy();

        var numerical = NumericalGradient.Of(network, bias.Value, x, target, c.Loss);
        var withSpread = numerical.WithSpread(network, bias.Value, x, target, c.Loss);

        Assert.False(numerical.Agrees(byHand, value));
        Assert.True(withSpread.Agrees(byHand, value));
        Assert.False(withSpread.Agrees(byHand * 1.01, value));
    }

    [Fact]
    public void Other_steps_give_the_same_differences_where_the_loss_is_smooth()
    {
        var c = new NetworkCase([4, 3, 2], 5, "tanh", "mse", 1);
        var (network, x, target) = (c.Network(), c.Input(), c.Target());
        var value = network.FindGradients(x, target, c.Loss);
        var weight = network.Parameters[0];

        var numerical = NumericalGradient.Of(network, weight.Value, x, target, c.Loss).WithSpread(network, weight.Value, x, target, c.Loss);

        Assert.InRange(numerical.Spread, 0, 1e-9);
        Assert.False(numerical.Agrees(weight.Gradient * 1.00001, value));
    }

    [Fact]
    public void The_2_2_2_networks_deltas_are_the_slides()
    {
        // COURSE C2, by the component formulas and by the slide's matrices.
        var (W2, b2) = (Matrix.FromRows([0.1, -0.4], [0.7, 0.2]), Matrix.FromRow(0.05, -0.1));
        var (W3, b3) = (Matrix.FromRows([-0.3, 0.8], [0.5, 0.6]), Matrix.FromRow(0.2, 0.3));
        var (A1, T) = (Matrix.FromRow(0.9, -1.2), Matrix.FromRow(0.01, 0.99));
        var network = new Network(new Dense(W2, b2, new Sigmoid()), new Dense(W3, b3, new Sigmoid()));

        network.FindGradients(A1, T, new HalfSquaredError());

        var sigmoid = new Sigmoid();
        var A2 = sigmoid.Forward(A1.Dot(W2) + b2);
        var A3 = sigmoid.Forward(A2.Dot(W3) + b3);
        var loss3 = (A3 - T) * A3 * (1 - A3);
        var loss2 = loss3.Dot(W3.T) * A2 * (1 - A2);
        Close.Assert(A2.T.Dot(loss3), network.Parameters[2].Gradient, 1e-15);
        Close.Assert(loss3, network.Parameters[3].Gradient, 1e-15);
        Close.Assert(A1.T.Dot(loss2), network.Parameters[0].Gradient, 1e-15);
        Close.Assert(loss2, network.Parameters[1].Gradient, 1e-15);

        double a31 = A3[0, 0], a32 = A3[0, 1], a21 = A2[0, 0];
        var (e1, e2) = ((a31 - T[0, 0]) * a31 * (1 - a31) * W3[0, 0], (a32 - T[0, 1]) * a32 * (1 - a32) * W3[0, 1]);
        var byComponents = (e1 + e2) * a21 * (1 - a21) * A1[0, 0];
        Assert.Equal(byComponents, network.Parameters[0].Gradient[0, 0], 1e-15);
    }

    [Property(MaxTest = 200)]
    public Property A_step_without_storing_the_gradients_equals_gradient_descent() =>
        Prop.ForAll(NetworkCase.Any(depth: 4, width: 30, batch: 12), c =>
        {
            var (network, other, x, target) = (c.Network(), c.Network(), c.Input(), c.Target());
            for (var step = 0; step < 3; step++)
            {
                var value = network.Train(x, target, c.Loss, 0.01);
                Assert.Equal(other.FindGradients(x, target, c.Loss), value, 1e-10 * Math.Max(1, Math.Abs(value)));
                foreach (var p in other.Parameters)
                    p.Value.AddInPlace(-0.01, p.Gradient);
            }
            for (var i = 0; i < network.Parameters.Count; i++)
                Close.Assert(other.Parameters[i].Value, network.Parameters[i].Value, 1e-10);
        });

    [Fact]
    public void The_gradient_of_a_batch_is_the_sum_over_its_rows()
    {
        var c = new NetworkCase([5, 7, 3], 6, "tanh", "half-squared-error", 3);
        var (network, x, target) = (c.Network(), c.Input(), c.Target());
        network.FindGradients(x, target, c.Loss);
        var batch = network.Parameters.Select(p => p.Gradient.Copy()).ToArray();

        var sums = network.Parameters.Select(p => new Matrix(p.Value.Rows, p.Value.Columns)).ToArray();
        for (var i = 0; i < 6; i++)
        {
            network.FindGradients(Matrix.FromRow(x.Row(i)), Matrix.FromRow(target.Row(i)), c.Loss);
            for (var p = 0; p < sums.Length; p++)
                sums[p].AddInPlace(1, network.Parameters[p].Gradient);
        }

        for (var p = 0; p < sums.Length; p++)
            Close.Assert(sums[p], batch[p], 1e-14);
    }

    [Fact]
    public void Two_backward_passes_leave_the_same_gradients_as_one()
    {
        var c = new NetworkCase([3, 4, 2], 2, "prelu", "mse", 1);
        var (network, x, target) = (c.Network(), c.Input(), c.Target());
        network.FindGradients(x, target, c.Loss);
        var first = network.Parameters.Select(p => p.Gradient.Copy()).ToArray();

        network.Backward(c.Loss.Gradient(network.Output, target));

        for (var p = 0; p < first.Length; p++)
            Assert.Equal(first[p].Values, network.Parameters[p].Gradient.Values);
    }

    [Theory]
    [InlineData("relu")]
    [InlineData("maxout")]
    public void A_kink_within_the_step_is_reported_and_not_counted(string activation)
    {
        // The first unit's sum is exactly 0 (a tie with maxout); moving its bias or its weight moves it over the kink.
        var maker = () => ActivationNames.Create(activation);
        var sums = activation == "maxout" ? 4 : 2;
        var network = new Network(
            new Dense(Matrix.Filled(1, sums, 0), Matrix.FromValues(1, sums, [0, 0.5, .. new double[sums - 2]]), maker()),
            new Dense(Matrix.FromRows([1], [1]), null, new Identity()));
        var (x, target, loss) = (Matrix.FromRow(1), Matrix.FromRow(0), new HalfSquaredError());
        network.FindGradients(x, target, loss);
        var bias = network.Parameters[1];

        var numerical = NumericalGradient.Of(network, bias.Value, x, target, loss);

        Assert.Contains((0, 0), numerical.Kinks);
        Assert.DoesNotContain((0, 1), numerical.Kinks);
        Assert.InRange(numerical.RelativeError(bias.Gradient), 0, 1e-6);
        Assert.True(GradientError.Relative(numerical.Gradient, bias.Gradient) > 0.1);
    }

    [Fact]
    public void A_kink_of_the_l1_loss_is_reported()
    {
        var network = new Network(new Dense(Matrix.FromRow(1), null, new Identity()));

        var (x, target) = (Matrix.FromRow(1), Matrix.FromRow(1));

        var numerical = NumericalGradient.Of(network, network.Parameters[0].Value, x, target, new MeanAbsoluteError());

        Assert.Equal([(0, 0)], numerical.Kinks);
    }

    [Fact]
    public void The_numerical_gradient_of_a_known_function_is_right_and_leaves_the_point_alone()
    {
        var at = Matrix.FromRow(2, -10, 1e-8);
        var before = at.Copy();

        var numerical = NumericalGradient.Of(() => at.Map(v => v * v * v).Sum(), at);

        Close.Assert([12, 300, 0], numerical.Gradient.Values, 1e-8);
        Assert.Equal(before.Values, at.Values);
        Assert.Empty(numerical.Kinks);
    }

    [Fact]
    public void A_wrong_derivative_is_found()
    {
        foreach (var name in ActivationNames.All.Where(name => name != "step"))
        {
            var network = new Network(
                new Dense(Any.Normal(3, 4 * ActivationNames.Create(name).SumsPerOutput, 1), null, new Wrong(ActivationNames.Create(name))),
                new Dense(Any.Normal(4, 2, 2), null, new Identity()));
            var (x, target, loss) = (Any.Normal(2, 3, 3), Any.Normal(2, 2, 4), new MeanSquaredError());
            network.FindGradients(x, target, loss);
            var weight = network.Parameters[0];

            Assert.True(NumericalGradient.Of(network, weight.Value, x, target, loss).RelativeError(weight.Gradient) > 1e-4, name);
        }
    }

    [Fact]
    public void Relative_errors_are_those_of_the_norms()
    {
        Assert.Equal(0.2, GradientError.Relative(Matrix.FromRow(3, 4), Matrix.FromRow(3, 3)), 15);
        Assert.Equal(0, GradientError.Relative(new Matrix(2, 2), new Matrix(2, 2)));
        Assert.Equal(1, GradientError.Relative(new Matrix(1, 1), Matrix.FromRow(1e-9)));
        Assert.True(double.IsNaN(GradientError.Relative(Matrix.FromRow(double.NaN), Matrix.FromRow(1))));
        Assert.Throws<ShapeException>(() => GradientError.Relative(new Matrix(1, 2), new Matrix(2, 1)));
    }

    private sealed class Wrong(Activation inner) : Activation
    {
        public override string Name => "wrong " + inner.Name;

        public override int SumsPerOutput => inner.SumsPerOutput;

        protected override void ForwardCore(Matrix z, Matrix a) => inner.Forward(z, a);

        protected override void BackwardCore(Matrix z, Matrix a, Matrix upstream, Matrix delta)
        {
            inner.Backward(z, a, upstream, delta);
            delta.MultiplyInPlace(1.001);
        }
    }

    [Theory]
    [InlineData(3e200, 4e200)]
    [InlineData(3e-200, 4e-200)]
    [InlineData(1e308, 1.5e308)]
    [InlineData(1e-320, 1e-322)]
    public void The_error_between_gradients_is_the_same_at_any_size(double x, double y)
    {
        var gradient = Matrix.FromRow(x, y);

        Assert.Equal(0, GradientError.Relative(gradient, gradient));
        Assert.Equal(2, GradientError.Relative(gradient, gradient * -1), 1e-15); // mathematics: ||2g|| / ||g||
    }

    [Fact]
    public void An_exception_leaves_what_is_differentiated_as_it_was()
    {
        Matrix at = Matrix.FromRow(1, 2, 3), before = at.Copy();
        var calls = 0;

        Assert.Throws<InvalidOperationException>(() => NumericalGradient.Of(
            () => ++calls == 4 ? throw new InvalidOperationException() : at.Sum(), at));

        Assert.Equal(before.Values.ToArray(), at.Values.ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public void A_step_out_of_the_loss_s_domain_is_an_error_that_names_the_entry(double p)
    {
        Matrix output = Matrix.FromRow(0.5, p), target = Matrix.FromRow(1, 1);
        var loss = new BinaryCrossEntropy();

        var error = Assert.Throws<ArgumentException>(() => NumericalGradient.Of(() => loss.Value(output, target), output));

        Assert.StartsWith($"No central difference can be taken of entry (0, 1) = {p}: ", error.Message, StringComparison.Ordinal);
        Assert.Equal([0.5, p], output.Values.ToArray());
    }

    [Theory]
    [InlineData(1e-7)] // its logarithm is finite, that of a step below it is not
    [InlineData(double.MaxValue)] // a step above it is infinite
    public void A_step_to_where_the_function_is_not_finite_is_an_error_that_names_the_entry(double x)
    {
        var at = Matrix.FromRow(1, x);

        var error = Assert.Throws<ArgumentException>(() => NumericalGradient.Of(() => at.Map(Math.Log).Sum(), at));

        Assert.StartsWith($"No central difference can be taken of entry (0, 1) = {x:R}: the function is not finite at ", error.Message, StringComparison.Ordinal);
        Assert.Equal([1, x], at.Values.ToArray());
    }

    [Fact]
    public void Where_the_function_itself_is_no_number_neither_is_its_gradient()
    {
        var at = Matrix.FromRow(-1, 1);

        Assert.All(NumericalGradient.Of(() => at.Map(Math.Log).Sum(), at).Gradient.Values.ToArray(), g => Assert.True(double.IsNaN(g)));
    }

    [Fact]
    public void After_a_numerical_gradient_the_network_holds_the_sums_of_its_input()
    {
        var network = Network.Create([2, 3, 1], () => new Sigmoid(), () => new Sigmoid(), Initialize.ScaledNormal, new Random(1));
        Matrix x = Matrix.FromRow(0.3, -0.7), target = Matrix.FromRow(1);
        var output = network.Forward(x).Copy();

        NumericalGradient.Of(network, network.Parameters[0].Value, x, target, new HalfSquaredError());

        Assert.Equal(output.Values.ToArray(), network.Output.Values.ToArray());
    }
}
