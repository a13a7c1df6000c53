using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using CourseLabs.Matrices;
using static TorchSharp.torch;

namespace CourseLabs.Exercises.Values;

/// <summary>Reads the arguments of a call, in the student's process, as the types of the method's parameters.</summary>
internal static class ValueReader
{
    /// <summary>As many arguments as there are types.</summary>
    public static object?[] Arguments(byte[] bytes, Type[] types)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        if ((ValueTag)reader.ReadByte() != ValueTag.Group || reader.ReadInt32() != types.Length)
            throw new InvalidDataException("The arguments are not as many as the parameters.");
        return [.. types.Select(type => Read(reader, type))];
    }

    private static object? Read(BinaryReader reader, Type type)
    {
        switch ((ValueTag)reader.ReadByte())
        {
            case ValueTag.Null:
                return null;
            case ValueTag.Text:
                return reader.ReadString();
            case ValueTag.Number:
                reader.ReadByte();
                return Convert.ChangeType(reader.ReadDouble(), type, System.Globalization.CultureInfo.InvariantCulture);
            case ValueTag.Array:
                return Numbers(reader);
            case ValueTag.Curve:
                return new Curve(reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble()).Function;
            case ValueTag.Group when typeof(ITuple).IsAssignableFrom(type):
                var parts = type.GetGenericArguments();
                if (reader.ReadInt32() != parts.Length)
                    throw new InvalidDataException("A tuple has another number of parts.");
                return Activator.CreateInstance(type, [.. parts.Select(part => Read(reader, part))]);
            case ValueTag.Group:
                var items = Array.CreateInstance(type.GetElementType()!, reader.ReadInt32());
                for (var i = 0; i < items.Length; i++)
                    items.SetValue(Read(reader, type.GetElementType()!), i);
                return items;
            default:
                throw new InvalidDataException("The bytes are no value.");
        }
    }

    private static object Numbers(BinaryReader reader)
    {
        var container = (Container)reader.ReadByte();
        (var type, var shape, var bytes) = Answer.Numbers(reader);
        if (container == Container.Matrix)
            return Matrix.FromValues((int)shape[0], (int)shape[1], MemoryMarshal.Cast<byte, double>(bytes));
        if (container == Container.Array)
        {
            return type switch
            {
                ScalarType.Float64 => MemoryMarshal.Cast<byte, double>(bytes).ToArray(),
                ScalarType.Float32 => MemoryMarshal.Cast<byte, float>(bytes).ToArray(),
                ScalarType.Int64 => MemoryMarshal.Cast<byte, long>(bytes).ToArray(),
                ScalarType.Int32 => MemoryMarshal.Cast<byte, int>(bytes).ToArray(),
                _ => MemoryMarshal.Cast<byte, bool>(bytes).ToArray(),
            };
        }

        var result = empty(shape, type);
        if (bytes.Length > 0)
            result.bytes = bytes;
        return result;
    }
}
