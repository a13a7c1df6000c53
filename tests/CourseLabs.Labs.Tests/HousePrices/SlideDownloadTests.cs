using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using CourseLabs.Data.Hub;

namespace CourseLabs.Labs.Tests;

/// <summary>The slides' download (COURSE D7), what it does well and what it does not.</summary>
public sealed class SlideDownloadTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;
    private readonly List<string> asked = [];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void It_knows_the_files_of_the_hub_by_address_and_hash() => Assert.Equal(
        CourseData.Files.Where(f => f.Set == "house").Select(f => (f.Name, f.Forms[0].Hash)),
        Giving([]).DataHub.Select(known => (known.Key, known.Value.Sha1Hash)));

    [Fact]
    public void A_file_with_the_right_hash_is_fetched_once_and_a_damaged_one_again()
    {
        var content = "Id,SalePrice"u8.ToArray();
        var download = Giving(content);
        download.DataHub["toy"] = (
            "http://example.com/toy.csv", Convert.ToHexStringLower(CryptographicOperations.HashData(HashAlgorithmName.SHA1, content)));

        var first = download.One("toy");
        download.One("toy");
        Assert.Equal(["http://example.com/toy.csv"], asked);

        File.WriteAllText(first, "half");
        Assert.Equal(content, File.ReadAllBytes(download.One("toy")));
        Assert.Equal(2, asked.Count);
    }

    [Fact]
    public void What_was_downloaded_is_taken_whatever_it_is()
    {
        var download = Giving("<html>404</html>"u8.ToArray());

        download.All();

        Assert.Equal(2, asked.Count);
        Assert.Equal("<html>404</html>", File.ReadAllText(Path.Combine(folder, "kaggle_house_pred_train.csv")));
    }

    [Fact]
    public void The_folder_that_it_says_for_a_tar_gz_is_not_there()
    {
        var toy = Directory.CreateDirectory(Path.Combine(folder, "packed", "toy")).FullName;
        File.WriteAllText(Path.Combine(toy, "hello.txt"), "Hello");
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            TarFile.CreateFromDirectory(toy, gzip, includeBaseDirectory: true);
        var download = Giving(packed.ToArray());
        download.DataHub["toy"] = ("http://example.com/toy.tar.gz", "");

        var said = download.Extract("toy");

        Assert.Equal("toy.tar", Path.GetFileName(said));
        Assert.False(Directory.Exists(said));
        Assert.Equal("Hello", File.ReadAllText(Path.Combine(download.Extract("toy", "toy"), "hello.txt")));
    }

    private Download Giving(byte[] content) => new(
        url =>
        {
            asked.Add(url);
            return content;
        },
        folder);
}
