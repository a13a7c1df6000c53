using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils;

namespace TorchSharp.Tests.Nn;

/// <summary>Gradient clipping, parameters as a vector, packed sequences: all as PyTorch has them (Peers/nn.py).</summary>
public class UtilsTests
{
    private static readonly PeerFigures Peer = PeerFigures.Load("nn");

    [Theory]
    [InlineData(2.0, "2.0"), InlineData(1.0, "1.0"), InlineData(double.PositiveInfinity, "inf")]
    public void Clipping_by_norm_equals_PyTorchs(double norm, string name)
    {
        foreach (var (longest, text) in new[] { (0.5, "0.5"), (100.0, "100.0") })
        {
            using var scope = NewDisposeScope();
            using var module = WithGradients(21);
            Peer.AssertEqual($"clip {name} {text} norm", [clip_grad_norm_(module.parameters(), longest, norm)], 1e-6);
            Peer.AssertEqual($"clip {name} {text} grad", module.weight.grad!, 1e-6);
        }
    }

    [Fact]
    public void Clipping_by_value_equals_PyTorchs()
    {
        using var scope = NewDisposeScope();
        using var module = WithGradients(22);
        clip_grad_value_(module.parameters(), 0.75);
        Peer.AssertEqual("clip value", module.weight.grad!, 1e-6);
    }

    [Fact]
    public void Clipping_without_gradients_does_nothing_and_nothing_leaks()
    {
        using var module = nn.Linear(2, 2);
        var before = Tensor.TotalCount;
        Assert.Equal(0, clip_grad_norm_(module.parameters(), 1));
        clip_grad_value_(module.parameters(), 1);
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Parameters_become_a_vector_and_come_back()
    {
        using var scope = NewDisposeScope();
        manual_seed(22);
        using var module = nn.Linear(3, 2);
        var vector = parameters_to_vector(module.parameters());
        Peer.AssertEqual("parameters", vector, 1e-7);
        vector_to_parameters(vector.detach().mul(2), module.parameters());
        Assert.Equal(vector.detach().mul(2).data<float>().ToArray(), parameters_to_vector(module.parameters()).data<float>().ToArray());
        Assert.True(module.weight.requires_grad && module.weight.is_leaf);
        Assert.Throws<ArgumentException>(() => parameters_to_vector([]));
    }

    [Fact]
    public void Packed_sequences_equal_PyTorchs()
    {
        using var scope = NewDisposeScope();
        manual_seed(23);
        var sequences = new[] { 2, 4, 1 }.Select(length => randn(length, 2)).ToArray();
        var packed = rnn.pack_sequence(sequences, enforce_sorted: false);
        Peer.AssertEqual("packed data", packed.data, 0);
        Peer.AssertEqual("packed batch sizes", packed.batch_sizes, 0);
        Peer.AssertEqual("packed sorted indices", packed.sorted_indices, 0);
        var (padded, lengths) = rnn.pad_packed_sequence(packed, batch_first: true, padding_value: -1, total_length: 5);
        Peer.AssertEqual("padded", padded, 0);
        Peer.AssertEqual("padded lengths", lengths, 0);
        Peer.AssertEqual("pad sequence", rnn.pad_sequence(sequences, padding_value: 7), 0);

        var again = rnn.pack_padded_sequence(padded, lengths, batch_first: true, enforce_sorted: false);
        Peer.AssertEqual("packed data", again.data, 0);
        Assert.Throws<ArgumentException>(() => rnn.pack_sequence([]));
        Assert.Throws<ArgumentException>(() => rnn.pad_sequence([]));
    }

    [Fact]
    public void A_packed_sequence_lives_and_dies_with_its_scope()
    {
        var before = Tensor.TotalCount;
        rnn.PackedSequence packed;
        using (var outer = NewDisposeScope())
        {
            using (NewDisposeScope()) packed = rnn.pack_sequence([ones(3), ones(2)]).MoveToOuterDisposeScope();
            Assert.Equal(3, packed.batch_sizes.NumberOfElements);
            Assert.True(packed.sorted_indices.IsInvalid);
            Assert.Equal(1, outer.DisposablesCount);
        }
        Assert.True(packed.data.IsInvalid);
        Assert.Equal(before, Tensor.TotalCount);
    }

    private static Linear WithGradients(long seed)
    {
        manual_seed(seed);
        var module = nn.Linear(3, 2);
        module.call(randn(4, 3)).pow(2).sum().backward();
        return module;
    }
}
