namespace TorchSharp.Modules;

/// <summary>Surrounds images (N, C, H, W) with its mirror image; the last dimension's two widths come first.</summary>
public sealed class ReflectionPad2d : PadBase
{
    internal ReflectionPad2d(params long[] padding) : base(nameof(ReflectionPad2d), PaddingModes.Reflect, 0, padding) { }
}
