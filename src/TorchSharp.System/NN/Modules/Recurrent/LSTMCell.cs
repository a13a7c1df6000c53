using System.Diagnostics.CodeAnalysis;
using TorchSharp.Native;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One step of long short-term memory.</summary>
public sealed class LSTMCell : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor)>
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

    internal LSTMCell(long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype) : base(nameof(LSTMCell))
    {
        hidden = hiddenSize;
        weight_ih = RecurrentStack.Uniform([4 * hiddenSize, inputSize], hiddenSize, device, dtype);
        weight_hh = RecurrentStack.Uniform([4 * hiddenSize, hiddenSize], hiddenSize, device, dtype);
        if (!bias) return;
        bias_ih = RecurrentStack.Uniform([4 * hiddenSize], hiddenSize, device, dtype);
        bias_hh = RecurrentStack.Uniform([4 * hiddenSize], hiddenSize, device, dtype);
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

    /// <summary>The next hidden and cell state (N, hidden) of inputs (N, in), or (hidden) of (in); those before are zero if left out.</summary>
    public override (Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0)
    {
        using var scope = NewDisposeScope();
        var unbatched = input.ndim == 1;
        var rows = unbatched ? Aten.Call("unsqueeze", input, 0) : input;
        var before = new[] { State(h0_c0?.Item1), State(h0_c0?.Item2) };
        var (h, c) = Aten.Call2("lstm_cell", rows, before, weightIh!, weightHh!, biasIh, biasHh);
        return (Finished(h), Finished(c));

        Tensor State(Tensor? given) => given is null ? Aten.Call("zeros", new[] { rows.shape[0], hidden }, rows.dtype, Arg.None, rows.device)
            : unbatched ? Aten.Call("unsqueeze", given, 0) : given;
        Tensor Finished(Tensor next) => (unbatched ? Aten.Call("squeeze.dim", next, 0) : next).MoveToOuterDisposeScope();
    }

    public new (Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);
}
