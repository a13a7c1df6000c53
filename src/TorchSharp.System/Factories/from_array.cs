using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

// Tensors over a .NET array's own memory: a change of one is a change of the other.
public static partial class torch
{
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device ?? CPU);

    /// <summary>Shares the array's memory; copies where the element type or device is another one.</summary>
    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        // Complex numbers are copied: tuples cannot be pinned, and libtorch wants the others aligned as .NET's arrays are not.
        if (is_complex(ToScalarType(rawArray.GetType().GetElementType()!)))
            return FromArray(rawArray, SizesOf(rawArray), dtype, device, requires_grad, names);
        return Convert(Over(rawArray, 0, SizesOf(rawArray)), dtype, InitializeDevice(device), requires_grad, names);
    }

    /// <summary><paramref name="count"/> elements of an array from <paramref name="offset"/> on, without a copy unless the element type is another one.</summary>
    public static Tensor frombuffer(Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false)
    {
        if (offset < 0 || offset >= rawArray.LongLength) throw new ArgumentException($"invalid value for 'offset': {offset}", nameof(offset));
        if (count < 0) count = rawArray.LongLength - offset;
        if (count > rawArray.LongLength - offset) throw new IndexOutOfRangeException($"element count is too large: {count}");
        if (!is_complex(ToScalarType(rawArray.GetType().GetElementType()!))) return Convert(Over(rawArray, offset, [count]), dtype, CPU, requires_grad, null);
        using var all = FromArray(rawArray, [rawArray.LongLength], dtype, CPU, false);
        return Finish(all.slice(0, offset, offset + count, 1), requires_grad);
    }

    private static Tensor Convert(Tensor shared, ScalarType? dtype, Device device, bool requires_grad, string[]? names)
    {
        if ((dtype is null || dtype == shared.dtype) && device.type == DeviceType.CPU) return Finish(shared, requires_grad, names);
        using (shared) return Finish(shared.to(dtype ?? shared.dtype, device), requires_grad, names);
    }

    private static unsafe Tensor Over(Array array, long offset, ReadOnlySpan<long> sizes)
    {
        var element = array.GetType().GetElementType()!;
        var type = ToScalarType(element);
        var pin = GCHandle.Alloc(array, GCHandleType.Pinned);
        Result result;
        fixed (long* s = sizes)
        {
            var data = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array)) + offset * type.ElementSize();
            if (Shim.ts_tensor_over(data, (int)type, s, sizes.Length, &Unpin, (long)GCHandle.ToIntPtr(pin), &result) == 0)
            {
                pin.Free();
                throw Failure.Last();
            }
        }
        return Tensor.Own(result);
    }

    [UnmanagedCallersOnly]
    private static void Unpin(long pin) => GCHandle.FromIntPtr((IntPtr)pin).Free();
}
