using static TorchSharp.torch;

namespace TorchSharp.Tests.Autograd;

public class GradientTests
{
    [Fact]
    public void Backward_leaves_the_gradient_in_the_leaves()
    {
        using var x = tensor(new double[] { 1, 2, 3 }, requires_grad: true);
        using var y = (x * x).sum();
        y.backward();
        Assert.Equal([2, 4, 6], x.grad!.data<double>().ToArray());
        Assert.True(x.is_leaf);
        Assert.False(y.is_leaf);
    }

    [Fact]
    public void Gradients_of_two_backwards_add_up()
    {
        using var x = tensor(3.0, requires_grad: true);
        (x * x).backward();
        (x * x).backward();
        Assert.Equal(12, x.grad!.item<double>());
    }

    [Fact]
    public void A_gradient_argument_weights_the_outputs()
    {
        using var x = tensor(new double[] { 1, 2 }, requires_grad: true);
        using var y = x * x;
        y.backward([tensor(new double[] { 1, 10 })]);
        Assert.Equal([2, 40], x.grad!.data<double>().ToArray());
    }

    [Fact]
    public void Create_graph_gives_second_derivatives()
    {
        using var x = tensor(2.0, requires_grad: true);
        using var y = x.pow(3);
        using var first = autograd.grad([y], [x], create_graph: true)[0];
        using var second = autograd.grad([first], [x])[0];
        Assert.Equal((12.0, 12.0), (first.item<double>(), second.item<double>()));
    }

    [Fact]
    public void An_input_that_no_output_depends_on_has_no_gradient()
    {
        using var x = tensor(2.0, requires_grad: true);
        using var unused = tensor(1.0, requires_grad: true);
        using var y = x * x;
        var gradients = autograd.grad([y], [x, unused], allow_unused: true);
        Assert.NotNull(gradients[0]);
        Assert.Null(gradients[1]);
    }

    [Fact]
    public void No_grad_and_enable_grad_nest_and_put_back_what_was()
    {
        using var x = tensor(2.0, requires_grad: true);
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            Assert.False((x * x).requires_grad);
            using (enable_grad()) Assert.True((x * x).requires_grad);
            Assert.False(is_grad_enabled());
        }
        Assert.True((x * x).requires_grad);
    }

    [Fact]
    public void Retain_grad_keeps_the_gradient_of_an_inner_tensor()
    {
        using var x = tensor(2.0, requires_grad: true);
        using var inner = x * 3;
        inner.retain_grad();
        using var y = inner * inner;
        y.backward();
        Assert.Equal(12, inner.grad!.item<double>());
        Assert.Equal(36, x.grad!.item<double>());
    }

    [Fact]
    public void A_gradient_can_be_set_and_taken_away()
    {
        using var x = ones(2, dtype: float64, requires_grad: true);
        Assert.Null(x.grad);
        x.grad = full([2], 7.0, dtype: float64);
        Assert.Equal([7, 7], x.grad!.data<double>().ToArray());
        x.grad = null;
        Assert.Null(x.grad);
    }

    [Fact]
    public void The_jacobian_has_the_shape_of_output_then_input()
    {
        using var x = tensor(new double[] { 1, 2, 3 }, requires_grad: true);
        using var jacobian = autograd.functional.jacobian(t => t * t, x);
        Assert.Equal([3, 3], jacobian.shape);
        Assert.Equal([2, 0, 0, 0, 4, 0, 0, 0, 6], jacobian.data<double>().ToArray());
    }

    [Fact]
    public void Anomaly_mode_names_the_operator_that_made_a_nan()
    {
        using var x = tensor(-1.0, requires_grad: true);
        using var anomaly = autograd.detect_anomaly();
        using var y = x.sqrt();
        var error = Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => y.backward());
        Assert.Contains("SqrtBackward0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Inference_mode_ends_with_its_scope()
    {
        using (inference_mode()) Assert.True(is_inference_mode_enabled());
        Assert.False(is_inference_mode_enabled());
    }
}
