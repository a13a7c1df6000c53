using CourseLabs.Cli.Commands;
using CourseLabs.Cli.Health;

namespace CourseLabs.Cli.Tests;

public sealed class DoctorTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("courselabs-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Doctor_finds_torch_well_and_says_what_it_looked_at()
    {
        using var run = LabsRun.Of("doctor");

        Assert.Matches(@"(?m)^ok +torch +\d+\.\d+\.\d+", run.Out);
        Assert.All(["BLAS in use", "threads", "CUDA", "data", "data cache"], what => Assert.Contains($" {what} ", run.Out, StringComparison.Ordinal));
        Assert.Equal("", run.Error);
    }

    [Fact]
    public void A_finding_that_is_not_well_is_followed_by_its_cure_and_makes_the_exit_code_one()
    {
        var writer = new StringWriter { NewLine = "\n" };

        int code = DoctorCommand.Write([new("torch", "fine"), new("data", "no folder", "make it")], writer);

        Assert.Equal(ExitCode.FellShort, code);
        Assert.Equal("ok        torch       fine\nnot well  data        no folder\n                      -> make it\n", writer.ToString());
    }

    [Fact]
    public void A_data_folder_that_is_not_there_is_not_well() =>
        Assert.Contains("unset COURSELABS_DATA", DataCheckup.All(Path.Combine(folder, "none"), folder).First().Cure, StringComparison.Ordinal);

    [Fact]
    public void A_cache_that_is_not_there_yet_is_well_and_not_made_by_looking()
    {
        string cache = Path.Combine(folder, "a", "b");

        Assert.All(DataCheckup.All(null, cache), finding => Assert.True(finding.IsWell));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public void A_file_in_the_way_of_the_cache_is_not_well()
    {
        string file = Path.Combine(folder, "file");
        File.WriteAllText(file, "");

        Assert.False(DataCheckup.All(folder, Path.Combine(file, "cache")).Last().IsWell);
    }

    [Theory]
    [InlineData("/usr/lib/x86_64-linux-gnu/blas/libblas.so.3.11.0", false)]
    [InlineData("/usr/lib/x86_64-linux-gnu/openblas-pthread/libblas.so.3", true)]
    [InlineData("/app/libtorch_cpu.so", true)]
    public void Only_the_reference_BLAS_is_not_well(string loaded, bool well) =>
        Assert.Equal(well, TorchCheckup.Blas([loaded, "/usr/lib/libc.so.6"]).IsWell);

    [Fact]
    public void The_BLAS_that_torch_is_linked_to_counts_before_another_library_s() =>
        Assert.Contains("/blas/", TorchCheckup.Blas(["/usr/lib/openblas-pthread/libopenblas.so.0", "/usr/lib/blas/libblas.so.3"]).Found, StringComparison.Ordinal);

    [Theory]
    [InlineData(2, 2, true)]
    [InlineData(1, 2, true)]
    [InlineData(4, 2, false)]
    public void More_threads_than_processors_are_not_well(int threads, int processors, bool well) =>
        Assert.Equal(well, TorchCheckup.Threads(threads, processors, null).IsWell);

    [Theory]
    [InlineData(0, "libtorch_cpu.so", true)]
    [InlineData(0, "libtorch_cuda.so", false)]
    [InlineData(1, "libtorch_cuda.so", true)]
    public void A_libtorch_made_for_CUDA_without_a_device_is_not_well(int devices, string loaded, bool well) =>
        Assert.Equal(well, TorchCheckup.Cuda(devices, [loaded]).IsWell);

    [Theory]
    [InlineData("test --filter x")]
    [InlineData("setup")]
    public void What_the_launcher_does_is_referred_to_it(string command)
    {
        using var run = LabsRun.Of(command);

        Assert.Equal(ExitCode.WrongUse, run.Code);
        Assert.Contains("./labs.sh " + command.Split(' ')[0], run.Error, StringComparison.Ordinal);
    }
}
