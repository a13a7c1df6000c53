using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Initializers;
using CourseLabs.Backprop.Losses;
using CourseLabs.Backprop.Networks;
using CourseLabs.Backprop.Tests;
using CourseLabs.Matrices;
using CourseLabs.Tests;
using CourseLabs.Torch.Gradients;
using Loss = CourseLabs.Backprop.Losses.Loss;

namespace CourseLabs.Torch.Tests.Gradients;

public sealed class GradientCheckTests
{
    private static readonly HalfSquaredError SquaredError = new();

    [Fact]
    public void Settings_of_activations_reach_torch()
    {
        var (x, target) = (Any.Normal(5, 4, 1), Any.Normal(5, 3, 2));
        Activation[] activations = [new LeakyRelu(0.1), new Elu(1.7), new Prelu(0.4), new Maxout(3)];
        foreach (var activation in activations)
        {
            var network = Network.Create([4, 6, 3], () => activation, () => new Identity(), Initialize.HeNormal, new Random(1));

            Assert.Null(Check(network, x, target, SquaredError).Fault);
        }
    }

    [Fact]
    public void Every_parameter_the_input_and_the_output_are_compared_in_their_own_shapes()
    {
        var network = Network.Create([4, 6, 3], () => new Prelu(), () => new Softmax(), Initialize.HeNormal, new Random(1));

        var check = Check(network, Any.Normal(5, 4, 1), new Matrix(5, 3), SquaredError);

        Assert.Equal(
            ["W2 (4 x 6)", "b2 (1 x 6)", "alpha2 (1 x 1)", "W3 (6 x 3)", "b3 (1 x 3)", "X (5 x 4)", "A3 (5 x 3)"],
            check.Comparisons.Select(c => $"{c.Name} {c.ByHand.Shape}"));
        Assert.All(check.Comparisons, c => Assert.InRange(c.RelativeError!.Value, 0, GradientComparison.Tolerance));
        Assert.All(check.Comparisons, c => Assert.InRange(c.MaxError!.Value, 0, 1e-13));
        Assert.Equal([24, 6, 1, 18, 3, 20, 0], check.Comparisons.Select(c => c.Numeric?.Entries.Count ?? 0));
    }

    [Fact]
    public void Few_entries_of_a_large_gradient_are_differenced_the_one_shown_among_them()
    {
        var network = Network.Create([40, 30], () => new Tanh(), () => new Tanh(), Initialize.XavierNormal, new Random(1));

        var weight = GradientCheck.Of(network, Any.Normal(2, 40, 1), new Matrix(2, 30), SquaredError, 7, new Random(1)).Comparisons[0];

        Assert.Equal(7, weight.Numeric!.Entries.Distinct().Count());
        Assert.Contains(weight.Entry, weight.Numeric.Entries);
    }

    [Fact]
    public void The_step_stands_outside_the_comparison_with_autograd_and_is_0_numerically()
    {
        var network = Network.Create([4, 6, 3], () => new BinaryStep(), () => new Identity(), Initialize.HeNormal, new Random(1));

        var check = Check(network, Any.Normal(5, 4, 1), Any.Normal(5, 3, 2), SquaredError);

        Assert.False(AutogradGradients.Knows(network));
        Assert.Null(check.Fault);
        Assert.Null(check.AutogradValue);
        Assert.All(check.Comparisons, c => Assert.Null(c.RelativeError));
        Assert.Equal(0, check.Comparisons[0].ByHand.Norm);
        Assert.NotEqual(0, check.Comparisons[2].ByHand.Norm);
        Assert.Throws<ArgumentException>(() => AutogradGradients.Of(network, new Matrix(1, 4), new Matrix(1, 3), SquaredError));
    }

    [Fact]
    public void A_gradient_whose_terms_cancel_out_is_told_from_a_wrong_one()
    {
        // db is nine times +1/18 and nine times -1/18: 0 but for rounding, which depends on the order of the terms.
        var network = new Network(new Dense(Matrix.FromRow(0.7), Matrix.FromRow(0.1), new Identity()),
            new Dense(Matrix.FromRow(0.3), Matrix.FromRow(0), new Identity()));
        var target = new Matrix(18, 1);
        for (var i = 0; i < 18; i++)
            target[i, 0] = i % 2 == 0 ? 100 : -100;

        var check = Check(network, Any.Normal(18, 1, 1), target, new MeanAbsoluteError());

        Assert.Null(check.Fault);
        Assert.InRange(check.Comparisons[1].ByHand.Norm, 0, 1e-16);
    }

    [Fact]
    public void The_check_leaves_network_and_input_as_they_were_and_no_tensor_alive()
    {
        var network = Network.Create([4, 6, 3], () => new Prelu(), () => new Softmax(), Initialize.HeNormal, new Random(1));
        var x = Any.Normal(5, 4, 1);
        Matrix[] all = [x, .. network.Parameters.Select(p => p.Value)];
        Matrix[] before = [.. all.Select(m => m.Copy())];
        Check(network, x, new Matrix(5, 3), SquaredError);
        var alive = LiveTensors.Count();

        Check(network, x, new Matrix(5, 3), SquaredError);

        Assert.Equal(alive, LiveTensors.Count());
        Assert.All(all.Zip(before), pair => Assert.Equal(pair.Second.Values, pair.First.Values));
    }

    private static GradientCheck Check(Network network, Matrix x, Matrix target, Loss loss) =>
        GradientCheck.Of(network, x, target, loss, entries: 100, new Random(1));
}
