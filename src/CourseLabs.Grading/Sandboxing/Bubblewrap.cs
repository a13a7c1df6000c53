using CourseLabs.Exercises.Hosting;

namespace CourseLabs.Grading.Sandboxing;

/// <summary>
/// A command line that starts the student's process with a file system of its own, all read-only but 64 MB of /tmp; without network, other
/// processes, capabilities or environment; with limits on time, memory, processes and files. As root it first becomes nobody: bubblewrap
/// alone leaves files of /proc/sys writable to root.
/// </summary>
internal static class Bubblewrap
{
    private const string Host = "/host";

    private static readonly string[] Standard = ["/usr/bin", "/bin", "/usr/local/bin"];

    private static readonly string[] Programs = ["bwrap", "prlimit", "setpriv", "env"];

    /// <summary>The first program that is not there; null when all are.</summary>
    public static string? Missing() => Programs.FirstOrDefault(p => Find(p) is null);

    public static HostCommand Command(string hostFolder)
    {
        var dotnet = Path.GetDirectoryName(DotnetProgram())!;
        List<string> line =
        [
            "-i", // bubblewrap's own --clearenv leaves the parent's in /proc/1/environ
            "PATH=/usr/bin:/bin", "HOME=/tmp", "LANG=C.UTF-8", $"DOTNET_ROOT={dotnet}", "OMP_NUM_THREADS=1", "DOTNET_TieredPGO=0",
            "DOTNET_EnableDiagnostics=0", "DOTNET_DbgEnableMiniDump=0", "DOTNET_gcConcurrent=0",
            "DOTNET_GCHeapHardLimit=0x20000000", // 512 MB: an exception in the student's own code, before the limit of the process
            "DOTNET_EnableWriteXorExecute=0", // else the limit on files stops the runtime
        ];
        if (Environment.IsPrivilegedProcess)
        {
            line.AddRange(
            [
                Find("setpriv")!, "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all", "--bounding-set=-all",
            ]);
        }

        line.AddRange(
        [
            Find("bwrap")!, "--unshare-user", "--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try",
            "--disable-userns", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--size", "67108864", "--tmpfs", "/tmp",
            "--ro-bind", "/usr", "/usr",
        ]);
        foreach (var name in new[] { "lib", "lib64", "bin" })
        {
            if (new DirectoryInfo("/" + name) is { Exists: true } folder)
                line.AddRange(folder.LinkTarget is { } target ? ["--symlink", target.TrimStart('/'), "/" + name] : ["--ro-bind", "/" + name, "/" + name]);
        }

        if (!dotnet.StartsWith("/usr/", StringComparison.Ordinal))
            line.AddRange(["--ro-bind", dotnet, dotnet]);
        line.AddRange(
        [
            "--ro-bind", hostFolder, Host, "--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/tmp", "--",
            Find("prlimit")!, "--cpu=60:65", "--data=1073741824", "--nproc=256", "--fsize=16777216", "--nofile=256", "--core=0",
            DotnetProgram(), $"{Host}/{HostCommand.Program}",
        ]);
        return new(Find("env")!, line);
    }

    // The real program: a link of the user's, ~/.dotnet/dotnet, is not there inside.
    private static string DotnetProgram()
    {
        var running = Environment.ProcessPath!;
        var program = Path.GetFileName(running) == "dotnet" ? running : Find("dotnet") ?? running;
        return new FileInfo(program).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? program;
    }

    private static string? Find(string program) => Standard
        .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
