using System.Globalization;
using System.Numerics;
using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Printing;

/// <summary>A tensor's elements as texts, read where they lie.</summary>
internal sealed unsafe class Elements : IDisposable
{
    private readonly Tensor here;
    private readonly byte* data;
    private readonly string format;
    private readonly CultureInfo culture;
    private readonly int size;

    public Elements(Tensor tensor, string format, CultureInfo culture)
    {
        (this.format, this.culture, DType) = (format, culture, tensor.dtype);
        using var dense = tensor.is_sparse ? Aten.Call("to_dense", tensor) : tensor.detach();
        using var near = dense.cpu();
        using var conjugated = near.resolve_conj();
        here = conjugated.resolve_neg();
        (Shape, Strides, size) = (here.shape, here.stride(), (int)here.ElementSize);
        data = (byte*)Shim.ts_tensor_data(here.Handle);
    }

    public ScalarType DType { get; }
    public long[] Shape { get; }
    public long[] Strides { get; }

    /// <summary>The element so many elements behind the first in memory.</summary>
    public string At(long offset)
    {
        var at = data + offset * size;
        return DType switch
        {
            ScalarType.Byte => at->ToString(culture),
            ScalarType.Int8 => ((sbyte*)at)->ToString(culture),
            ScalarType.Int16 => ((short*)at)->ToString(culture),
            ScalarType.Int32 => ((int*)at)->ToString(culture),
            ScalarType.Int64 => ((long*)at)->ToString(culture),
            ScalarType.Bool => ((bool*)at)->ToString(culture),
            ScalarType.Float16 => ((float)*(Half*)at).ToString(format, culture),
            ScalarType.BFloat16 => BitConverter.UInt32BitsToSingle((uint)*(ushort*)at << 16).ToString(format, culture),
            ScalarType.Float32 => ((float*)at)->ToString(format, culture),
            ScalarType.Float64 => ((double*)at)->ToString(format, culture),
            ScalarType.ComplexFloat32 => Complex(((float*)at)[0], ((float*)at)[1]),
            _ => Complex(((Complex*)at)->Real, ((Complex*)at)->Imaginary),
        };
    }

    public void Dispose() => here.Dispose();

    // A part that is zero is left out.
    private string Complex<T>(T real, T imaginary) where T : IFloatingPoint<T>
    {
        var (re, im) = (real.ToString(format, culture), imaginary.ToString(format, culture) + "i");
        if (T.IsZero(imaginary)) return re;
        return T.IsZero(real) ? im : $"{re}+{im}";
    }
}
