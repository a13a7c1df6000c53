namespace TorchSharp.Modules;

/// <summary>Surrounds signals (N, C, L) with its border; the last dimension's two widths come first.</summary>
public sealed class ReplicationPad1d : PadBase
{
    internal ReplicationPad1d(params long[] padding) : base(nameof(ReplicationPad1d), PaddingModes.Replicate, 0, padding) { }
}
