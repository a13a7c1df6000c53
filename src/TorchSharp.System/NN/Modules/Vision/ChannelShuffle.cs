using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Deals the channels out over groups, so that each group holds some of every one before.</summary>
public sealed class ChannelShuffle : ParameterLessModule<Tensor, Tensor>
{
    internal ChannelShuffle(long groups) : base(nameof(ChannelShuffle)) => this.groups = groups;

    public long groups { get; set; }

    // Spelled out, since libtorch 1.13 cannot differentiate its operator.
    public override Tensor forward(Tensor tensor)
    {
        nn.functional.Positive(groups);
        var shape = tensor.shape;
        if (shape.Length < 3 || shape[1] % groups != 0)
            throw new ArgumentException($"ChannelShuffle needs an input (N, C, ...) whose channels {groups} groups divide, not [{string.Join(", ", shape)}].");
        using var dealt = Aten.Call("reshape", tensor, new[] { shape[0], groups, shape[1] / groups, -1 });
        using var swapped = Aten.Call("transpose.int", dealt, 1, 2);
        return Aten.Call("reshape", swapped, shape);
    }
}
