namespace TorchSharp.Modules;

/// <summary>Surrounds volumes (N, C, D, H, W) with its mirror image; the last dimension's two widths come first.</summary>
public sealed class ReflectionPad3d : PadBase
{
    internal ReflectionPad3d(params long[] padding) : base(nameof(ReflectionPad3d), PaddingModes.Reflect, 0, padding) { }
}
