using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The gated recurrent unit (reset, update, new), over steps (L, N, in), (N, L, in) or (L, in).</summary>
public sealed class GRU : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
{
    private readonly RecurrentStack stack;

    internal GRU(long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device, ScalarType? dtype) : base(nameof(GRU)) =>
        stack = new(this, 3, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, device, dtype);

    /// <summary>The outputs of the last layer at all steps, and every layer's last state (layers directions, N, hidden).</summary>
    public override (Tensor, Tensor) forward(Tensor input, Tensor? h0 = null) => stack.Run("gru", input, h0, training);

    public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0);

    public (nn.utils.rnn.PackedSequence, Tensor) call(nn.utils.rnn.PackedSequence input, Tensor? h0 = null) => stack.Run("gru", input, h0, training);

    /// <summary>For cuDNN, which wants the weights in one piece; libtorch's own networks take them as they lie.</summary>
    public void flatten_parameters()
    {
    }
}
