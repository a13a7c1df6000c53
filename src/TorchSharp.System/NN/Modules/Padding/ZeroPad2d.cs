namespace TorchSharp.Modules;

/// <summary>Surrounds images (N, C, H, W) with zeros: left, right, top, bottom.</summary>
public sealed class ZeroPad2d : PadBase
{
    internal ZeroPad2d(params long[] padding) : base(nameof(ZeroPad2d), PaddingModes.Zeros, 0, padding) { }
}
