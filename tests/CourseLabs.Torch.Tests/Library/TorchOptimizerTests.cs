using CourseLabs.Backprop.Tests;
using static TorchSharp.torch;
using Parameter = TorchSharp.Modules.Parameter;

namespace CourseLabs.Torch.Tests.Library;

/// <summary>
/// TorchSharp's optimizers, which lab 07 races the hand-written ones against, take PyTorch's steps. The same table in Python, and by
/// hand: tests/CourseLabs.Backprop.Tests, Peers/optimizers.py.
/// </summary>
public sealed class TorchOptimizerTests
{
    private static readonly PeerFigures PyTorch = PeerFigures.Load("optimizers");

    private static readonly Dictionary<string, Func<Parameter[], optim.Optimizer>> Settings = new()
    {
        ["Sgd 0"] = p => optim.SGD(p, 0.1),
        ["Sgd 1"] = p => optim.SGD(p, 0.05, weight_decay: 0.2),
        ["Momentum 0"] = p => optim.SGD(p, 0.1, 0.9),
        ["Momentum 1"] = p => optim.SGD(p, 0.05, 0.5, dampening: 0.3, weight_decay: 0.1),
        ["Nesterov 0"] = p => optim.SGD(p, 0.1, 0.9, nesterov: true),
        ["Nesterov 1"] = p => optim.SGD(p, 0.02, 0.6, weight_decay: 0.1, nesterov: true),
        ["Adagrad 0"] = p => optim.Adagrad(p),
        ["Adagrad 1"] = p => optim.Adagrad(p, 0.5, lr_decay: 0.1, weight_decay: 0.1, initial_accumulator_value: 0.2, eps: 1e-3),
        ["Adadelta 0"] = p => optim.Adadelta(p),
        ["Adadelta 1"] = p => optim.Adadelta(p, 0.5, 0.7, 1e-3, weight_decay: 0.1),
        ["RmsProp 0"] = p => optim.RMSProp(p),
        ["RmsProp 1"] = p => optim.RMSProp(p, 0.05, 0.8, 1e-3, weight_decay: 0.1, momentum: 0.7),
        ["RmsProp 2"] = p => optim.RMSProp(p, centered: true),
        ["RmsProp 3"] = p => optim.RMSProp(p, 0.02, momentum: 0.9, centered: true),
        ["Adam 0"] = p => optim.Adam(p),
        ["Adam 1"] = p => optim.Adam(p, 0.3, 0.7, 0.8, 1e-3, weight_decay: 0.1),
        ["Adam 2"] = p => optim.Adam(p, 0.5, 0.5, 0.6, amsgrad: true),
    };

    public static TheoryData<string> Names => [.. Settings.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Ten_steps_are_PyTorchs(string name)
    {
        using var scope = NewDisposeScope();
        var c = tensor(new[,] { { 1, 0.1, 1 }, { 5, 0.5, 0 } });
        var w = new Parameter(tensor(new[,] { { 1.5, -2, 0 }, { 0.01, 30, -0.3 } }));
        using var optimizer = Settings[name]([w]);
        var path = new List<double>();
        for (var step = 0; step < 10; step++)
        {
            // f(W) = sum(c W^2 / 2 - cos W)
            optimizer.zero_grad();
            ((c * w * w / 2) - w.cos()).sum().backward();
            optimizer.step();
            path.AddRange(w.ToMatrix().Values);
        }

        PyTorch.AssertEqual(name, path.ToArray(), 1e-12);
    }
}
