using System.Runtime.InteropServices;
using TorchSharp.Native;
using static TorchSharp.torch;
using PackedSequence = TorchSharp.torch.nn.utils.rnn.PackedSequence;

namespace TorchSharp.Modules;

/// <summary>
/// The weights of a recurrent module of several layers and one or two directions, and the forward pass over them. Each layer and
/// direction has weight_ih (gates hidden x in), weight_hh (gates hidden x hidden) and two biases, all from U(-1/sqrt(hidden), 1/sqrt(hidden)).
/// </summary>
internal sealed class RecurrentStack
{
    private readonly long inputSize, hiddenSize, layers;
    private readonly bool bias, batchFirst, bidirectional;
    private readonly double dropout;
    private readonly Parameter[] weights;

    public RecurrentStack(nn.Module owner, int gates, long inputSize, long hiddenSize, long layers, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device, ScalarType? dtype)
    {
        if (dropout is < 0 or > 1) throw new ArgumentException("dropout should be a number in range [0, 1] representing the probability of an element being zeroed", nameof(dropout));
        (this.inputSize, this.hiddenSize, this.layers) = (inputSize, hiddenSize, layers);
        (this.bias, this.batchFirst, this.dropout, this.bidirectional) = (bias, batchFirst, dropout, bidirectional);
        weights = Enumerate(gates).Select(weight =>
        {
            var parameter = Uniform(weight.Shape, hiddenSize, device, dtype);
            owner.register_parameter(weight.Name, parameter);
            return parameter;
        }).ToArray();
    }

    private long Directions => bidirectional ? 2 : 1;

    /// <summary>A parameter of a recurrent module with its first values.</summary>
    public static Parameter Uniform(long[] shape, long hiddenSize, Device? device, ScalarType? dtype)
    {
        var bound = hiddenSize > 0 ? 1 / Math.Sqrt(hiddenSize) : 0;
        return Parameter.New(shape, device, dtype, parameter => nn.init.uniform_(parameter, -bound, bound));
    }

    /// <summary>A network with one state (plain or GRU): the outputs of all steps and the last state of each layer.</summary>
    public (Tensor, Tensor) Run(string op, Tensor input, Tensor? h0, bool training)
    {
        using var scope = NewDisposeScope();
        var unbatched = input.ndim == 2;
        var steps = Batched(input);
        var state = State(h0, steps, steps.shape[BatchDimension], unbatched, "hidden");
        var (output, last) = Aten.Call2(op + ".input", steps, state, weights, bias, layers, dropout, training, bidirectional, batchFirst);
        return (Finished(output, unbatched, BatchDimension), Finished(last, unbatched, 1));
    }

    /// <summary>An LSTM, which has two states.</summary>
    public (Tensor, Tensor, Tensor) Run(Tensor input, (Tensor, Tensor)? h0_c0, bool training)
    {
        using var scope = NewDisposeScope();
        var unbatched = input.ndim == 2;
        var steps = Batched(input);
        var batch = steps.shape[BatchDimension];
        var states = new[] { State(h0_c0?.Item1, steps, batch, unbatched, "hidden[0]"), State(h0_c0?.Item2, steps, batch, unbatched, "hidden[1]") };
        var (output, lastHidden, lastCell) = Aten.Call3("lstm.input", steps, states, weights, bias, layers, dropout, training, bidirectional, batchFirst);
        return (Finished(output, unbatched, BatchDimension), Finished(lastHidden, unbatched, 1), Finished(lastCell, unbatched, 1));
    }

    /// <summary>As <see cref="Run(string, Tensor, Tensor?, bool)"/>, over sequences of different lengths; states are in the sequences' own order.</summary>
    public (PackedSequence, Tensor) Run(string op, PackedSequence input, Tensor? h0, bool training)
    {
        using var scope = NewDisposeScope();
        var state = Ordered(State(h0, input.data, BatchOf(input), false, "hidden"), input.sorted_indices);
        var (output, last) = Aten.Call2(op + ".data", input.data, input.batch_sizes, state, weights, bias, layers, dropout, training, bidirectional);
        return (Packed(output, input), Finished(Ordered(last, input.unsorted_indices)));
    }

    public (PackedSequence, Tensor, Tensor) Run(PackedSequence input, (Tensor, Tensor)? h0_c0, bool training)
    {
        using var scope = NewDisposeScope();
        var batch = BatchOf(input);
        var hidden = Ordered(State(h0_c0?.Item1, input.data, batch, false, "hidden[0]"), input.sorted_indices);
        var cell = Ordered(State(h0_c0?.Item2, input.data, batch, false, "hidden[1]"), input.sorted_indices);
        var (output, lastHidden, lastCell) = Aten.Call3("lstm.data", input.data, input.batch_sizes, new[] { hidden, cell }, weights, bias, layers, dropout, training, bidirectional);
        return (Packed(output, input), Finished(Ordered(lastHidden, input.unsorted_indices)), Finished(Ordered(lastCell, input.unsorted_indices)));
    }

    private int BatchDimension => batchFirst ? 0 : 1;

    private IEnumerable<(string Name, long[] Shape)> Enumerate(int gates)
    {
        for (var layer = 0; layer < layers; layer++)
        {
            var inputs = layer == 0 ? inputSize : hiddenSize * Directions;
            for (var direction = 0; direction < Directions; direction++)
            {
                var suffix = $"_l{layer}{(direction == 1 ? "_reverse" : "")}";
                yield return ("weight_ih" + suffix, [gates * hiddenSize, inputs]);
                yield return ("weight_hh" + suffix, [gates * hiddenSize, hiddenSize]);
                if (!bias) continue;
                yield return ("bias_ih" + suffix, [gates * hiddenSize]);
                yield return ("bias_hh" + suffix, [gates * hiddenSize]);
            }
        }
    }

    private Tensor Batched(Tensor input)
    {
        var shape = input.shape;
        if (shape.Length is not 2 and not 3) throw new ExternalException($"input must have 2 or 3 dimensions, got {shape.Length}");
        if (shape[^1] != inputSize) throw new ExternalException($"input.size(-1) must be equal to input_size. Expected {inputSize}, got {shape[^1]}");
        return shape.Length == 3 ? input : Aten.Call("unsqueeze", input, BatchDimension);
    }

    private Tensor State(Tensor? given, Tensor steps, long batch, bool unbatched, string name)
    {
        long[] expected = [layers * Directions, batch, hiddenSize];
        if (given is null) return Aten.Call("zeros", expected, steps.dtype, Arg.None, steps.device);
        if (given.ndim != (unbatched ? 2 : 3))
            throw new ExternalException($"For {(unbatched ? "unbatched 2-D" : "batched 3-D")} input, hx should also be {(unbatched ? 2 : 3)}-D but got {given.ndim}-D tensor");
        if (unbatched) given = Aten.Call("unsqueeze", given, 1);
        if (!expected.SequenceEqual(given.shape))
            throw new ExternalException($"Expected {name} size ({string.Join(", ", expected)}), got [{string.Join(", ", given.shape)}]");
        return given;
    }

    private static Tensor Finished(Tensor result, bool unbatched = false, int batchDimension = 0) =>
        (unbatched ? Aten.Call("squeeze.dim", result, batchDimension) : result).MoveToOuterDisposeScope();

    private static long BatchOf(PackedSequence sequence) => Aten.CallNumber("item", Aten.Call("select.int", sequence.batch_sizes, 0, 0)).Bits;

    /// <summary>A state's sequences in another order; no indices, no change.</summary>
    private static Tensor Ordered(Tensor state, Tensor indices) => indices.IsInvalid ? state : Aten.Call("index_select", state, 1, indices);

    private static PackedSequence Packed(Tensor output, PackedSequence like) =>
        new PackedSequence(output, Shared(like.batch_sizes), Shared(like.sorted_indices), Shared(like.unsorted_indices)).MoveToOuterDisposeScope();

    private static Tensor Shared(Tensor tensor) => tensor.IsInvalid ? tensor : Aten.Call("alias", tensor);
}
