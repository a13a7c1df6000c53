using System.Diagnostics;
using CourseLabs.Cli.Commands;
using CourseLabs.Cli.Health;
using CourseLabs.Data.Hub;
using CourseLabs.Tests;

namespace CourseLabs.Cli.Tests;

public sealed class DoctorTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("courselabs-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Doctor_finds_TorchSharp_well_and_says_what_it_looked_at()
    {
        using var run = LabsRun.Of("doctor");

        Assert.Matches(@"(?m)^ok +TorchSharp +0\.10\d\.\d", run.Out);
        Assert.Matches(@"(?m)^ok +libtorch +2\.\d+\.\d+", run.Out);
        Assert.All(
            ["SDK", "fonts", "threads", "CUDA", "data folder", "data cache", "data files", ".NET Interactive"],
            what => Assert.Contains($" {what} ", run.Out, StringComparison.Ordinal));
        Assert.Equal("", run.Error);
    }

    [Fact]
    public void Doctor_works_where_TorchSharp_does_not_load()
    {
        var built = AppContext.BaseDirectory;
        string[] files = [.. Directory.GetFiles(built, "*.dll"), Path.Combine(built, "labs.runtimeconfig.json")];
        foreach (var file in files)
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file))); // without the native files in runtimes/
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "labs.dll"), "doctor"]) { RedirectStandardOutput = true };

        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        Assert.Equal(ExitCode.FellShort, process.ExitCode);
        Assert.Matches(@"(?m)^not well +TorchSharp +0\.10\d\.\d does not load: .*\n +-> .*artifacts", said);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        Assert.All([" SDK ", " data folder ", " .NET Interactive "], what => Assert.Contains(what, said, StringComparison.Ordinal));
    }

    [Fact]
    public void A_product_that_comes_out_wrong_is_not_well() =>
        Assert.Contains("gave 1, its gradient 2", TorchCheckup.TorchSharp(() => (1, 2)).Found, StringComparison.Ordinal);

    [Theory]
    [InlineData("GLIBCXX_3.4.32\0", "has GLIBCXX_3.4.32")]
    [InlineData("GLIBCXX_3.4.30\0GLIBCXX_3.4.3\0", "lacks GLIBCXX_3.4.32")]
    public void An_older_libstdcpp_is_told_of(string content, string says) =>
        Assert.StartsWith(says, TorchCheckup.CppLibrary("libstdc++.so.6", content).Found, StringComparison.Ordinal);

    // A machine without fonts: this one, with empty folders in place of theirs.
    [FrontEndTheory("bwrap")]
    [InlineData("/usr/share/fonts", "/usr/local/share")]
    public void A_machine_without_fonts_is_told_that_pictures_have_no_text(params string[] folders)
    {
        string[] hidden = [.. folders.Where(Directory.Exists).SelectMany(f => new[] { "--tmpfs", f })];
        var start = new ProcessStartInfo("bwrap", ["--bind", "/", "/", "--dev", "/dev", "--proc", "/proc", .. hidden, "dotnet", Path.Combine(AppContext.BaseDirectory, "labs.dll"), "doctor"])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        Assert.Equal(ExitCode.FellShort, process.ExitCode);
        Assert.Matches("(?m)^not well +fonts +no font is installed", said);
    }

    [Fact]
    public void What_is_missing_comes_with_what_to_install()
    {
        Assert.Contains("install the .NET SDK 10", MachineCheckup.Sdk(null).Cure, StringComparison.Ordinal);
        Assert.Contains("fonts-dejavu-core", MachineCheckup.Font(() => null).Cure, StringComparison.Ordinal);
        Assert.Contains("dotnet tool restore", KernelCheckup.Tool(null).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_data_file_is_not_well()
    {
        File.WriteAllText(Path.Combine(folder, "kaggle_house_pred_train.csv"), "cut short");

        var finding = DataCheckup.Files(new DataHub(folder));

        Assert.Contains("kaggle_house_pred_train.csv", finding.Found, StringComparison.Ordinal);
        Assert.Contains("data get", finding.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finding_that_is_not_well_is_followed_by_its_cure_and_makes_the_exit_code_one()
    {
        var writer = new StringWriter { NewLine = "\n" };

        var code = DoctorCommand.Write([new("torch", "fine"), new("data", "no folder", "make it")], writer);

        Assert.Equal(ExitCode.FellShort, code);
        Assert.Equal("ok        torch  fine\nnot well  data   no folder\n                 -> make it\n", writer.ToString());
    }

    [Fact]
    public void A_data_folder_that_is_not_there_is_not_well() =>
        Assert.Contains(
            "unset COURSELABS_DATA", DataCheckup.Folders(Path.Combine(folder, "none"), folder).First().Cure, StringComparison.Ordinal);

    [Fact]
    public void Doctor_looks_at_all_the_rest_where_the_data_folder_is_not_there()
    {
        var kept = DataFolders.Named;
        Environment.SetEnvironmentVariable(DataFolders.Variable, Path.Combine(folder, "none"));
        try
        {
            var said = LabsRun.Says(ExitCode.FellShort, "doctor", "which is no folder", "unset COURSELABS_DATA");

            Assert.Matches("(?m)^ok +TorchSharp ", said);
            Assert.DoesNotContain("labs: ", said, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable(DataFolders.Variable, kept);
        }
    }

    [Fact]
    public void A_cache_that_is_not_there_yet_is_well_and_not_made_by_looking()
    {
        var cache = Path.Combine(folder, "a", "b");

        Assert.All(DataCheckup.Folders(null, cache), finding => Assert.True(finding.IsWell));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public void A_file_in_the_way_of_the_cache_is_not_well()
    {
        var file = Path.Combine(folder, "file");
        File.WriteAllText(file, "");

        Assert.False(DataCheckup.Folders(folder, Path.Combine(file, "cache")).Last().IsWell);
    }

    [Theory]
    [InlineData(2, 2, true)]
    [InlineData(1, 2, true)]
    [InlineData(4, 2, false)]
    public void More_threads_than_processors_are_not_well(int threads, int processors, bool well) =>
        Assert.Equal(well, TorchCheckup.Threads(threads, processors, null).IsWell);

    [Theory]
    [InlineData(0, false, true)]
    [InlineData(0, true, false)]
    [InlineData(1, true, true)]
    public void A_libtorch_made_for_CUDA_without_a_device_is_not_well(int devices, bool isMadeForCuda, bool well) =>
        Assert.Equal(well, TorchCheckup.Cuda(devices, isMadeForCuda).IsWell);
}
