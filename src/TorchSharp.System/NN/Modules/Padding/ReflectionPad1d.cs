namespace TorchSharp.Modules;

/// <summary>Surrounds signals (N, C, L) with its mirror image; the last dimension's two widths come first.</summary>
public sealed class ReflectionPad1d : PadBase
{
    internal ReflectionPad1d(params long[] padding) : base(nameof(ReflectionPad1d), PaddingModes.Reflect, 0, padding) { }
}
