using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Deals the channels out over groups, so that each group holds some of every one before.</summary>
public sealed class ChannelShuffle : ParameterLessModule<Tensor, Tensor>
{
    internal ChannelShuffle(long groups) : base(nameof(ChannelShuffle)) => this.groups = groups;

    public long groups { get; set; }

    public override Tensor forward(Tensor tensor)
    {
        nn.functional.Positive(groups);
        return Aten.Call("channel_shuffle", tensor, groups);
    }
}
