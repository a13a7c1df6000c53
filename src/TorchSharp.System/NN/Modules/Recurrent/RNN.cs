using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The plain recurrent network: h' = tanh or relu(W_ih x + b_ih + W_hh h + b_hh), over steps (L, N, in), (N, L, in) or (L, in).</summary>
public sealed class RNN : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
{
    private readonly RecurrentStack stack;
    private readonly string op;

    internal RNN(long inputSize, long hiddenSize, long numLayers, nn.NonLinearities nonLinearity, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device, ScalarType? dtype) : base(nameof(RNN))
    {
        op = nonLinearity == nn.NonLinearities.ReLU ? "rnn_relu" : "rnn_tanh";
        stack = new(this, 1, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, device, dtype);
    }

    /// <summary>The outputs of the last layer at all steps, and every layer's last state (layers directions, N, hidden).</summary>
    public override (Tensor, Tensor) forward(Tensor input, Tensor? h0) => stack.Run(op, input, h0, training);

    public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0);

    public (nn.utils.rnn.PackedSequence, Tensor) call(nn.utils.rnn.PackedSequence input, Tensor? h0 = null) => stack.Run(op, input, h0, training);

    /// <summary>For cuDNN, which wants the weights in one piece; libtorch's own networks take them as they lie.</summary>
    public void flatten_parameters()
    {
    }

    public Parameter? get_weight_ih(long idx) => get_parameter($"weight_ih_l{idx}");
    public Parameter? get_weight_hh(long idx) => get_parameter($"weight_hh_l{idx}");
    public Parameter? get_bias_ih(long idx) => get_parameter($"bias_ih_l{idx}");
    public Parameter? get_bias_hh(long idx) => get_parameter($"bias_hh_l{idx}");
}
