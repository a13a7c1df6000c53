using CourseLabs.Data.Hub;

namespace CourseLabs.Data.Tests.Hub;

public sealed class FolderTests : IDisposable
{
    private readonly HubCase hubCase = new();

    public void Dispose() => hubCase.Dispose();

    [Theory]
    [InlineData("set/data.bin")]
    [InlineData("data.bin")]
    public void A_file_in_the_users_folder_comes_before_the_cache_and_nothing_is_downloaded(string name)
    {
        hubCase.Cache.Write(HubCase.InCache, HubCase.Content);
        var path = hubCase.Named.Write(name, HubCase.Content);

        Assert.Equal(path, hubCase.Hub().Download("data").Replace('\\', '/'));
    }

    [Fact]
    public void A_damaged_file_in_the_users_folder_is_an_error_and_stays()
    {
        using var server = new FileServer(new Reply(HubCase.Content));
        hubCase.Cache.Write(HubCase.InCache, HubCase.Content);
        var path = hubCase.Named.Write("set/data.bin", "damaged");

        var error = Assert.Throws<DataException>(() => hubCase.Hub(server.Address).Download("data"));

        Assert.IsNotType<DataUnavailableException>(error);
        Assert.Contains($"{path} is damaged: it has 7 bytes, not 300000", error.Message.Replace('\\', '/'), StringComparison.Ordinal);
        Assert.Equal("damaged", File.ReadAllText(path));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void A_damaged_file_in_the_cache_is_downloaded_again()
    {
        using var server = new FileServer(new Reply(HubCase.Content));
        byte[] damaged = [.. HubCase.Content];
        damaged[1234] ^= 1;
        hubCase.Cache.Write(HubCase.InCache, damaged);
        var hub = hubCase.Hub(server.Address);

        Assert.Null(hub.Find("data"));
        Assert.Contains("SHA-256", hub.Copy("data")!.Damage, StringComparison.Ordinal);
        Assert.Equal(HubCase.Content, File.ReadAllBytes(hub.Download("data")));
        Assert.Equal([HubCase.InCache], hubCase.Cache.Files);
    }

    [UnixFact("symbolic links")]
    public void A_file_that_cannot_be_read_is_an_error_that_names_it()
    {
        Directory.CreateDirectory(hubCase.Named["set"]);
        File.CreateSymbolicLink(hubCase.Named["set", "data.bin"], "/proc/self/mem"); // there, and not to be read even by root

        Assert.Contains($"{hubCase.Named["set", "data.bin"]} is damaged: it", Assert.Throws<DataException>(() => hubCase.Hub().Download("data")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_form_of_the_file_will_do()
    {
        byte[] plain = [1, 2, 3];
        var packed = new DataForm("data.bin.gz", HubCase.Hash);
        var form = new DataForm("data.bin", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(plain)));
        var path = hubCase.Named.Write("set/data.bin", plain);

        Assert.Equal(path, hubCase.Hub(new DataFile("set", "data", [packed, form], [])).Download("data"));
    }

    [Fact]
    public void A_SHA_1_as_on_the_slide_is_checked()
    {
        // SHA-1 of "abc": FIPS 180-4's example
        var file = DataFile.At("set", "abc", new("http://127.0.0.1:1/abc.txt"), "a9993e364706816aba3e25717850c26c9cd0d89d");
        var hub = hubCase.Hub(file);

        Assert.Equal(hubCase.Named.Write("abc.txt", "abc"), hub.Download("abc"));
        hubCase.Named.Write("abc.txt", "abd");
        Assert.Contains("its SHA-1 is", Assert.Throws<DataException>(() => hub.Download("abc")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/x.csv", "585e9cc93e70b39160e7921475f9bcd7d31219c", "is neither SHA-1")] // a digit is missing
    [InlineData("http://127.0.0.1:1/x.csv", "585e9cc93e70b39160e7921475f9bcd7d31219cg", "is neither SHA-1")]
    [InlineData("http://127.0.0.1:1/", "585e9cc93e70b39160e7921475f9bcd7d31219ce", "is not the address of a file")]
    [InlineData("ftp://127.0.0.1/x.csv", "585e9cc93e70b39160e7921475f9bcd7d31219ce", "is not the address of a file")]
    [InlineData("x.csv", "585e9cc93e70b39160e7921475f9bcd7d31219ce", "is not the address of a file")]
    public void A_hash_or_an_address_that_can_be_none_is_told_before_any_download(string address, string hash, string says) => Assert.Contains(
        says, Assert.Throws<ArgumentException>(() => DataFile.At("set", "x", new(address, UriKind.RelativeOrAbsolute), hash)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_users_folder_that_is_not_there_is_an_error() =>
        Assert.Contains("/none (--data) does not exist", Assert.Throws<DataException>(() => new DataHub("/none")).Message, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_name_is_answered_with_those_there_are() =>
        Assert.Contains("kaggle_house_train", Assert.Throws<DataException>(() => hubCase.Hub().Download("house")).Message, StringComparison.Ordinal);

    [Fact]
    public void All_files_are_downloaded_by_one_call()
    {
        using var server = new FileServer(new Reply(HubCase.Content));
        DataFile[] files = [HubCase.FileAt(server.Address), HubCase.FileAt(server.Address) with { Name = "other", Set = "others" }];
        var hub = new DataHub(hubCase.Named.Path, hubCase.Cache.Path, files);

        Assert.Equal([hubCase.Cache[HubCase.InCache], hubCase.Cache["others", "data.bin"]], hub.DownloadAll());
        Assert.Equal(["others/data.bin", HubCase.InCache], hubCase.Cache.Files);
    }

    [RealDataFact("mnist_train_images mnist_train_labels mnist_test_images mnist_test_labels")]
    public void The_course_s_MNIST_files_are_whole() =>
        Assert.All(new DataHub().Files.Where(f => f.Set == "mnist"), file => Assert.Null(new DataHub().Copy(file.Name)!.Damage));

    [UnixFact("/dev/full")]
    public void A_full_disk_is_an_error_that_leaves_nothing()
    {
        using var server = new FileServer(new Reply(HubCase.Content));
        Directory.CreateDirectory(hubCase.Cache["set"]);
        File.CreateSymbolicLink(hubCase.Cache[HubCase.Part], "/dev/full"); // a device on which every write fails as on a full disk

        var error = Assert.Throws<DataException>(() => hubCase.Hub(server.Address).Download("data"));

        Assert.Contains($"{hubCase.Cache[HubCase.Part]} cannot be written: No space left", error.Message, StringComparison.Ordinal);
        Assert.Empty(hubCase.Cache.Files);
    }

    [UnixFact("permissions")]
    public void A_cache_that_is_read_only_is_an_error_that_names_it()
    {
        using var server = new FileServer(new Reply(HubCase.Content));
        var cache = ReadOnlyFolder();
        var hub = new DataHub(hubCase.Named.Path, cache);
        hub.Add(HubCase.FileAt(server.Address));

        var error = Assert.Throws<DataException>(() => hub.Download("data"));

        Assert.Contains($"The cache folder {Path.Combine(cache, "set")} cannot be written", error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    // Root writes where permissions forbid it, but not into the kernel's folders.
    private string ReadOnlyFolder()
    {
        if (Environment.IsPrivilegedProcess)
            return OperatingSystem.IsLinux() ? "/sys/kernel" : "/System";
        var folder = hubCase.Named["locked"];
        if (!OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return folder;
    }

    [Theory]
    [InlineData("train-images-idx3-ubyte")]
    [InlineData("train-images-idx3-ubyte.gz")]
    [InlineData("train-images.idx3-ubyte")]
    [InlineData("train-images.idx3-ubyte.gz")]
    public void Mnist_is_known_by_each_of_the_names_that_copies_have(string name) =>
        Assert.Contains(name, CourseData.Files.Single(file => file.Name == "mnist_train_images").Forms.Select(form => form.FileName));
}
