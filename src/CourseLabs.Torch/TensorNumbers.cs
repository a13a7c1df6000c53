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
    /// </summary>
    /// <param name="tensor">Of any shape and device.</param>
    public static double NormInFloat64(this Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        using var scope = NewDisposeScope();
        return tensor.detach().to(ScalarType.Float64).norm().item<double>();
    }
}
