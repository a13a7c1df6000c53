namespace TorchSharp.Modules;

/// <summary>Surrounds volumes (N, C, D, H, W) with its border; the last dimension's two widths come first.</summary>
public sealed class ReplicationPad3d : PadBase
{
    internal ReplicationPad3d(params long[] padding) : base(nameof(ReplicationPad3d), PaddingModes.Replicate, 0, padding) { }
}
