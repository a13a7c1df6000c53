using CourseLabs.Exercises.Hosting;

namespace CourseLabs.Grading.Sandboxing;

/// <summary>
/// The first tier: a file system of its own, all read-only but 64 MB of /tmp, without network, other processes, capabilities or environment;
/// with limits.
/// </summary>
internal static class Bubblewrap
{
    private const string Host = "/host";

    private static readonly string[] Folders = ["lib", "lib64", "bin"];

    public static HostCommand Command(string hostFolder)
    {
        List<string> line =
        [
            .. Limits.Environment, .. Limits.AsNobody,
            Limits.Find("bwrap")!, "--unshare-user", "--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try",
            "--disable-userns", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--size", "67108864", "--tmpfs", "/tmp",
            "--ro-bind", "/usr", "/usr",
        ];
        foreach (var name in Folders)
        {
            if (new DirectoryInfo("/" + name) is { Exists: true } folder)
                line.AddRange(folder.LinkTarget is { } target ? ["--symlink", target.TrimStart('/'), "/" + name] : ["--ro-bind", "/" + name, "/" + name]);
        }

        if (!Limits.DotnetFolder.StartsWith("/usr/", StringComparison.Ordinal))
            line.AddRange(["--ro-bind", Limits.DotnetFolder, Limits.DotnetFolder]);
        line.AddRange(
        [
            "--ro-bind", hostFolder, Host, "--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/tmp", "--",
            .. Limits.Line, Limits.Dotnet, $"{Host}/{HostCommand.Program}",
        ]);
        return new(Limits.Find("env")!, line);
    }
}
