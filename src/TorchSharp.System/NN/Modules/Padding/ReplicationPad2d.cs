namespace TorchSharp.Modules;

/// <summary>Surrounds images (N, C, H, W) with its border; the last dimension's two widths come first.</summary>
public sealed class ReplicationPad2d : PadBase
{
    internal ReplicationPad2d(params long[] padding) : base(nameof(ReplicationPad2d), PaddingModes.Replicate, 0, padding) { }
}
