using CourseLabs.Data.Hub;

namespace CourseLabs.Data.Tests.Hub;

/// <summary>The npm source with a script in the client's place: what it is called with, and what it may answer.</summary>
public sealed class NpmTests : IDisposable
{
    private readonly HubCase hubCase = new();
    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        hubCase.Dispose();
        folder.Dispose();
    }

    [UnixFact("shell scripts")]
    public void The_file_is_taken_out_of_the_package()
    {
        folder.Write("package/data/data.bin", HubCase.Content);
        folder.Write("package/other", "other");
        var hub = Hub($"echo \"$@\" > {folder.Path}/called; tar -czf a-package-1.2.3.tgz -C {folder.Path} package");

        Assert.Equal(HubCase.Content, System.IO.File.ReadAllBytes(hub.Download("data")));
        Assert.Equal("pack a-package@1.2.3 --silent --ignore-scripts --fetch-timeout=3000 --fetch-retries=1", System.IO.File.ReadAllText(folder["called"]).Trim());
        Assert.Equal([HubCase.InCache], hubCase.Cache.Files);
    }

    [UnixFact("shell scripts")]
    public void A_package_with_another_file_of_that_name_is_refused()
    {
        folder.Write("package/data/data.bin", new byte[HubCase.Content.Length]);

        Fails($"tar -czf a-package-1.2.3.tgz -C {folder.Path} package", "what it gives is not the file: its SHA-256 is");
    }

    [UnixFact("shell scripts")]
    public void A_package_without_the_file_a_damaged_one_and_none_are_told_apart()
    {
        folder.Write("package/other", "other");

        Fails($"tar -czf a-package-1.2.3.tgz -C {folder.Path} package", "the package has no data/data.bin");
        Fails("echo damaged > a-package-1.2.3.tgz", "the package is damaged");
        Fails("true", "npm pack left no package");
        Fails("echo 404 no such package >&2; exit 7", "npm pack ended with 7 404 no such package");
    }

    [Fact]
    public void No_npm_client_is_said_so()
    {
        var error = Assert.Throws<DataUnavailableException>(() => hubCase.Hub(File(), npm: folder["no-such-npm"]).Download("data"));

        Assert.Contains("npm package a-package 1.2.3: the npm client is not installed", error.Message, StringComparison.Ordinal);
    }

    private static DataFile File()
    {
        var form = new DataForm("data.bin", HubCase.Hash, HubCase.Content.Length);
        return new("set", "data", [form], [new NpmSource(form, "a-package", "1.2.3", "data/data.bin")]);
    }

    private DataHub Hub(string script)
    {
        var npm = folder.Write("npm", $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
            System.IO.File.SetUnixFileMode(npm, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        return hubCase.Hub(File(), npm: npm);
    }

    private void Fails(string script, string reason)
    {
        Assert.Contains(reason, Assert.Throws<DataUnavailableException>(() => Hub(script).Download("data")).Message, StringComparison.Ordinal);
        Assert.Empty(hubCase.Cache.Files);
    }
}
