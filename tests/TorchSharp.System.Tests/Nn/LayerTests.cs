using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Nn;

/// <summary>Each layer draws its parameters, computes and differentiates as PyTorch does from the same seed (Peers/nn.py).</summary>
public class LayerTests
{
    private static readonly PeerFigures Peer = PeerFigures.Load("nn");

    [Fact]
    public void Linear_equals_PyTorchs()
    {
        Check("linear", 1, 1e-6, () => nn.Linear(3, 4), m => m.call(Draw("randn", [5, 3])));
        Check("linear without bias", 2, 1e-6, () => nn.Linear(4, 2, hasBias: false), m => m.call(Draw("randn", [2, 4])));
        Check("linear float64", 3, 1e-12, () => nn.Linear(3, 2, dtype: ScalarType.Float64), m => m.call(Draw("randn", [2, 3], ScalarType.Float64)));
    }

    [Fact]
    public void Sequential_equals_PyTorchs() =>
        Check("sequential", 0, 1e-6, () => nn.Sequential(nn.Linear(1, 8), nn.Identity(), nn.Linear(8, 1)), m => m.call(Draw("rand", [6, 1])));

    private static Tensor Draw(string op, long[] shape, ScalarType type = ScalarType.Float32) => Aten.Call(op, shape, type);

    private static void Check<T>(string name, long seed, double tolerance, Func<T> make, Func<T, Tensor> call) where T : nn.Module
    {
        using var scope = NewDisposeScope();
        manual_seed(seed);
        using var module = make();
        var state = module.state_dict();
        Assert.NotEmpty(state);
        foreach (var (key, value) in state) Peer.AssertEqual($"{name}.{key}", value, tolerance);
        var result = call(module);
        Peer.AssertEqual($"{name}.result", result, tolerance);
        Aten.Call("sum", Aten.Call("mul.Tensor", result, result)).backward();
        foreach (var (key, value) in module.named_parameters())
            if (value.requires_grad) Peer.AssertEqual($"{name}.{key}.grad", value.grad!, tolerance);
    }
}
