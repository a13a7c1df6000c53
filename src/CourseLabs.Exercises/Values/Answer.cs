using System.Runtime.InteropServices;
using System.Text;
using static TorchSharp.torch;

namespace CourseLabs.Exercises.Values;

/// <summary>
/// What a member returned, as numbers: a leaf for each number, array, matrix, tensor or text in it. Read from bytes that a student's
/// process may have made up, so every length is checked.
/// </summary>
/// <param name="Leaves">In the order written.</param>
public sealed record Answer(IReadOnlyList<Leaf> Leaves)
{
    private const int MostLeaves = 10_000;
    private const int Deepest = 8;

    /// <summary>Reads an answer.</summary>
    /// <exception cref="InvalidDataException">The bytes are no value.</exception>
    public static Answer Read(byte[] bytes)
    {
        var leaves = new List<Leaf>();
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        try
        {
            Read(reader, [], leaves);
        }
        catch (Exception e) when (e is EndOfStreamException or IOException or ArgumentException or OverflowException or FormatException)
        {
            throw new InvalidDataException("The bytes are no value.", e);
        }

        return new(leaves);
    }

    private static void Read(BinaryReader reader, int[] path, List<Leaf> leaves)
    {
        if (leaves.Count >= MostLeaves || path.Length > Deepest)
            throw new InvalidDataException("The value has too many parts.");
        switch ((ValueTag)reader.ReadByte())
        {
            case ValueTag.Null:
                leaves.Add(new(path, "null", ScalarType.Bool, [], [], null));
                break;
            case ValueTag.Text:
                leaves.Add(new(path, "text", ScalarType.Bool, [], [], reader.ReadString()));
                break;
            case ValueTag.Number:
                var kind = (ScalarType)reader.ReadByte();
                leaves.Add(new(path, "number", kind, [], [reader.ReadDouble()], null));
                break;
            case ValueTag.Array:
                var container = (Container)reader.ReadByte();
                (var type, var shape, var bytes) = Numbers(reader);
                leaves.Add(new(path, Name(container), type, shape, ToDoubles(type, bytes), null));
                break;
            case ValueTag.Group:
                var count = reader.ReadInt32();
                if (count == 0)
                    leaves.Add(new(path, "empty list", ScalarType.Bool, [0], [], null));
                for (var i = 0; i < count; i++)
                    Read(reader, [.. path, i], leaves);
                break;
            case ValueTag.Curve: // among the arguments; no answer is one
                reader.ReadBytes(4 * sizeof(double));
                leaves.Add(new(path, "function", ScalarType.Bool, [], [], null));
                break;
            default:
                throw new InvalidDataException("The bytes are no value.");
        }
    }

    /// <summary>Type, shape and bytes of what follows <see cref="ValueTag.Array"/> and the container.</summary>
    internal static (ScalarType Type, long[] Shape, byte[] Bytes) Numbers(BinaryReader reader)
    {
        var type = (ScalarType)reader.ReadByte();
        var shape = new long[reader.ReadByte()];
        for (var i = 0; i < shape.Length; i++)
            shape[i] = reader.ReadInt64();
        if (shape.Any(size => size < 0))
            throw new InvalidDataException("A size is negative.");
        var length = shape.Aggregate((long)SizeOf(type), (product, size) => checked(product * size));
        if (length > reader.BaseStream.Length - reader.BaseStream.Position)
            throw new EndOfStreamException();
        return (type, shape, reader.ReadBytes((int)length));
    }

    private static string Name(Container container) => container switch
    {
        Container.Array => "array",
        Container.Matrix => "Matrix",
        Container.Tensor => "Tensor",
        _ => throw new InvalidDataException("The bytes are no value."),
    };

    private static int SizeOf(ScalarType type) => type switch
    {
        ScalarType.Float64 or ScalarType.Int64 => 8,
        ScalarType.Float32 or ScalarType.Int32 => 4,
        ScalarType.Bool => 1,
        _ => throw new InvalidDataException("The bytes are no value."),
    };

    private static double[] ToDoubles(ScalarType type, byte[] bytes) => type switch
    {
        ScalarType.Float64 => MemoryMarshal.Cast<byte, double>(bytes).ToArray(),
        ScalarType.Float32 => Widen(MemoryMarshal.Cast<byte, float>(bytes), n => n),
        ScalarType.Int64 => Widen(MemoryMarshal.Cast<byte, long>(bytes), n => n),
        ScalarType.Int32 => Widen(MemoryMarshal.Cast<byte, int>(bytes), n => n),
        _ => Widen(bytes, b => b == 0 ? 0 : 1),
    };

    private static double[] Widen<T>(ReadOnlySpan<T> numbers, Func<T, double> widen)
    {
        var result = new double[numbers.Length];
        for (var i = 0; i < result.Length; i++)
            result[i] = widen(numbers[i]);
        return result;
    }
}

/// <summary>One number, array, matrix, tensor or text of an answer.</summary>
/// <param name="Path">Where it stands in the tuples and lists around it, each place from 0; empty for the answer itself.</param>
/// <param name="Container">What holds it: number, array, Matrix, Tensor, text, null.</param>
/// <param name="Type">The numbers' type.</param>
/// <param name="Shape">The sizes; none for a single number.</param>
/// <param name="Values">The numbers, row after row.</param>
/// <param name="Text">A text.</param>
public sealed record Leaf(IReadOnlyList<int> Path, string Container, ScalarType Type, long[] Shape, double[] Values, string? Text)
{
    /// <summary>Whether rounding is to be allowed for.</summary>
    public bool IsFloating => Type is ScalarType.Float32 or ScalarType.Float64;

    /// <summary>The shape as messages show it: <c>(4 x 3)</c>; of a vector its length.</summary>
    public string ShapeText => Shape.Length == 1 ? $"({Shape[0]})" : $"({string.Join(" x ", Shape)})";

    /// <summary>Where an entry stands: <c>[2, 0]</c>; nothing for a single number.</summary>
    /// <param name="entry">Its number, row after row.</param>
    public string PlaceOf(int entry)
    {
        if (Shape.Length == 0)
            return "";
        var place = new long[Shape.Length];
        long rest = entry;
        for (var d = Shape.Length - 1; d >= 0; d--)
            (rest, place[d]) = Math.DivRem(rest, Math.Max(1, Shape[d]));
        return $"[{string.Join(", ", place)}]";
    }
}
