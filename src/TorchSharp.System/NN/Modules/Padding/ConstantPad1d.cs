namespace TorchSharp.Modules;

/// <summary>Surrounds signals (N, C, L) with a constant; the last dimension's two widths come first.</summary>
public sealed class ConstantPad1d : PadBase
{
    internal ConstantPad1d(double value, params long[] padding) : base(nameof(ConstantPad1d), PaddingModes.Constant, value, padding) { }
}
