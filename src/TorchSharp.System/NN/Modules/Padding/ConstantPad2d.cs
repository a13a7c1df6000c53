namespace TorchSharp.Modules;

/// <summary>Surrounds images (N, C, H, W) with a constant; the last dimension's two widths come first.</summary>
public sealed class ConstantPad2d : PadBase
{
    internal ConstantPad2d(double value, params long[] padding) : base(nameof(ConstantPad2d), PaddingModes.Constant, value, padding) { }
}
