namespace TorchSharp.Modules;

/// <summary>Surrounds volumes (N, C, D, H, W) with a constant; the last dimension's two widths come first.</summary>
public sealed class ConstantPad3d : PadBase
{
    internal ConstantPad3d(double value, params long[] padding) : base(nameof(ConstantPad3d), PaddingModes.Constant, value, padding) { }
}
