using System.Buffers.Binary;
using System.IO.Compression;

namespace CourseLabs.Data.Digits;

/// <summary>Reads the idx format that MNIST comes in: two zeros, the type of a value, the number of sizes, the sizes, the values.</summary>
internal static class IdxFile
{
    private const int UnsignedByte = 8, GzipLimit = 1032; // deflate packs at most so many bytes into one

    /// <summary>Reads a file of bytes, packed with gzip or not, as it streams by.</summary>
    /// <param name="path">The file.</param>
    /// <param name="dimensions">How many sizes it must have: 1 for labels, 3 for images.</param>
    public static (int[] Sizes, byte[] Values) Read(string path, int dimensions)
    {
        try
        {
            using var file = File.OpenRead(path);
            var isPacked = file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
            file.Position = 0;
            using Stream stream = isPacked ? new GZipStream(file, CompressionMode.Decompress) : file;
            var read = Read(stream, path, dimensions, longest: isPacked ? file.Length * GzipLimit : file.Length);
            if (isPacked)
                GzipEnd.Check(path, HeaderLength(dimensions) + read.Values.Length);
            return read;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{path} cannot be read: {exception.Message}", exception);
        }
    }

    private static int HeaderLength(int dimensions) => 4 + 4 * dimensions;

    private static (int[] Sizes, byte[] Values) Read(Stream stream, string path, int dimensions, long longest)
    {
        var header = new byte[HeaderLength(dimensions)];
        if (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) is var there && there < header.Length)
            throw new DataException($"{path} ends after {there} bytes, within its header.");
        uint magic = BinaryPrimitives.ReadUInt32BigEndian(header), right = (uint)(UnsignedByte << 8 | dimensions);
        if (magic != right)
            throw new DataException($"{path} begins with the number {magic}, not {right}: it is not the idx file that it should be.");

        uint[] sizes = [.. Enumerable.Range(1, dimensions).Select(i => BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4 * i)))];
        var length = sizes.Aggregate(1.0, (product, size) => product * size);
        var what = string.Join(" x ", sizes);
        if (length == 0)
            throw new DataException($"{path} is empty: its header tells of {what} values.");
        if (length > longest || length > Array.MaxLength)
            throw new DataException($"{path} is too short for the {what} values that its header tells of.");
        var values = GC.AllocateUninitializedArray<byte>((int)length);
        var count = stream.ReadAtLeast(values, values.Length, throwOnEndOfStream: false);
        if (count < values.Length)
            throw new DataException($"{path} ends after {count} of the {what} values that its header tells of.");
        return stream.ReadByte() < 0
            ? ([.. sizes.Select(s => (int)s)], values)
            : throw new DataException($"{path} goes on after the {what} values that its header tells of.");
    }
}
