using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using CourseLabs.Data.Hub;
using CourseLabs.Examples;

namespace CourseLabs.Labs;

// The slide's download and download_extract (Download.cs) get a file, something else in its place, half of it, and an archive. Then the hub
// is asked what lies in that folder.
internal static class DownloadTrial
{
    private static readonly byte[] Toy = "Id,SalePrice\n1,208500\n"u8.ToArray();

    public static Table Table() => new(
        "mistakes", "The slide's code and the hub, tried on a small file (labs/ERRATA.md has all mistakes)",
        ["what comes", "the slide's code", "the hub, in the same folder"],
        [
            ["the file", .. Downloaded(Toy)],
            ["an error page", .. Downloaded("<html>404 Not Found</html>"u8.ToArray())],
            ["half of the file", .. Downloaded(Toy[..11])],
            ["toy.tar.gz, to unpack", .. Extracted("toy.tar.gz", Packed())],
        ]);

    private static string[] Downloaded(byte[] came) => InFolder(folder =>
    {
        var path = Slides(folder, "toy.csv", came, Toy).One("toy");
        var damage = Hub(folder, "toy.csv", Toy).Copy("toy")?.Damage;
        return (
            $"takes {Path.GetFileName(path)}, which begins {File.ReadLines(path).First()}",
            damage is null ? "takes it" : $"refuses it: {damage}");
    });

    private static string[] Extracted(string name, byte[] archive) => InFolder(folder => (
        Said(Slides(folder, name, archive, archive).Extract("toy")), Said(Hub(folder, name, archive).DownloadExtract("toy"))));

    private static Download Slides(string folder, string name, byte[] came, byte[] right) =>
        new(_ => came, folder) { DataHub = { ["toy"] = ($"http://example.com/{name}", Sha1(right)) } };

    private static DataHub Hub(string folder, string name, byte[] right) => new(
        folder, Path.Combine(folder, "cache"),
        [DataFile.At("toys", "toy", new($"http://example.com/{name}"), Sha1(right), right.Length) with { Sources = [] }]);

    private static string Said(string folder) => $"says {Path.GetFileName(folder)}, which is {(Directory.Exists(folder) ? "" : "not ")}there";

    private static string[] InFolder(Func<string, (string Slides, string Hub)> work)
    {
        var folder = Directory.CreateTempSubdirectory("courselabs-");
        try
        {
            var (slides, hub) = work(folder.FullName);
            return [slides, hub];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static byte[] Packed()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        using (var tar = new TarWriter(gzip))
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "toy/hello.txt") { DataStream = new MemoryStream("Hello"u8.ToArray()) });
        return packed.ToArray();
    }

    private static string Sha1(byte[] content) => Convert.ToHexStringLower(CryptographicOperations.HashData(HashAlgorithmName.SHA1, content));
}
