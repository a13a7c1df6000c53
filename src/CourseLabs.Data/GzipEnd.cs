using System.Buffers.Binary;

namespace CourseLabs.Data;

/// <summary>A gzip file's end, which tells its content's length: GZipStream takes a file that was cut off for whole.</summary>
internal static class GzipEnd
{
    /// <summary>
    /// Compares the length that came out with the one that the last four bytes tell (RFC 1952; files of one member only).
    /// </summary>
    /// <exception cref="DataException">They differ.</exception>
    public static void Check(string path, long length)
    {
        using var file = File.OpenRead(path);
        Span<byte> told = stackalloc byte[sizeof(uint)];
        file.Seek(-Math.Min(told.Length, file.Length), SeekOrigin.End);
        var there = file.ReadAtLeast(told, told.Length, throwOnEndOfStream: false);
        if (there < told.Length || BinaryPrimitives.ReadUInt32LittleEndian(told) != (uint)length)
            throw new DataException(
                $"{path} is damaged, or it is not one gzip file alone: its end does not tell of the {length} bytes that came out.");
    }
}
