using System.Buffers.Binary;

namespace CourseLabs.Data;

/// <summary>What a gzip file's end says of its content. GZipStream takes a file that was cut off for one that ends there.</summary>
internal static class GzipEnd
{
    /// <summary>Compares the length that came out with the one that the last four bytes tell (RFC 1952; files of one member only).</summary>
    /// <exception cref="DataException">They differ.</exception>
    public static void Check(string path, long length)
    {
        using FileStream file = File.OpenRead(path);
        Span<byte> told = stackalloc byte[sizeof(uint)];
        file.Seek(-Math.Min(told.Length, file.Length), SeekOrigin.End);
        if (file.ReadAtLeast(told, told.Length, throwOnEndOfStream: false) < told.Length || BinaryPrimitives.ReadUInt32LittleEndian(told) != (uint)length)
            throw new DataException($"{path} is damaged: it was cut off, for {length} bytes came out of it and its end tells of another number.");
    }
}
