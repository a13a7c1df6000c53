using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>One argument or result as it crosses to C++: 16 bytes, blittable (shim::Value).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Value
{
    public Tag Tag;
    public int Count;
    public long Bits;
}

/// <summary>A result, and the storage in bytes that a returned tensor alone owns (shim::Result).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Result
{
    public Value Value;
    public long Bytes;
}

/// <summary>What a tensor is (TensorInfo in native/tensors.cpp).</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct TensorInfo
{
    public long* Sizes;
    public long* Strides;
    public long Dimensions;
    public long Elements;
    public int ElementSize;
    public int DType;
    public int DeviceType;
    public int DeviceIndex;
    public long StorageOffset;
}

/// <summary>What ts_tensor_flags answers.</summary>
[Flags]
internal enum TensorFlags
{
    RequiresGrad = 1,
    Leaf = 2,
    Contiguous = 4,
    Sparse = 8,
    RetainsGrad = 16,
    View = 32,
    Inference = 64,

    /// <summary>The elements are to be conjugated or negated when read.</summary>
    Lazy = 128,
}
