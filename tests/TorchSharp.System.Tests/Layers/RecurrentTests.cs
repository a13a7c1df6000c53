using System.Runtime.InteropServices;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Layers;

public class RecurrentTests
{
    [Fact]
    public void RNN_equals_PyTorchs()
    {
        Peers.Layer("RNN", () => RNN(3, 4), (m, x) => Two(m.call(x[0])), [5, 2, 3]);
        Peers.Layer("RNN unbatched", () => RNN(3, 4, bias: false, batchFirst: true), (m, x) => Two(m.call(x[0])), [5, 3]);
        Peers.Layer("RNN deep", () => RNN(3, 2, 2, batchFirst: true, bidirectional: true), (m, x) => Two(m.call(x[0])), [2, 4, 3]);
        Peers.Layer("RNN dropout", () => RNN(3, 2, 2, dropout: 0.5), (m, x) => Two(m.call(x[0])), [4, 2, 3]);
        Peers.Layer("RNN dropout evaluated", () => Evaluated(RNN(3, 2, 2, dropout: 0.5)), (m, x) => Two(m.call(x[0])), [4, 2, 3]);
        Peers.Layer("RNN state", () => RNN(3, 4), (m, x) => Two(m.call(x[0], x[1])), [5, 2, 3], [1, 2, 4]);
        Peers.Layer("RNN relu", () => RNN(3, 4, nonLinearity: NonLinearities.ReLU), (m, x) => Two(m.call(x[0])), [5, 2, 3]);
    }

    [Fact]
    public void GRU_equals_PyTorchs()
    {
        Peers.Layer("GRU", () => GRU(3, 4), (m, x) => Two(m.call(x[0])), [5, 2, 3]);
        Peers.Layer("GRU unbatched", () => GRU(3, 4, bias: false, batchFirst: true), (m, x) => Two(m.call(x[0])), [5, 3]);
        Peers.Layer("GRU deep", () => GRU(3, 2, 2, batchFirst: true, bidirectional: true), (m, x) => Two(m.call(x[0])), [2, 4, 3]);
        Peers.Layer("GRU dropout", () => GRU(3, 2, 2, dropout: 0.5), (m, x) => Two(m.call(x[0])), [4, 2, 3]);
        Peers.Layer("GRU dropout evaluated", () => Evaluated(GRU(3, 2, 2, dropout: 0.5)), (m, x) => Two(m.call(x[0])), [4, 2, 3]);
        Peers.Layer("GRU state", () => GRU(3, 4), (m, x) => Two(m.call(x[0], x[1])), [5, 2, 3], [1, 2, 4]);
    }

    [Fact]
    public void LSTM_equals_PyTorchs()
    {
        Peers.Layer("LSTM", () => LSTM(3, 4), (m, x) => Three(m.call(x[0])), [5, 2, 3]);
        Peers.Layer("LSTM unbatched", () => LSTM(3, 4, bias: false, batchFirst: true), (m, x) => Three(m.call(x[0])), [5, 3]);
        Peers.Layer("LSTM deep", () => LSTM(3, 2, 2, batchFirst: true, bidirectional: true), (m, x) => Three(m.call(x[0])), [2, 4, 3]);
        Peers.Layer("LSTM dropout", () => LSTM(3, 2, 2, dropout: 0.5), (m, x) => Three(m.call(x[0])), [4, 2, 3]);
        Peers.Layer("LSTM dropout evaluated", () => Evaluated(LSTM(3, 2, 2, dropout: 0.5)), (m, x) => Three(m.call(x[0])), [4, 2, 3]);
        Peers.Layer("LSTM state", () => LSTM(3, 4), (m, x) => Three(m.call(x[0], (x[1], x[2]))), [5, 2, 3], [1, 2, 4], [1, 2, 4]);
    }

    [Fact]
    public void Cells_equal_PyTorchs()
    {
        Peers.Layer("RNNCell", () => RNNCell(3, 4), (m, x) => [m.forward(x[0])], [2, 3]);
        Peers.Layer("RNNCell unbatched", () => RNNCell(3, 4, bias: false), (m, x) => [m.forward(x[0])], [3]);
        Peers.Layer("RNNCell state", () => RNNCell(3, 4), (m, x) => [m.call(x[0], x[1])], [2, 3], [2, 4]);
        Peers.Layer("RNNCell relu", () => RNNCell(3, 4, NonLinearities.ReLU), (m, x) => [m.forward(x[0])], [2, 3]);
        Peers.Layer("GRUCell", () => GRUCell(3, 4), (m, x) => [m.forward(x[0])], [2, 3]);
        Peers.Layer("GRUCell unbatched", () => GRUCell(3, 4, bias: false), (m, x) => [m.forward(x[0])], [3]);
        Peers.Layer("GRUCell state", () => GRUCell(3, 4), (m, x) => [m.call(x[0], x[1])], [2, 3], [2, 4]);
        Peers.Layer("LSTMCell", () => LSTMCell(3, 4), (m, x) => Two(m.call(x[0])), [2, 3]);
        Peers.Layer("LSTMCell unbatched", () => LSTMCell(3, 4, bias: false), (m, x) => Two(m.call(x[0])), [3]);
        Peers.Layer("LSTMCell state", () => LSTMCell(3, 4), (m, x) => Two(m.call(x[0], (x[1], x[2]))), [2, 3], [2, 4], [2, 4]);
    }

    [Fact]
    public void Sequences_of_different_lengths_equal_those_run_one_by_one()
    {
        using var scope = NewDisposeScope();
        using var layer = LSTM(3, 4);
        using var plain = RNN(3, 4);
        var sequences = new[] { randn(2, 3), randn(4, 3), randn(3, 3) };
        var packed = nn.utils.rnn.pack_sequence(sequences, enforce_sorted: false);
        var (states, memory) = (randn(1, 3, 4), randn(1, 3, 4));
        var (outputs, h, c) = layer.call(packed, (states, memory));
        var (padded, lengths) = nn.utils.rnn.pad_packed_sequence(outputs, batch_first: true);
        var (_, last) = plain.call(packed);
        Assert.Equal(new long[] { 2, 4, 3 }, lengths.data<long>().ToArray());
        for (var i = 0; i < sequences.Length; i++)
        {
            var (alone, aloneH, aloneC) = layer.call(sequences[i], (states.select(1, i), memory.select(1, i)));
            Close(alone, padded.select(0, i).narrow(0, 0, sequences[i].shape[0]));
            Close(aloneH, h.select(1, i));
            Close(aloneC, c.select(1, i));
            Close(plain.call(sequences[i]).Item2, last.select(1, i));
        }

        static void Close(Tensor expected, Tensor actual) => Assert.True(expected.allclose(actual, 1e-6, 1e-6));
    }

    [Fact]
    public void Weights_are_named_and_shaped_as_PyTorchs()
    {
        using var rnn = RNN(3, 4, 2, bidirectional: true);
        Assert.Equal(16, rnn.parameters().Count());
        Assert.Equal(new long[] { 4, 8 }, rnn.get_parameter("weight_ih_l1_reverse")!.shape);
        Assert.Equal(new long[] { 4, 3 }, rnn.get_weight_ih(0)!.shape);
        Assert.Equal(new long[] { 4 }, rnn.get_bias_hh(1)!.shape);
        using var cell = LSTMCell(3, 4);
        Assert.Equal(["weight_ih", "weight_hh", "bias_ih", "bias_hh"], cell.named_parameters().Select(p => p.name));
        cell.bias_ih = Parameter(zeros(16));
        Assert.Same(cell.bias_ih, cell.get_parameter("bias_ih"));
    }

    [Fact]
    public void Wrong_sizes_are_refused_with_PyTorchs_words()
    {
        using var scope = NewDisposeScope();
        using var rnn = RNN(3, 4);
        Refused("input.size(-1) must be equal to input_size. Expected 3, got 2", () => rnn.call(zeros(5, 2, 2)));
        Refused("Expected hidden size (1, 2, 4), got [1, 3, 4]", () => rnn.call(zeros(5, 2, 3), zeros(1, 3, 4)));
        Refused("For batched 3-D input, hx should also be 3-D but got 2-D tensor", () => rnn.call(zeros(5, 2, 3), zeros(1, 4)));
        Refused("input must have 2 or 3 dimensions, got 1", () => rnn.call(zeros(3)));
        Refused("Expected hidden[1] size (1, 2, 4), got [1, 2, 5]", () => LSTM(3, 4).call(zeros(5, 2, 3), (zeros(1, 2, 4), zeros(1, 2, 5))));
        Refused("input has inconsistent input_size", () => GRUCell(3, 4).forward(zeros(2, 5)));
        Assert.Throws<ArgumentException>(() => RNN(3, 4, dropout: 1.5));
    }

    [Fact]
    public void Recurrent_layers_keep_no_tensor_alive()
    {
        using var x = randn(5, 3);
        var before = Tensor.TotalCount;
        using (var layer = LSTM(3, 4))
        {
            var (output, h, c) = layer.call(x);
            output.Dispose();
            h.Dispose();
            c.Dispose();
            Assert.Throws<ExternalException>(() => layer.call(x, (x, x)));
        }
        using (var cell = GRUCell(3, 4)) cell.forward(x).Dispose();
        Assert.Equal(before, Tensor.TotalCount);
    }

    private static void Refused(string words, Action wrong) => Assert.Contains(words, Assert.Throws<ExternalException>(wrong).Message);
    private static Tensor[] Two((Tensor, Tensor) results) => [results.Item1, results.Item2];
    private static Tensor[] Three((Tensor, Tensor, Tensor) results) => [results.Item1, results.Item2, results.Item3];

    private static T Evaluated<T>(T module) where T : nn.Module
    {
        module.eval();
        return module;
    }
}
