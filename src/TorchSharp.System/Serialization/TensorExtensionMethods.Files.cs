using System.Diagnostics.CodeAnalysis;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp;

// A tensor in TorchSharp's own format: type, how many dimensions, each dimension's size, and the elements' bytes.
public static partial class TensorExtensionMethods
{
    public static void Save(this Tensor tensor, string location) => tensor.Save(File.Create(location));

    /// <summary>Writes the tensor and closes the stream, as TorchSharp does.</summary>
    public static void Save(this Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        tensor.Save(writer);
    }

    public static void Save(this Tensor tensor, BinaryWriter writer)
    {
        writer.Encode((int)tensor.dtype);
        var shape = tensor.shape;
        writer.Encode(shape.Length);
        foreach (var size in shape) writer.Encode(size);
        using var nograd = no_grad();
        using var here = tensor.to(CPU);
        using var dense = here.contiguous();
        dense.WriteBytesToStream(writer.BaseStream);
    }

    /// <summary>Reads a tensor's values into this one, which must have its type and shape; with <paramref name="skip"/> only passes over them.</summary>
    public static void Load(this Tensor tensor, BinaryReader reader, bool skip = false)
    {
        var (type, shape) = ReadHead(reader);
        if (type != tensor.dtype)
            throw new ArgumentException($"Mismatched tensor data types while loading: the file has {type}, the tensor is {tensor.dtype}. Make sure that the model you are loading into is exactly the same as the origin.");
        if (skip)
        {
            Skip(reader.BaseStream, type, shape);
            return;
        }
        CheckShape(tensor, shape);
        ReadInto(tensor, reader);
    }

    /// <summary>Reads a tensor; with <paramref name="skip"/> passes over it and gives zeros of its shape.</summary>
    public static Tensor Load(BinaryReader reader, bool skip = false)
    {
        Tensor? tensor = null;
        Load(ref tensor, reader, skip);
        return tensor;
    }

    /// <summary>Reads a tensor, a new one where there is none yet.</summary>
    public static void Load([NotNull] ref Tensor? tensor, BinaryReader reader, bool skip = false)
    {
        var (type, shape) = ReadHead(reader);
        if (tensor is null) tensor = zeros(shape, type);
        else if (!skip) CheckShape(tensor, shape);
        if (skip) Skip(reader.BaseStream, type, shape);
        else ReadInto(tensor, reader);
    }

    /// <summary>Passes over a tensor without making one.</summary>
    internal static void SkipTensor(BinaryReader reader)
    {
        var (type, shape) = ReadHead(reader);
        Skip(reader.BaseStream, type, shape);
    }

    private static (ScalarType type, long[] shape) ReadHead(BinaryReader reader)
    {
        var type = (ScalarType)reader.Decode();
        var shape = new long[reader.Decode()];
        for (var i = 0; i < shape.Length; i++) shape[i] = reader.Decode();
        return (type, shape);
    }

    private static void CheckShape(Tensor tensor, long[] shape)
    {
        if (!shape.AsSpan().SequenceEqual(tensor.shape))
            throw new ArgumentException($"Mismatched tensor shape while loading: the file has [{string.Join(", ", shape)}], the tensor is [{string.Join(", ", tensor.shape)}]. Make sure that the model you are loading into is exactly the same as the origin.");
    }

    private static void ReadInto(Tensor tensor, BinaryReader reader)
    {
        using var nograd = no_grad();
        if (tensor.device_type == DeviceType.CPU && tensor.is_contiguous())
        {
            tensor.ReadBytesFromStream(reader.BaseStream);
            return;
        }
        using var dense = zeros(tensor.shape, tensor.dtype);
        dense.ReadBytesFromStream(reader.BaseStream);
        tensor.copy_(dense);
    }

    private static void Skip(Stream stream, ScalarType type, long[] shape)
    {
        var left = shape.Aggregate((long)type.ElementSize(), (bytes, size) => bytes * size);
        if (stream.CanSeek)
        {
            stream.Seek(left, SeekOrigin.Current);
            return;
        }
        var buffer = new byte[Math.Min(left, 64 * 1024)];
        for (; left > 0; left -= Math.Min(left, buffer.Length)) stream.ReadExactly(buffer, 0, (int)Math.Min(left, buffer.Length));
    }
}
