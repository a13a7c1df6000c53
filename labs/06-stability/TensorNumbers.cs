using TorchSharp;
using static TorchSharp.torch;

namespace CourseLabs.Labs.Stability;

/// <summary>Tensors' numbers as arrays, and norms that do not overflow.</summary>
internal static class TensorNumbers
{
    /// <summary>All entries, row after row, as float32.</summary>
    public static float[] Floats(this Tensor tensor)
    {
        using DisposeScope scope = NewDisposeScope();
        return tensor.detach().cpu().to(ScalarType.Float32).contiguous().data<float>().ToArray();
    }

    /// <summary>
    /// The Frobenius norm, taken in float64: in float32 the squares of entries from 1.8e19 on are infinite, and those below 1e-23 are 0.
    /// </summary>
    public static double NormInFloat64(this Tensor tensor)
    {
        using DisposeScope scope = NewDisposeScope();
        return tensor.detach().to(ScalarType.Float64).norm().item<double>();
    }
}
