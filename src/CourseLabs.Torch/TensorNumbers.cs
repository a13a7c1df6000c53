using static TorchSharp.torch;

namespace CourseLabs.Torch;

/// <summary>Tensors' numbers as arrays, and norms that do not overflow. No tensor is left.</summary>
public static class TensorNumbers
{
    /// <summary>All entries, row after row, as float32.</summary>
    /// <param name="tensor">Of any shape and device. Its entries are copied.</param>
    public static float[] Floats(this Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        using var scope = NewDisposeScope();
        return tensor.numel() == 0 ? [] : tensor.detach().cpu().to(ScalarType.Float32).contiguous().data<float>().ToArray();
    }

    /// <summary>
    /// The Frobenius norm, taken in float64: in float32 the squares of entries from 1.8e19 on are infinite, and those below 1e-23 are 0.
    /// Where that happens in float64 too, the entries are first divided by the largest one's power of two.
    /// </summary>
    /// <param name="tensor">Of any shape and device.</param>
    public static double NormInFloat64(this Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        using var scope = NewDisposeScope();
        var entries = tensor.detach().to(ScalarType.Float64);
        var norm = entries.norm().item<double>();
        if (norm is (>= 1e-140 and <= double.MaxValue) or double.NaN || tensor.numel() == 0)
            return norm;
        var largest = entries.abs().max().item<double>();
        if (largest == 0 || !double.IsFinite(largest))
            return largest;
        var exponent = Math.Clamp(Math.ILogB(largest), -1000, 1000);
        return Math.ScaleB((entries * Math.ScaleB(1, -exponent)).norm().item<double>(), exponent);
    }
}
