namespace CourseLabs.Grading.Sandboxing;

/// <summary>What both sandboxes have in common: an empty environment, an ordinary user, limits on time, memory, processes and files.</summary>
internal static class Limits
{
    private static readonly string[] Standard = ["/usr/bin", "/bin", "/usr/local/bin"];

    /// <summary>The first program of these that is not there; null when all are.</summary>
    public static string? Missing(params IEnumerable<string> programs) => programs.Concat(["prlimit", "setpriv", "env"]).FirstOrDefault(p => Find(p) is null);

    /// <summary>The program dotnet, behind all links: a user's <c>~/.dotnet/dotnet</c> is not there inside.</summary>
    public static string Dotnet { get; } = Real(Path.GetFileName(System.Environment.ProcessPath!) == "dotnet" ? System.Environment.ProcessPath! : Find("dotnet") ?? "dotnet");

    public static string DotnetFolder => Path.GetDirectoryName(Dotnet)!;

    /// <summary>For <c>env</c>: nothing of the parent's. bubblewrap's own --clearenv leaves it in /proc/1/environ.</summary>
    public static IReadOnlyList<string> Environment =>
    [
        "-i", "PATH=/usr/bin:/bin", "HOME=/tmp", "LANG=C.UTF-8", $"DOTNET_ROOT={DotnetFolder}", "OMP_NUM_THREADS=1", "DOTNET_TieredPGO=0",
        "DOTNET_EnableDiagnostics=0", "DOTNET_DbgEnableMiniDump=0", "DOTNET_gcConcurrent=0",
        "DOTNET_GCHeapHardLimit=0x20000000", // 512 MB: an exception in the student's own code, before the limit of the process
        "DOTNET_EnableWriteXorExecute=0", // else the limit on files stops the runtime
    ];

    /// <summary>As root it first becomes nobody: bubblewrap alone leaves files of /proc/sys writable to root.</summary>
    public static IReadOnlyList<string> AsNobody => System.Environment.IsPrivilegedProcess
        ? [Find("setpriv")!, "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all", "--bounding-set=-all"]
        : [];

    /// <summary>Of each process. Memory by its data, not by its addresses, of which .NET takes 256 GB; processes of the whole user.</summary>
    public static IReadOnlyList<string> Line =>
        [Find("prlimit")!, "--cpu=60:65", "--data=1073741824", "--nproc=256", "--fsize=16777216", "--nofile=256", "--core=0"];

    public static string? Find(string program) => Standard.Concat((System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static string Real(string program) => new FileInfo(program).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? program;
}
