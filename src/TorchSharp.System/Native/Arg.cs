using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Native;

/// <summary>An argument of an operator: whatever C# has for it converts to one by itself.</summary>
internal readonly struct Arg
{
    public readonly Tag Tag;
    public readonly long Bits;

    /// <summary>Keeps a tensor or generator alive during the call, or holds a list's elements.</summary>
    public readonly object? Reference;

    private Arg(Tag tag, long bits, object? reference = null) => (Tag, Bits, Reference) = (tag, bits, reference);

    /// <summary>The schema's default value.</summary>
    public static Arg Default => default;
    public static Arg None => new(Tag.None, 0);

    /// <summary>A native tensor that the caller keeps alive.</summary>
    public static Arg Borrowed(IntPtr tensor) => new(Tag.Tensor, tensor);

    /// <summary>The bytes that a list or text needs beside the argument itself.</summary>
    public int ExtraBytes => Reference switch
    {
        long[] a => a.Length * sizeof(long),
        double[] a => a.Length * sizeof(double),
        Tensor[] a => a.Length * IntPtr.Size,
        bool[] a => a.Length,
        byte[] a => a.Length,
        Complex => 2 * sizeof(double),
        _ => 0,
    };

    public static implicit operator Arg(Tensor? tensor) => tensor is null ? None : new(Tag.Tensor, tensor.Handle, tensor);
    public static implicit operator Arg(int value) => new(Tag.Int, value);
    public static implicit operator Arg(long value) => new(Tag.Int, value);
    public static implicit operator Arg(double value) => new(Tag.Double, BitConverter.DoubleToInt64Bits(value));
    public static implicit operator Arg(bool value) => new(Tag.Bool, value ? 1 : 0);
    public static implicit operator Arg(long? value) => value is { } v ? v : None;
    public static implicit operator Arg(double? value) => value is { } v ? v : None;
    public static implicit operator Arg(bool? value) => value is { } v ? v : None;
    public static implicit operator Arg(Scalar? scalar) => scalar is null ? None : scalar.Argument;
    public static implicit operator Arg(Complex value) => new(Tag.Complex, 0, value);
    public static implicit operator Arg(ScalarType type) => (int)type;
    public static implicit operator Arg(ScalarType? type) => type is { } t ? (int)t : None;
    public static implicit operator Arg(memory_format format) => format switch
    {
        // libtorch counts them differently: c10::MemoryFormat.
        memory_format.contiguous_format => 0,
        memory_format.preserve_format => 1,
        _ => (int)format,
    };
    public static implicit operator Arg(Device? device) => device is null ? None : new(Tag.Device, ((long)device.type << 32) | (uint)device.index);
    public static implicit operator Arg(Generator? generator) => generator is null ? None : new(Tag.Generator, generator.Handle, generator);
    public static implicit operator Arg(string? text) => text is null ? None : new(Tag.Text, 0, Encoding.UTF8.GetBytes(text));
    public static implicit operator Arg(long[]? values) => values is null ? None : new(Tag.Ints, 0, values);
    public static implicit operator Arg(ReadOnlySpan<long> values) => new(Tag.Ints, 0, values.ToArray());
    public static implicit operator Arg(Size size) => new(Tag.Ints, 0, size.Shape);
    public static implicit operator Arg(double[]? values) => values is null ? None : new(Tag.Doubles, 0, values);
    public static implicit operator Arg(bool[]? values) => values is null ? None : new(Tag.Bools, 0, values);
    public static implicit operator Arg(Tensor?[]? tensors) => tensors is null ? None : new(Tag.Tensors, 0, tensors);
    public static implicit operator Arg(List<Tensor>? tensors) => tensors is null ? None : new(Tag.Tensors, 0, tensors.ToArray());

    /// <summary>A tensor list from any collection.</summary>
    public static Arg List(IEnumerable<Tensor> tensors) => new(Tag.Tensors, 0, tensors as Tensor[] ?? tensors.ToArray());
    /// <summary>An enum whose number is what the operator takes (a reduction).</summary>
    public static Arg Enum<T>(T value) where T : struct, Enum =>
        Unsafe.SizeOf<T>() == sizeof(int) ? Unsafe.As<T, int>(ref value) : Convert.ToInt64(value, null);
}
