using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Optim;

/// <summary>The small problem of Peers/optim.py: two parameters, and a loss with Rosenbrock's valley, a bowl, and a term that joins them.</summary>
internal sealed class Problem
{
    public Parameter W { get; }
    public Parameter B { get; }
    public Parameter[] Parameters => [W, B];

    private readonly Tensor scale;

    public Problem(ScalarType type = ScalarType.Float64)
    {
        W = new Parameter(tensor(new[] { -1.2, 1.0, 0.5 }, type));
        B = new Parameter(tensor(new[,] { { 0.3, -0.7 }, { 1.5, 2.0 } }, type));
        scale = tensor(new[,] { { 1.0, 2.0 }, { 3.0, 4.0 } }, type);
        W.DetachFromDisposeScope();
        B.DetachFromDisposeScope();
        scale.DetachFromDisposeScope();
    }

    public Tensor Loss()
    {
        var (head, tail) = (W.narrow(0, 0, 2), W.narrow(0, 1, 2));
        var valley = (tail - head * head).pow(2).mul(10) + (head - 1).pow(2);
        return valley.sum() + (B * B * scale).sum() + B.sum() * W.sum() * 0.1;
    }

    public void Step(optim.Optimizer optimizer)
    {
        using var scope = NewDisposeScope();
        optimizer.zero_grad();
        Loss().backward();
        optimizer.step();
    }

    public double[] Values() => [.. W.to(ScalarType.Float64).data<double>(), .. B.to(ScalarType.Float64).data<double>()];

    /// <summary>The parameters after each of the steps, one after another.</summary>
    public List<double> Run(optim.Optimizer optimizer, int steps = 10, Action<int>? before = null)
    {
        var values = new List<double>();
        for (var i = 0; i < steps; i++)
        {
            before?.Invoke(i);
            Step(optimizer);
            values.AddRange(Values());
        }
        return values;
    }
}
