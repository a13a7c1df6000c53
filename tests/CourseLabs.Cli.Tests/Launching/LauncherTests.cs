using System.Diagnostics;
using System.Runtime.Versioning;

namespace CourseLabs.Cli.Tests.Launching;

/// <summary>labs.sh and labs.ps1 with a made-up `dotnet`: when they build, what they hand on, what they say when they cannot.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class LauncherTests : IDisposable
{
    private static readonly string[] RunsOnly = ["labs.dll list"];
    private static readonly string[] BuildsAndRuns = ["--version", "build CourseLabs.Cli", "labs.dll list"];

    private readonly Clone clone = new();

    public void Dispose() => clone.Dispose();

    [Theory]
    [InlineData("labs.sh")]
    [InlineData("labs.ps1")]
    public void It_builds_at_first_and_again_only_after_a_source_was_changed_added_or_deleted(string launcher)
    {
        Assert.Equal(BuildsAndRuns, Calls(launcher));
        Assert.Equal(RunsOnly, Calls(launcher));

        Action[] changes =
        [
            () => File.AppendAllText(clone.Of("src/CourseLabs.Cli/Program.cs"), "changed"),
            () => File.AppendAllText(clone.Of("Directory.Build.props"), "changed"),
            () => Clone.Write(clone.Of("labs/02-new/New.cs"), "added"),
            () => File.Delete(clone.Of("labs/01-neurons/Xor.cs")),
            () => File.Delete(clone.Of("artifacts/bin/CourseLabs.Cli/debug/labs.dll")),
        ];
        foreach (var change in changes)
        {
            Thread.Sleep(20); // a file system's clock ticks every few milliseconds
            change();
            Assert.Equal(BuildsAndRuns, Calls(launcher));
            Assert.Equal(RunsOnly, Calls(launcher));
        }
    }

    [Theory]
    [InlineData("labs.sh")]
    [InlineData("labs.ps1")]
    public void Arguments_arrive_whole_and_the_exit_code_is_passed_on(string launcher)
    {
        clone.Codes = (0, 0, Program: 130);

        var launch = clone.Run(launcher, "run", "two words", "--seed", "3");

        Assert.Contains("labs got: <run> <two words> <--seed> <3>", launch.Said, StringComparison.Ordinal);
        Assert.Equal(130, launch.Code);
    }

    [Theory]
    [InlineData("labs.sh")]
    [InlineData("labs.ps1")]
    public void A_build_that_fails_is_shown_ends_with_2_and_is_tried_again(string launcher)
    {
        clone.Codes = (0, Build: 1, 0);
        for (var i = 0; i < 2; i++)
        {
            var launch = clone.Run(launcher, "list");

            Assert.Equal(2, launch.Code);
            Assert.Contains("Program.cs(1,1): error CS1002: ; expected", launch.Said, StringComparison.Ordinal);
            Assert.DoesNotContain("labs got", launch.Said, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("labs.sh")]
    [InlineData("labs.ps1")]
    public void Without_an_SDK_that_fits_it_says_where_to_get_one(string launcher)
    {
        clone.Codes = (Sdk: 145, 0, 0);

        SaysThatTheSdkIsMissing(clone.Run(launcher, "list"));
    }

    [Theory]
    [InlineData("labs.sh")]
    [InlineData("labs.ps1")]
    public void Without_any_dotnet_it_says_so_even_when_the_program_is_built(string launcher)
    {
        Assert.Equal(0, clone.Run(launcher, "list").Code);

        var places = clone.SearchPath.Split(':');
        foreach (var tool in new[] { "bash", "dirname", "readlink", "find", "head" })
            File.CreateSymbolicLink(Path.Combine(clone.Tools, tool), places.Select(f => Path.Combine(f, tool)).First(File.Exists));
        clone.SearchPath = "";
        File.Delete(Path.Combine(clone.Tools, "dotnet"));

        SaysThatTheSdkIsMissing(clone.Run(launcher, "list"));
    }

    [Fact]
    public void It_starts_through_links_to_it()
    {
        File.CreateSymbolicLink(Path.Combine(clone.Tools, "one"), clone.Of("labs.sh"));
        File.CreateSymbolicLink(Path.Combine(clone.Tools, "two"), "one");

        Assert.Contains("labs got: <list>", clone.Run(Path.Combine(clone.Tools, "two"), "list").Said, StringComparison.Ordinal);
    }

    // SIGTERM stands for Ctrl-C's SIGINT, which a shell makes the programs that it starts in the background ignore.
    [Fact]
    public void A_signal_reaches_the_program_and_its_exit_code_comes_back()
    {
        using var process = clone.Start("labs.sh", "wait");
        while (process.StandardOutput.ReadLine() is { } line && line != "waiting")
            continue;

        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]))
            kill.WaitForExit();

        Assert.Equal("interrupted", process.StandardOutput.ReadToEnd().Trim());
        process.WaitForExit();
        Assert.Equal(130, process.ExitCode);
    }

    private static void SaysThatTheSdkIsMissing(Launch launch)
    {
        Assert.Equal(2, launch.Code);
        Assert.Equal(
            "labs: this needs the .NET SDK 10: see https://dotnet.microsoft.com/download/dotnet/10.0, then run this again.",
            launch.Said.Trim());
    }

    private string[] Calls(string launcher)
    {
        var launch = clone.Run(launcher, "list");
        Assert.True(launch.Code == 0, launch.Said);
        return [.. launch.Calls.Select(call => call.Trim())];
    }
}
