using CourseLabs.Tests;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Autograd;

public class FunctionTests
{
    private sealed class Cube : autograd.SingleTensorFunction<Cube>
    {
        public override string Name => nameof(Cube);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            var x = (Tensor)vars[0];
            ctx.save_for_backward([x]);
            ctx.save_data("factor", (double)vars[1]);
            return x.pow(3) * (double)vars[1];
        }

        public override List<Tensor?> backward(autograd.AutogradContext ctx, Tensor grad_output)
        {
            var x = ctx.get_saved_variables()[0];
            return [grad_output * 3 * x * x * (double)ctx.get_data("factor"), null];
        }
    }

    private sealed class SumAndDifference : autograd.MultiTensorFunction<SumAndDifference>
    {
        public override string Name => nameof(SumAndDifference);

        public override List<Tensor> forward(autograd.AutogradContext ctx, params object[] vars) =>
            [(Tensor)vars[0] + (Tensor)vars[1], (Tensor)vars[0] - (Tensor)vars[1]];

        public override List<Tensor?> backward(autograd.AutogradContext ctx, List<Tensor> grad_outputs) =>
            [grad_outputs[0] + grad_outputs[1], grad_outputs[0] - grad_outputs[1]];
    }

    private sealed class Failing : autograd.SingleTensorFunction<Failing>
    {
        public override string Name => nameof(Failing);
        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars) => (Tensor)vars[0] * 2;
        public override List<Tensor?> backward(autograd.AutogradContext ctx, Tensor grad_output) => throw new InvalidDataException("the backward's own exception");
    }

    [Fact]
    public void A_backward_of_ones_own_is_used_by_autograd()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new double[] { 1, 2 }, requires_grad: true);
        var y = Cube.apply(x, 10.0);
        Assert.Equal([10, 80], y.data<double>().ToArray());
        y.sum().backward();
        Assert.Equal([30, 120], x.grad!.data<double>().ToArray());
    }

    [Fact]
    public void Several_outputs_pass_their_gradients_back()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (tensor(5.0, requires_grad: true), tensor(3.0, requires_grad: true));
        var outputs = SumAndDifference.apply(a, b);
        (outputs[0] * outputs[1]).backward();
        Assert.Equal((10.0, -6.0), (a.grad!.item<double>(), b.grad!.item<double>()));
    }

    [Fact]
    public void An_output_nobody_used_arrives_as_zeros()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (tensor(5.0, requires_grad: true), tensor(3.0, requires_grad: true));
        SumAndDifference.apply(a, b)[0].backward();
        Assert.Equal((1.0, 1.0), (a.grad!.item<double>(), b.grad!.item<double>()));
    }

    [Fact]
    public void Without_grad_no_graph_is_built()
    {
        using var scope = NewDisposeScope();
        using var none = no_grad();
        Assert.False(Cube.apply(tensor(2.0, requires_grad: true), 1.0).requires_grad);
    }

    [Fact]
    public void A_second_backward_through_freed_buffers_is_an_error()
    {
        using var scope = NewDisposeScope();
        var y = Cube.apply(tensor(2.0, requires_grad: true), 1.0);
        y.backward();
        var error = Assert.ThrowsAny<Exception>(() => y.backward());
        Assert.Contains("second time", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_in_a_backward_comes_out_of_backward_as_itself()
    {
        using var scope = NewDisposeScope();
        var x = tensor(2.0, requires_grad: true);
        var error = Assert.Throws<InvalidDataException>(() => Failing.apply(x).backward());
        Assert.Equal("the backward's own exception", error.Message);
        (x * x).backward();
        Assert.Equal(4, x.grad!.item<double>());
    }

    [Fact]
    public void A_function_leaves_no_tensor_behind()
    {
        var before = LiveTensors.Count();
        using (NewDisposeScope())
        {
            for (var i = 0; i < 100; i++) Cube.apply(tensor(2.0, requires_grad: true), 1.0).backward();
        }
        Assert.Equal(before, Tensor.TotalCount);
    }
}
