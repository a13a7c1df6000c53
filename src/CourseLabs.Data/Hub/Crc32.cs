namespace CourseLabs.Data.Hub;

/// <summary>The checksum of zip and gzip (RFC 1952, appendix), which .NET's ZipArchive reads and does not compare.</summary>
internal static class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(i => Enumerable.Range(0, 8).Aggregate(
        (uint)i, (crc, _) => (crc & 1) != 0 ? 0xedb88320 ^ (crc >> 1) : crc >> 1))];

    /// <summary>The checksum of all that is left in a stream.</summary>
    public static uint Of(Stream stream)
    {
        var crc = uint.MaxValue;
        var buffer = new byte[1 << 16];
        for (int count; (count = stream.Read(buffer)) > 0;)
        {
            foreach (var value in buffer.AsSpan(0, count))
                crc = Table[(byte)(crc ^ value)] ^ (crc >> 8);
        }

        return ~crc;
    }
}
