namespace TorchSharp.Utils;

/// <summary>Whole numbers as TorchSharp's files have them: seven bits a byte, the low ones first, the top bit set on all but the last.</summary>
internal static class LEB128
{
    public static void Encode(this BinaryWriter writer, long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        writer.Write7BitEncodedInt64(value);
    }

    public static long Decode(this BinaryReader reader) => reader.Read7BitEncodedInt64();
}
