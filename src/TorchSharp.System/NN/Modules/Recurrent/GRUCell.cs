using System.Diagnostics.CodeAnalysis;
using TorchSharp.Native;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One step of a gated recurrent unit.</summary>
public sealed class GRUCell : nn.Module<Tensor, Tensor, Tensor>
{
    [ComponentName(Name = nameof(weight_ih))]
    private Parameter? weightIh;

    [ComponentName(Name = nameof(weight_hh))]
    private Parameter? weightHh;

    [ComponentName(Name = nameof(bias_ih))]
    private Parameter? biasIh;

    [ComponentName(Name = nameof(bias_hh))]
    private Parameter? biasHh;

    private readonly long hidden;

    internal GRUCell(long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype) : base(nameof(GRUCell))
    {
        hidden = hiddenSize;
        weight_ih = RecurrentStack.Uniform([3 * hiddenSize, inputSize], hiddenSize, device, dtype);
        weight_hh = RecurrentStack.Uniform([3 * hiddenSize, hiddenSize], hiddenSize, device, dtype);
        if (!bias) return;
        bias_ih = RecurrentStack.Uniform([3 * hiddenSize], hiddenSize, device, dtype);
        bias_hh = RecurrentStack.Uniform([3 * hiddenSize], hiddenSize, device, dtype);
    }

    [DisallowNull]
    public Parameter? weight_ih
    {
        get => weightIh;
        set => Replace(ref weightIh, value, nameof(weight_ih));
    }

    [DisallowNull]
    public Parameter? weight_hh
    {
        get => weightHh;
        set => Replace(ref weightHh, value, nameof(weight_hh));
    }

    [DisallowNull]
    public Parameter? bias_ih
    {
        get => biasIh;
        set => Replace(ref biasIh, value, nameof(bias_ih));
    }

    [DisallowNull]
    public Parameter? bias_hh
    {
        get => biasHh;
        set => Replace(ref biasHh, value, nameof(bias_hh));
    }

    /// <summary>The next state (N, hidden) of inputs (N, in), or (hidden) of (in); the state before is zero if left out.</summary>
    public override Tensor forward(Tensor input, Tensor? h0 = null)
    {
        using var scope = NewDisposeScope();
        var unbatched = input.ndim == 1;
        var rows = unbatched ? Aten.Call("unsqueeze", input, 0) : input;
        var state = h0 is null ? Aten.Call("zeros", new[] { rows.shape[0], hidden }, rows.dtype, Arg.None, rows.device)
            : unbatched ? Aten.Call("unsqueeze", h0, 0) : h0;
        var next = Aten.Call("gru_cell", rows, state, weightIh, weightHh, biasIh, biasHh);
        return (unbatched ? Aten.Call("squeeze.dim", next, 0) : next).MoveToOuterDisposeScope();
    }
}
