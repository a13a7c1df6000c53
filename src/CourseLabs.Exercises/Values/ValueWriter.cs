using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CourseLabs.Matrices;
using static TorchSharp.torch;

namespace CourseLabs.Exercises.Values;

/// <summary>What a value begins with, on its way between the processes.</summary>
internal enum ValueTag : byte
{
    Null,
    Text,
    Number,
    Array,
    Group,
    Curve,
}

/// <summary>What holds numbers.</summary>
internal enum Container : byte
{
    Number,
    Array,
    Matrix,
    Tensor,
}

/// <summary>Writes values as bytes: numbers, texts, arrays, matrices, tensors, tuples and arrays of these, and curves.</summary>
public static class ValueWriter
{
    /// <summary>The bytes of a value.</summary>
    /// <exception cref="NotSupportedException">The value is of another kind.</exception>
    public static byte[] Write(object? value)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        Write(writer, value);
        return stream.ToArray();
    }

    private static void Write(BinaryWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.Write((byte)ValueTag.Null); break;
            case string text: writer.Write((byte)ValueTag.Text); writer.Write(text); break;
            case bool b: Number(writer, ScalarType.Bool, b ? 1 : 0); break;
            case int n: Number(writer, ScalarType.Int32, n); break;
            case long n: Number(writer, ScalarType.Int64, n); break;
            case float n: Number(writer, ScalarType.Float32, n); break;
            case double n: Number(writer, ScalarType.Float64, n); break;
            case double[] a: Numbers(writer, Container.Array, ScalarType.Float64, [a.Length], MemoryMarshal.AsBytes(a.AsSpan())); break;
            case float[] a: Numbers(writer, Container.Array, ScalarType.Float32, [a.Length], MemoryMarshal.AsBytes(a.AsSpan())); break;
            case int[] a: Numbers(writer, Container.Array, ScalarType.Int32, [a.Length], MemoryMarshal.AsBytes(a.AsSpan())); break;
            case long[] a: Numbers(writer, Container.Array, ScalarType.Int64, [a.Length], MemoryMarshal.AsBytes(a.AsSpan())); break;
            case bool[] a: Numbers(writer, Container.Array, ScalarType.Bool, [a.Length], MemoryMarshal.AsBytes(a.AsSpan())); break;
            case Matrix m:
                Numbers(writer, Container.Matrix, ScalarType.Float64, [m.Rows, m.Columns], MemoryMarshal.AsBytes(m.Values));
                break;
            case Tensor t: Write(writer, t); break;
            case Model m: Group(writer, [m.Output, m.Shapes]); break;
            case ITuple tuple: Group(writer, Inputs.Of(tuple)); break;
            case Array items: Group(writer, [.. items.Cast<object?>()]); break;
            case Func<double, double> { Target: Curve c }: Write(writer, c); break;
            default: throw new NotSupportedException($"A value of type {TypeText.Of(value.GetType())} cannot be sent.");
        }
    }

    private static void Write(BinaryWriter writer, Tensor t)
    {
        using var scope = NewDisposeScope();
        // What this format has no place for (half precision, say) travels as float32.
        var type = t.dtype is ScalarType.Float64 or ScalarType.Float32 or ScalarType.Int64 or ScalarType.Int32 or ScalarType.Bool
            ? t.dtype
            : ScalarType.Float32;
        var values = t.detach().cpu().to(type).contiguous();
        Numbers(writer, Container.Tensor, type, values.shape, values.numel() == 0 ? [] : values.bytes);
    }

    private static void Write(BinaryWriter writer, Curve c)
    {
        writer.Write((byte)ValueTag.Curve);
        writer.Write(c.A);
        writer.Write(c.B);
        writer.Write(c.C);
        writer.Write(c.D);
    }

    private static void Number(BinaryWriter writer, ScalarType type, double value)
    {
        writer.Write((byte)ValueTag.Number);
        writer.Write((byte)type);
        writer.Write(value);
    }

    private static void Numbers(BinaryWriter writer, Container container, ScalarType type, long[] shape, ReadOnlySpan<byte> bytes)
    {
        writer.Write((byte)ValueTag.Array);
        writer.Write((byte)container);
        writer.Write((byte)type);
        writer.Write((byte)shape.Length);
        foreach (var size in shape)
            writer.Write(size);
        writer.Write(bytes);
    }

    private static void Group(BinaryWriter writer, object?[] items)
    {
        writer.Write((byte)ValueTag.Group);
        writer.Write(items.Length);
        foreach (var item in items)
            Write(writer, item);
    }
}
