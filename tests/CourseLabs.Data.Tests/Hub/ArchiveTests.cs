using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using CourseLabs.Data.Hub;

namespace CourseLabs.Data.Tests.Hub;

public sealed class ArchiveTests : IDisposable
{
    private readonly HubCase hubCase = new();

    public void Dispose() => hubCase.Dispose();

    [Theory]
    [InlineData("x.zip")]
    [InlineData("x.tar")]
    [InlineData("x.tar.gz")]
    [InlineData("x.tgz")]
    public void An_archive_is_unpacked_once_into_a_folder_of_its_name(string name)
    {
        var hub = With(name, Packed(name, ("inner/a.txt", "a"), ("b.txt", "b")));

        var folder = hub.DownloadExtract("archive");

        Assert.Equal(hubCase.Cache["set", "x"], folder);
        Assert.Equal(["set/x/b.txt", "set/x/inner/a.txt"], hubCase.Cache.Files);
        Assert.Equal("a", File.ReadAllText(Path.Combine(folder, "inner", "a.txt")));
        var written = Directory.GetLastWriteTimeUtc(folder);
        Assert.Equal(Path.Combine(folder, "inner"), hub.DownloadExtract("archive", "inner"));
        Assert.Equal(written, Directory.GetLastWriteTimeUtc(folder));
    }

    [Fact]
    public void A_packed_file_is_unpacked_beside_it()
    {
        var file = With("x.txt.gz", Gzip("text"u8.ToArray())).DownloadExtract("archive");

        Assert.Equal(hubCase.Cache["set", "x.txt"], file);
        Assert.Equal("text", File.ReadAllText(file));
    }

    [Theory]
    [InlineData("x.zip", "../evil.txt")]
    [InlineData("x.zip", "a/../../evil.txt")]
    [InlineData("x.zip", "/evil.txt")]
    [InlineData("x.zip", "..\\evil.txt")]
    [InlineData("x.zip", "../x.part-beside/evil.txt")]
    [InlineData("x.tar", "../evil.txt")]
    [InlineData("x.tar", "/evil.txt")]
    [InlineData("x.tar.gz", "a/../../evil.txt")]
    public void An_entry_that_would_land_outside_is_an_error_and_nothing_is_unpacked(string name, string evil)
    {
        var hub = With(name, Packed(name, ("good.txt", "good"), (evil, "evil")));

        var error = Assert.Throws<DataException>(() => hub.DownloadExtract("archive"));

        Assert.Contains($"{name}: the entry {evil} would land outside the folder", error.Message, StringComparison.Ordinal);
        Assert.Empty(hubCase.Cache.Files);
        Assert.False(File.Exists("/evil.txt"));
    }

    [Theory]
    [InlineData(TarEntryType.SymbolicLink)]
    [InlineData(TarEntryType.HardLink)]
    public void A_link_is_an_error_wherever_it_points(TarEntryType type)
    {
        var stream = new MemoryStream();
        using (var tar = new TarWriter(stream, leaveOpen: true))
            tar.WriteEntry(new PaxTarEntry(type, "link") { LinkName = "." });

        var error = Assert.Throws<DataException>(() => With("x.tar", stream.ToArray()).DownloadExtract("archive"));

        Assert.Contains($"the entry link is a {type}", error.Message, StringComparison.Ordinal);
        Assert.False(Path.Exists(hubCase.Cache["set", "x"]));
    }

    [Theory]
    [InlineData("x.zip")]
    [InlineData("x.tar.gz")]
    [InlineData("x.txt.gz")]
    public void An_archive_that_was_cut_off_is_an_error_and_nothing_is_unpacked(string name)
    {
        var whole = name == "x.txt.gz" ? Gzip(HubCase.Content) : Packed(name, ("a.txt", string.Concat(Enumerable.Range(0, 9999))));
        var hub = With(name, whole[..(whole.Length / 2)]);

        Assert.Contains($"{name} is damaged", Assert.Throws<DataException>(() => hub.DownloadExtract("archive")).Message, StringComparison.Ordinal);
        Assert.Empty(hubCase.Cache.Files);
    }

    [Fact]
    public void A_zip_whose_content_is_not_that_of_its_checksum_is_an_error_and_nothing_is_unpacked()
    {
        var stored = Stored("the text");
        stored[stored.AsSpan().IndexOf("the text"u8)] ^= 1;
        Assert.Equal("the text", File.ReadAllText(Path.Combine(With("y.zip", Stored("the text")).DownloadExtract("archive"), "a.txt")));

        var error = Assert.Throws<DataException>(() => With("x.zip", stored).DownloadExtract("archive"));

        Assert.EndsWith("x.zip is damaged: the checksum of its entry a.txt is another.", error.Message, StringComparison.Ordinal);
        Assert.False(Path.Exists(hubCase.Cache["set", "x"]));
    }

    [Fact]
    public void An_encrypted_entry_and_a_name_with_a_NUL_are_errors()
    {
        var encrypted = Stored("the text");
        encrypted[6] |= 1; // the flag in the entry's own header, and in the list at the end
        encrypted[encrypted.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;

        Assert.Contains("x.zip: the entry a.txt is encrypted", Error("x.zip", encrypted), StringComparison.Ordinal);
        Assert.Contains(
            "y.zip is damaged: the name of an entry has a NUL", Error("y.zip", Packed("y.zip", ("a\0b", "x"))), StringComparison.Ordinal);
        Assert.Empty(hubCase.Cache.Files);

        string Error(string name, byte[] zip) => Assert.Throws<DataException>(() => With(name, zip).DownloadExtract("archive")).Message;
    }

    // An archive with the file a.txt, not compressed.
    private static byte[] Stored(string text)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var writer = new StreamWriter(zip.CreateEntry("a.txt", CompressionLevel.NoCompression).Open());
            writer.Write(text);
        }

        return stream.ToArray();
    }

    [Fact]
    public void What_is_no_archive_by_its_name_is_not_unpacked() =>
        Assert.Contains("is no archive", Assert.Throws<DataException>(() => With("x.csv", [1]).DownloadExtract("archive")).Message, StringComparison.Ordinal);

    private DataHub With(string name, byte[] content)
    {
        hubCase.Named.Write(name, content);
        return hubCase.Hub(DataFile.At("set", "archive", new($"http://127.0.0.1:1/{name}"), Convert.ToHexStringLower(SHA256.HashData(content))));
    }

    private static byte[] Packed(string name, params (string Name, string Text)[] files)
    {
        var stream = new MemoryStream();
        if (name.EndsWith(".zip", StringComparison.Ordinal))
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
            foreach (var (file, text) in files)
            {
                using var writer = new StreamWriter(zip.CreateEntry(file).Open());
                writer.Write(text);
            }
        }
        else
        {
            using var tar = new TarWriter(stream, leaveOpen: true);
            foreach (var (file, text) in files)
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, file) { DataStream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)) });
        }

        return name.EndsWith("gz", StringComparison.Ordinal) ? Gzip(stream.ToArray()) : stream.ToArray();
    }

    private static byte[] Gzip(byte[] bytes)
    {
        var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionMode.Compress))
            gzip.Write(bytes);
        return stream.ToArray();
    }
}
