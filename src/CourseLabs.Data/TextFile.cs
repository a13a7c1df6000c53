using System.IO.Compression;

namespace CourseLabs.Data;

/// <summary>Opens a text file, packed with gzip or not, and tells of containers and encodings that would be read as nonsense.</summary>
internal static class TextFile
{
    /// <summary>Opens a file.</summary>
    /// <param name="path">The file; whether it is packed is told by its first bytes, not by its name.</param>
    /// <exception cref="DataException">It is a zip archive or UTF-16 text, or a gzip file that was cut off.</exception>
    public static Stream Open(string path)
    {
        Span<byte> start = stackalloc byte[4];
        var file = File.OpenRead(path);
        var count = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        var problem =
            count == 4 && start.SequenceEqual("PK\u0003\u0004"u8) ? "is a zip archive or a workbook; unpack it, or save it as csv"
            : start.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe]) || start.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff])
                ? "is in UTF-16; save it as csv in UTF-8"
            : null;
        if (problem is not null)
        {
            file.Dispose();
            throw new DataException($"{path} {problem}.");
        }

        return start.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]) ? Unpacked(file, path) : file;
    }

    // Of a file that was cut off, GZipStream gives the part that is there: so it is unpacked to its end, and the length compared.
    private static MemoryStream Unpacked(FileStream file, string path)
    {
        using var gzip = new GZipStream(file, CompressionMode.Decompress);
        var text = new MemoryStream();
        gzip.CopyTo(text);
        GzipEnd.Check(path, text.Length);
        text.Position = 0;
        return text;
    }
}
