using System.IO.Compression;

namespace CourseLabs.Data;

/// <summary>
/// Opens a text file, packed with gzip or not, and tells of containers and encodings that would be read as nonsense, by the first bytes
/// and not by the name.
/// </summary>
internal static class TextFile
{
    private static readonly (byte[] Begins, string Problem)[] Others =
    [
        ([.. "PK\u0003\u0004"u8], "is a zip archive or a workbook; unpack it, or save it as csv"),
        ([.. "PK\u0005\u0006"u8], "is a zip archive with nothing in it"),
        ([0x1f, 0x8b], "is packed with gzip twice; unpack it"),
        ([.. "BZh"u8], "is packed with bzip2; unpack it"),
        ([0xfd, .. "7zX"u8], "is packed with xz; unpack it"),
        ([.. "7z"u8, 0xbc, 0xaf], "is packed with 7-Zip; unpack it"),
        ([0x28, 0xb5, 0x2f, 0xfd], "is packed with Zstandard; unpack it"),
        ([.. "<"u8], "is a web page, not the file that it shows or links to"),
    ];

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataException">It is in another container or encoding, or a gzip file that was cut off.</exception>
    public static Stream Open(string path)
    {
        Stream file = File.OpenRead(path);
        try
        {
            if (Start(file) is [0x1f, 0x8b, ..])
                file = Unpacked(file, path);
            var start = Start(file);
            var problem = Others.FirstOrDefault(other => start.AsSpan().StartsWith(other.Begins)).Problem
                ?? (IsUtf16(start) ? "is in UTF-16; save it as csv in UTF-8" : null);
            return problem is null ? file : throw new DataException($"{path} {problem}.");
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    // By its mark, or else by the NUL byte that is half of a letter of ASCII.
    private static bool IsUtf16(byte[] start) => start is [0xff, 0xfe, ..] or [0xfe, 0xff, ..] or [0, not 0, ..] or [not 0, 0, ..];

    private static byte[] Start(Stream file)
    {
        var start = new byte[4];
        var count = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return start[..count];
    }

    // Of a file that was cut off, GZipStream gives the part that is there: so it is unpacked to its end, and the length compared.
    private static MemoryStream Unpacked(Stream file, string path)
    {
        using var gzip = new GZipStream(file, CompressionMode.Decompress);
        var text = new MemoryStream();
        gzip.CopyTo(text);
        GzipEnd.Check(path, text.Length);
        text.Position = 0;
        return text;
    }
}
