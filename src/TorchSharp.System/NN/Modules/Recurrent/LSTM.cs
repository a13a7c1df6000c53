using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Long short-term memory (input, forget, cell, output gates), over steps (L, N, in), (N, L, in) or (L, in).</summary>
public sealed class LSTM : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
{
    private readonly RecurrentStack stack;

    internal LSTM(long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device, ScalarType? dtype) : base(nameof(LSTM)) =>
        stack = new(this, 4, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, device, dtype);

    /// <summary>The outputs of the last layer at all steps, and every layer's last hidden and cell state (layers directions, N, hidden).</summary>
    public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null) => stack.Run(input, h0_c0, training);

    public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

    public (nn.utils.rnn.PackedSequence, Tensor, Tensor) call(nn.utils.rnn.PackedSequence input, (Tensor, Tensor)? h0_c0 = null) => stack.Run(input, h0_c0, training);

    /// <summary>For cuDNN, which wants the weights in one piece; libtorch's own networks take them as they lie.</summary>
    public void flatten_parameters()
    {
    }
}
