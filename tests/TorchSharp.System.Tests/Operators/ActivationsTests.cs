using static TorchSharp.torch;

namespace TorchSharp.Tests.Operators;

/// <summary>Activation functions that are members of a tensor. The same table in Python: Peers/operator_cases/activations.py.</summary>
public class ActivationsTests
{
    private static readonly Cases Table = new()
    {
        ["relu"] = t => t.x.relu(),
        ["relu6"] = t => t.x.mul(5).relu6(),
        ["leaky_relu"] = t => t.x.leaky_relu(0.2),
        ["rrelu"] = t => t.x.rrelu(),
        ["rrelu given"] = t => t.x.rrelu(0.2, 0.4),
        ["prelu"] = t => t.x.prelu(torch.tensor([0.3])),
        ["threshold"] = t => t.x.threshold(0.1, 20),
        ["elu"] = t => t.x.elu(),
        ["elu alpha"] = t => t.x.elu(0.5),
        ["elu scaled"] = t => t.x.elu(0.5, 1.5, 2.0),
        ["celu"] = t => t.x.celu(),
        ["celu alpha"] = t => t.x.celu(0.5),
        ["selu"] = t => t.x.selu(),
        ["gelu"] = t => t.x.gelu(),
        ["silu"] = t => t.x.silu(),
        ["sigmoid"] = t => t.x.sigmoid(),
        ["log_sigmoid"] = t => t.x.log_sigmoid(),
        ["hardsigmoid"] = t => t.x.hardsigmoid(),
        ["hardswish"] = t => t.x.hardswish(),
        ["hardtanh"] = t => t.x.hardtanh(-0.3, 0.4),
        ["softplus"] = t => t.x.softplus(),
        ["softplus given"] = t => t.x.softplus(2, 1),
        ["glu"] = t => t.x.glu(),
        ["glu dim"] = t => t.x.t().glu(0),
        ["softmax"] = t => t.x.softmax(1),
        ["softmax dtype"] = t => t.x.softmax(0, float32),
        ["log_softmax"] = t => t.x.log_softmax(-1),
    };

    public static TheoryData<string> Names => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Equals_PyTorch(string name) => Table.Check(name);
}
