using System.Collections.Frozen;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

// What the factories share.
public static partial class torch
{
    private static readonly FrozenDictionary<Type, ScalarType> ElementTypes = new Dictionary<Type, ScalarType>
    {
        [typeof(bool)] = ScalarType.Bool,
        [typeof(byte)] = ScalarType.Byte,
        [typeof(sbyte)] = ScalarType.Int8,
        [typeof(short)] = ScalarType.Int16,
        [typeof(int)] = ScalarType.Int32,
        [typeof(long)] = ScalarType.Int64,
        [typeof(Half)] = ScalarType.Float16,
        [typeof(float)] = ScalarType.Float32,
        [typeof(double)] = ScalarType.Float64,
        [typeof((float, float))] = ScalarType.ComplexFloat32,
        [typeof(Complex)] = ScalarType.ComplexFloat64,
    }.ToFrozenDictionary();

    /// <summary>The element type of a tensor whose elements have this .NET type.</summary>
    internal static ScalarType ToScalarType(Type type) =>
        ElementTypes.TryGetValue(type, out var dtype) ? dtype : throw new NotSupportedException($"The type {type.FullName} is not supported.");

    /// <summary>Gives a new tensor its names and makes it require a gradient, last of all: so it is a leaf.</summary>
    private static Tensor Finish(Tensor made, bool requires_grad, string[]? names = null)
    {
        try
        {
            if (names is { Length: > 0 }) made.rename_(names);
            if (requires_grad) made.requires_grad = true;
            return made;
        }
        catch
        {
            made.Dispose();
            throw;
        }
    }

    private static Tensor FromScalar(Scalar scalar, ScalarType type, ScalarType? dtype, Device? device, bool requires_grad)
    {
        var place = InitializeDevice(device);
        if (dtype is null || dtype == type) return Finish(Aten.Call("scalar_tensor", scalar, type, Arg.None, place), requires_grad);
        // Through the number's own type, because the conversion of a tensor wraps around where that of a number is refused.
        using var own = Aten.Call("scalar_tensor", scalar, type);
        return Finish(own.to(dtype.Value, place), requires_grad);
    }

    /// <summary>A tensor with a copy of the elements, converted and moved where that is asked for.</summary>
    private static Tensor FromElements<T>(ReadOnlySpan<T> elements, ReadOnlySpan<long> sizes, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
        where T : unmanaged =>
        CopyOf(ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(elements)), elements.Length, ToScalarType(typeof(T)), sizes, dtype, device, requires_grad, names);

    /// <summary>As <see cref="FromElements"/>, of an array of any rank.</summary>
    internal static Tensor FromArray(Array array, ReadOnlySpan<long> sizes, ScalarType? dtype, Device? device, bool requires_grad, string[]? names = null) =>
        CopyOf(ref MemoryMarshal.GetArrayDataReference(array), array.LongLength, ToScalarType(array.GetType().GetElementType()!), sizes, dtype, device, requires_grad, names);

    private static unsafe Tensor CopyOf(ref byte first, long available, ScalarType type, ReadOnlySpan<long> sizes, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
    {
        var total = 1L;
        foreach (var size in sizes) total = checked(total * size);
        if (total > available) throw new ArgumentException($"mismatched total size creating a tensor from an array: {total} vs. {available}");
        var place = InitializeDevice(device);
        Result result;
        fixed (byte* data = &first)
        fixed (long* s = sizes)
            Failure.Check(Shim.ts_tensor_copy_of(data, (int)type, s, sizes.Length, (int)(dtype ?? type), (int)place.type, place.index, &result));
        return Finish(Tensor.Own(result), requires_grad, names);
    }

    private static ReadOnlySpan<T> Elements<T>(IList<T> list) => list switch
    {
        T[] array => array,
        List<T> own => CollectionsMarshal.AsSpan(own),
        _ => list.ToArray(),
    };

    private static long[] SizesOf(Array array)
    {
        var sizes = new long[array.Rank];
        for (var d = 0; d < sizes.Length; d++) sizes[d] = array.GetLongLength(d);
        return sizes;
    }
}
