using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Layers;

public class ActivationTests
{
    private static readonly Dictionary<string, Func<Module<Tensor, Tensor>>> Activations = new()
    {
        ["CELU"] = () => CELU(), ["CELU 2"] = () => CELU(2.0), ["ELU"] = () => ELU(), ["ELU 0.5"] = () => ELU(0.5), ["GELU"] = () => GELU(),
        ["Hardshrink"] = () => Hardshrink(), ["Hardshrink 1"] = () => Hardshrink(1.0), ["Hardsigmoid"] = () => Hardsigmoid(), ["Hardswish"] = () => Hardswish(),
        ["Hardtanh"] = () => Hardtanh(), ["Hardtanh -0.5 0.25"] = () => Hardtanh(-0.5, 0.25), ["LeakyReLU"] = () => LeakyReLU(),
        ["LeakyReLU 0.2"] = () => LeakyReLU(0.2), ["LogSigmoid"] = () => LogSigmoid(), ["Mish"] = () => Mish(), ["PReLU"] = () => PReLU(1),
        ["PReLU 4"] = () => PReLU(4, init: 0.1), ["RReLU"] = () => RReLU(), ["RReLU evaluated"] = () => Evaluated(RReLU(0.1, 0.5)),
        ["ReLU"] = () => ReLU(), ["ReLU6"] = () => ReLU6(), ["SELU"] = () => SELU(), ["SiLU"] = () => SiLU(), ["Sigmoid"] = () => Sigmoid(),
        ["Softplus"] = () => Softplus(), ["Softplus 2 1"] = () => Softplus(2, 1), ["Softshrink"] = () => Softshrink(), ["Softsign"] = () => Softsign(),
        ["Tanh"] = () => Tanh(), ["Tanhshrink"] = () => Tanhshrink(), ["Threshold"] = () => Threshold(0.1, 20.0), ["GLU"] = () => GLU(), ["GLU 1"] = () => GLU(1),
        ["Softmax"] = () => Softmax(1), ["Softmin"] = () => Softmin(-1), ["LogSoftmax"] = () => LogSoftmax(0), ["Softmax2d"] = () => Softmax2d(),
    };

    public static TheoryData<string> Names => [.. Activations.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Activation_and_its_gradient_equal_PyTorchs(string name) =>
        Peers.Layer(name, Activations[name], name == "Softmax2d" ? [2, 4, 3, 2] : [3, 4]);

    [Fact]
    public void An_inplace_activation_changes_its_input_and_answers_with_a_tensor_of_its_own()
    {
        Module<Tensor, Tensor>[] inplace =
        [
            CELU(inplace: true), ELU(inplace: true), GELU(true), Hardsigmoid(true), Hardswish(true), Hardtanh(inplace: true), LeakyReLU(inplace: true), Mish(true),
            RReLU(inplace: true), ReLU(true), ReLU6(true), SELU(true), SiLU(true), Sigmoid(true), Softsign(true), Tanh(true), Tanhshrink(true), Threshold(0.5, 0.25, true),
        ];
        foreach (var activation in inplace)
        {
            using var scope = NewDisposeScope();
            activation.eval();
            var x = tensor(new[] { -1.5, 0.25, 2.0 });
            var before = x.data<double>().ToArray();
            var result = activation.call(x);
            Assert.Equal(result.data<double>().ToArray(), x.data<double>().ToArray());
            Assert.NotEqual(before, x.data<double>().ToArray());
            result.Dispose();
            Assert.False(x.IsInvalid);
        }
    }

    [Fact]
    public void Activations_keep_no_tensor_alive()
    {
        using var x = randn(3, 4);
        foreach (var (name, make) in Activations)
        {
            if (name == "Softmax2d") continue;
            var before = Tensor.TotalCount;
            using (var module = make()) module.call(x).Dispose();
            Assert.True(before == Tensor.TotalCount, name);
        }
    }

    [Fact]
    public void Options_can_be_read_and_changed()
    {
        using var activation = LeakyReLU(0.2);
        activation.negative_slope = 0.5;
        using var x = tensor(-2.0);
        using var y = activation.call(x);
        Assert.Equal(-1.0, y.item<double>());
        Assert.Equal("LeakyReLU", activation.GetName());
        Assert.IsType<IParameterLessModule>(activation, exactMatch: false);
    }

    private static T Evaluated<T>(T module) where T : nn.Module
    {
        module.eval();
        return module;
    }
}
