using System.Collections;
using System.Runtime.CompilerServices;
using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>A CPU tensor's elements in row-major order, whatever its strides, to read and write. Keeps the tensor alive.</summary>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T> where T : unmanaged
{
    private readonly long[] shape;
    private readonly long[] strides;
    private readonly bool contiguous;
    private readonly T* start;
    private Tensor? tensor;

    internal TensorAccessor(Tensor tensor)
    {
        var info = tensor.Info;
        if ((DeviceType)info.DeviceType != DeviceType.CPU)
            throw new InvalidOperationException("Reading data from non-CPU memory is not supported. Move or copy the tensor to the cpu before reading.");
        var dimensions = (int)info.Dimensions;
        shape = new ReadOnlySpan<long>(info.Sizes, dimensions).ToArray();
        strides = new ReadOnlySpan<long>(info.Strides, info.Strides == null ? 0 : dimensions).ToArray();
        contiguous = tensor.is_contiguous();
        Count = info.Elements;
        start = (T*)Shim.ts_tensor_data(tensor.Handle);
        if (start == null && Count > 0) throw Failure.Last();
        this.tensor = tensor;
    }

    public long Count { get; private set; }
    public bool IsReadOnly => false;

    /// <summary>An element by its position in row-major order, or by its index in each dimension.</summary>
    public T this[params long[] indices]
    {
        get => Data[Offset(indices)];
        set => Data[Offset(indices)] = value;
    }

    public T[] ToArray()
    {
        var array = new T[Count];
        if (Count > 0) CopyTo(array);
        return array;
    }

    /// <summary>The elements as an array with the tensor's dimensions; one number becomes a vector of one.</summary>
    public Array ToNDArray()
    {
        if (shape.Length < 2) return ToArray();
        var grid = Array.CreateInstance(typeof(T), shape);
        if (Count > 0) CopyTo(Span(grid));
        return grid;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>Fills the span from <paramref name="arrayIndex"/> on with the elements from <paramref name="tensorIndex"/> on, as far as both reach.</summary>
    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var target = array[arrayIndex..];
        var count = (int)Math.Min(target.Length, Remaining(tensorIndex));
        if (contiguous)
        {
            new ReadOnlySpan<T>(Data + tensorIndex, count).CopyTo(target);
            return;
        }
        var walk = new StridedWalk(shape, strides, tensorIndex);
        for (var i = 0; i < count; i++, walk.Next()) target[i] = Data[walk.Offset];
    }

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    /// <summary>Sets the elements from <paramref name="tensorIndex"/> on to those of the span from <paramref name="arrayIndex"/> on, as far as both reach.</summary>
    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var source = array[arrayIndex..];
        var count = (int)Math.Min(source.Length, Remaining(tensorIndex));
        if (contiguous)
        {
            source[..count].CopyTo(new Span<T>(Data + tensorIndex, count));
            return;
        }
        var walk = new StridedWalk(shape, strides, tensorIndex);
        for (var i = 0; i < count; i++, walk.Next()) Data[walk.Offset] = source[i];
    }

    public IEnumerator<T> GetEnumerator()
    {
        var walk = new StridedWalk(shape, strides, 0);
        for (var i = 0L; i < Count; i++, walk.Next()) yield return At(walk.Offset);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public static bool operator ==(TensorAccessor<T> left, TensorAccessor<T> right) => left.Count == right.Count && left.SequenceEqual(right);
    public static bool operator !=(TensorAccessor<T> left, TensorAccessor<T> right) => !(left == right);

    public override bool Equals(object? obj) => obj is TensorAccessor<T> other && this == other;
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>Lets the tensor go; it is not disposed.</summary>
    public void Dispose() => (tensor, Count) = (null, 0);

    // A disposed tensor's memory may be another's by now.
    private T* Data
    {
        get
        {
            return tensor is { IsInvalid: false } ? start : throw new InvalidOperationException("The tensor of these elements has been disposed.");
        }
    }

    private T At(long offset) => Data[offset];

    private long Remaining(long from) =>
        from >= 0 && (from < Count || Count == 0) ? Count - from : throw new ArgumentOutOfRangeException(nameof(from), $"There is no element {from} among {Count}.");

    private long Offset(long[] indices)
    {
        if (indices.Length == 1)
        {
            var index = indices[0];
            if (index >= Count) throw new IndexOutOfRangeException($"There is no element {index} among {Count}.");
            ArgumentOutOfRangeException.ThrowIfNegative(index, nameof(indices));
            return contiguous ? index : new StridedWalk(shape, strides, index).Offset;
        }
        if (indices.Length != shape.Length) throw new IndexOutOfRangeException($"{indices.Length} indices do not fit a tensor of {shape.Length} dimensions.");
        var offset = 0L;
        for (var d = 0; d < indices.Length; d++)
        {
            if (indices[d] < 0 || indices[d] >= shape[d]) throw new IndexOutOfRangeException($"{indices[d]} is no index of dimension {d}, whose size is {shape[d]}.");
            offset += indices[d] * strides[d];
        }
        return offset;
    }

    private static Span<T> Span(Array grid) =>
        System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(grid)), grid.Length);
}
