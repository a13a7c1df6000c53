using System.Diagnostics;
using CourseLabs.Tests;

namespace CourseLabs.Cli.Tests.Launching;

/// <summary>A classroom without the network: the packages lie in NuGet's cache, and their source does not answer.</summary>
public sealed class OfflineTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("courselabs-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // To ask for known vulnerabilities NuGet needs the network, and warnings are errors here.
    [Fact]
    public void Packages_that_are_in_the_cache_are_restored_with_a_warning()
    {
        string[] files =
        [
            "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", "eng/OlderLinux.targets",
            "src/CourseLabs.Matrices/CourseLabs.Matrices.csproj",
        ];
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
            File.Copy(Path.Combine(Checkout.Root, file), Path.Combine(folder, file));
        }

        File.WriteAllText(Path.Combine(folder, "nuget.config"), """
            <configuration>
              <packageSources><clear /><add key="nuget.org" value="https://127.0.0.1:9/v3/index.json" /></packageSources>
            </configuration>
            """);
        var start = new ProcessStartInfo("dotnet", ["restore", "src/CourseLabs.Matrices"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        start.Environment["NUGET_HTTP_CACHE_PATH"] = Path.Combine(folder, "http"); // the user's may have the answer

        using var restore = Process.Start(start)!;
        var said = restore.StandardOutput.ReadToEnd();
        restore.WaitForExit();

        Assert.Contains("warning NU1900", said, StringComparison.Ordinal);
        Assert.True(restore.ExitCode == 0, said);
    }
}
