using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Losses;
using CourseLabs.Backprop.Networks;
using CourseLabs.Backprop.Tests;
using CourseLabs.Matrices;
using CourseLabs.Torch.Gradients;
using static TorchSharp.torch;
using Loss = CourseLabs.Backprop.Losses.Loss;

namespace CourseLabs.Torch.Tests.Gradients;

/// <summary>Saturation, ties and numbers that are not finite: where no random network comes.</summary>
public sealed class HardCaseTests
{
    [Theory]
    [InlineData(800)]
    [InlineData(-800)]
    public void The_gradient_through_a_sigmoid_of_800_is_0_as_in_torch(double sum)
    {
        var check = Check(sum, new Sigmoid(), Matrix.FromRow(0.3), new HalfSquaredError());

        Assert.Null(check.Fault);
        Assert.Equal(0, check.Comparisons[0].ByHand.Norm);
        Assert.Equal(0, check.Comparisons[0].Autograd!.Norm);
    }

    [Theory]
    [InlineData(800, 0, 1e12)]
    [InlineData(-800, 1, -1e12)]
    [InlineData(800, 1, 0)]
    public void Binary_cross_entropy_at_0_and_1_is_clamped_as_in_torch(double sum, double target, double slope)
    {
        // A loss of -ln 0 is taken for 100, a(1 - a) for at least 1e-12 (a float32 in torch), and the sigmoid's own derivative is 0.
        var check = Check(sum, new Sigmoid(), Matrix.FromRow(target), new BinaryCrossEntropy());

        Assert.Null(check.Fault);
        Assert.Equal(slope == 0 ? 0 : 100, check.AutogradValue);
        Assert.Equal(slope, check.Comparisons[^1].Autograd![0, 0], 1e-7 * Math.Abs(slope));
        Assert.Equal(check.Comparisons[^1].Autograd![0, 0], check.Comparisons[^1].ByHand[0, 0]);
    }

    [Theory]
    [InlineData(1010, 1000, 990)]
    [InlineData(1e300, 1, -1e300)]
    [InlineData(700, 700, 700)]
    public void Softmax_of_huge_sums_has_torchs_gradient(double first, double second, double third)
    {
        var sums = Matrix.FromRow(first, second, third);
        foreach (var (activation, loss) in new (Activation, Loss)[] { (new Softmax(), new MeanSquaredError()), (new Identity(), new CrossEntropy()) })
        {
            var network = new Network(new Dense(sums.Copy(), null, activation));

            // Central differences of a loss of 1e300 mean nothing.
            var check = GradientCheck.Of(network, Matrix.FromRow(1), Matrix.FromRow(0, 1, 0), loss, entries: 0, new Random(1));

            Assert.Null(check.Fault);
            Assert.All(check.Comparisons[0].ByHand.Values.ToArray(), v => Assert.True(double.IsFinite(v)));
        }
    }

    [Fact]
    public void A_NaN_in_the_input_is_carried_to_every_gradient_as_in_torch_and_reported()
    {
        var network = new Network(new Dense(Any.Normal(2, 3, 1), new Matrix(1, 3), new Relu()), new Dense(Any.Normal(3, 1, 2), new Matrix(1, 1), new Tanh()));

        var check = GradientCheck.Of(network, Matrix.FromRow(double.NaN, 1), Matrix.FromRow(0), new MeanSquaredError(), 5, new Random(1));

        Assert.Equal("The loss is not a number, so no gradient can be checked.", check.Fault);
        Assert.All(check.Comparisons, c => Assert.Contains(c.ByHand.Values.ToArray(), double.IsNaN));
        Assert.All(check.Comparisons, c => Assert.False(c.Holds));
        Assert.All(check.Comparisons, c => Assert.Contains(c.Autograd!.Values.ToArray(), double.IsNaN));
    }

    [Fact]
    public void An_infinite_loss_is_reported() =>
        Assert.Equal(
            "The loss is infinite, so no gradient can be checked.",
            Check(1e200, new Identity(), Matrix.FromRow(0), new MeanSquaredError()).Fault);

    [Theory]
    [InlineData("relu")]
    [InlineData("leaky-relu")]
    [InlineData("prelu")]
    [InlineData("elu")]
    public void At_a_sum_of_exactly_0_the_derivative_is_torchs(string activation)
    {
        var check = Check(0, ActivationNames.Create(activation), Matrix.FromRow(1), new HalfSquaredError());

        // The kink lies within the step of the central difference, which is not counted.
        Assert.Null(check.Fault);
        Assert.Equal([(0, 0)], check.Comparisons[0].Numeric!.Kinks);
        Assert.Equal(check.Comparisons[0].Autograd![0, 0], check.Comparisons[0].ByHand[0, 0]);
    }

    [Fact]
    public void The_l1_loss_has_the_gradient_0_where_output_and_target_are_the_same()
    {
        var check = Check(0.5, new Identity(), Matrix.FromRow(0.5), new MeanAbsoluteError());

        Assert.Null(check.Fault);
        Assert.Equal(0, check.Comparisons[0].Autograd![0, 0]);
    }

    [Fact]
    public void In_a_tie_maxout_and_torchs_max_take_the_first_piece_and_torchs_amax_shares()
    {
        var network = new Network(new Dense(Matrix.FromRow(2, 2), null, new Maxout()));
        var check = GradientCheck.Of(network, Matrix.FromRow(1), Matrix.FromRow(0), new HalfSquaredError(), 5, new Random(1));
        using var sums = tensor([2.0, 2.0], requires_grad: true);
        using var shared = sums.amax([0]);
        shared.backward();

        Assert.Null(check.Fault);
        Assert.Equal([2, 0], check.Comparisons[0].ByHand.Values);
        Assert.Equal([0.5, 0.5], sums.grad!.data<double>().ToArray());
    }

    [Theory]
    [InlineData(19.99, 1e-15)]
    [InlineData(20.01, 2.1e-9)]
    public void Above_20_torchs_default_softplus_is_off_by_up_to_2e_minus_9(double z, double bound)
    {
        using var sum = tensor([z], requires_grad: true);
        using var value = nn.functional.softplus(sum);
        value.backward();
        var (softplus, slope) = (new Softplus(), sum.grad!.item<double>());

        Assert.Equal(softplus.Value(z), value.item<double>(), bound * 20);
        Assert.Equal(softplus.Derivative(z), slope, bound);
        if (z > 20)
            Assert.True(slope - softplus.Derivative(z) > 1e-9);
        Assert.Null(Check(z, softplus, Matrix.FromRow(0), new HalfSquaredError()).Fault);
    }

    [Fact]
    public void Near_0_ELU_has_torchs_derivative_and_a_value_within_a_rounding_of_1()
    {
        var elu = new Elu();
        foreach (var z in new[] { -1e-20, -1e-12, -1e-6 })
        {
            using var sum = tensor([z], requires_grad: true);
            using var value = nn.functional.elu(sum, 1);
            value.backward();

            Assert.Equal(value.item<double>(), elu.Value(z), 1.2e-16);
            Assert.Equal(sum.grad!.item<double>(), elu.Derivative(z), 2.3e-16);
        }
    }

    [Theory]
    [InlineData(double.NegativeInfinity, double.NegativeInfinity)]
    [InlineData(double.PositiveInfinity, 0)]
    [InlineData(double.NaN, 0)]
    public void The_cross_entropy_of_logits_without_a_softmax_is_no_number_as_in_torch(double first, double second)
    {
        using var scope = NewDisposeScope();
        Matrix logits = Matrix.FromRow(first, second), target = Matrix.FromRow(0, 1);

        var (value, gradients) = MatrixTensors.Autograd(t => TorchFunctions.Apply(new CrossEntropy(), t[0], target.ToTensor()), logits);

        Assert.Equal((double.NaN, double.NaN), (value, new CrossEntropy().Value(logits, target)));
        Assert.Equal([double.NaN, double.NaN], gradients[0].Values.ToArray());
        Assert.Equal([double.NaN, double.NaN], new CrossEntropy().Gradient(logits, target).Values.ToArray());
    }

    [Theory]
    [InlineData("half-squared-error")]
    [InlineData("l1")]
    [InlineData("mse")]
    public void A_target_of_another_shape_is_an_error_and_not_broadcast(string loss)
    {
        var network = new Network(new Dense(Matrix.FromRow(2), null, new Identity()));

        Assert.Throws<ShapeException>(() => AutogradGradients.Of(network, new Matrix(4, 1), new Matrix(1, 4), LossNames.Get(loss)));
    }

    // Weights and inputs are moved to see what rounding does; 1 + 2^-52 is no probability.
    [Fact]
    public void Moving_that_throws_leaves_the_weights_and_the_input_as_they_were()
    {
        var network = new Network(new Dense(Matrix.FromRow(1), null, new Identity()));
        var x = Matrix.FromRow(1);

        Assert.Throws<ArgumentOutOfRangeException>(
            () => Rounding.Movement(network, x, Matrix.FromRow(1), new BinaryCrossEntropy(), new UpOnly()));

        Assert.Equal((1, 1), (network.Parameters[0].Value[0, 0], x[0, 0]));
    }

    private sealed class UpOnly : Random
    {
        public override int Next(int maxValue) => 0;
    }

    // A network of one weight, which is the sum.
    private static GradientCheck Check(double sum, Activation activation, Matrix target, Loss loss) =>
        GradientCheck.Of(new Network(new Dense(Matrix.FromRow(sum), null, activation)), Matrix.FromRow(1), target, loss, 5, new Random(1));
}
