using System.Diagnostics;
using System.Runtime.InteropServices;
using CourseLabs.Exercises.Hosting;

namespace CourseLabs.Grading.Sandboxing;

/// <summary>
/// The second tier, for machines whose users may make no namespaces: Linux's Landlock and limits. A thread gives up its rights for good and
/// starts the student's process, which inherits that: it reads the system's programs and its own folder, writes nothing but
/// <c>/dev/null</c>, makes no TCP connection, and signals no process outside. It sees which processes there are, and could send UDP.
/// </summary>
/// <remarks>See https://docs.kernel.org/userspace-api/landlock.html; the numbers are those of linux/landlock.h.</remarks>
internal static partial class Landlock
{
    private const int OldestVersion = 6; // from 4 on TCP, from 6 on signals

    private const long CreateRuleset = 444, AddRule = 445, RestrictSelf = 446; // system calls, the same on x64 and arm64
    private const int CreateRulesetVersion = 1, PathBeneath = 1;
    private const ulong Execute = 1 << 0, WriteFile = 1 << 1, ReadFile = 1 << 2, ReadDir = 1 << 3;
    private const ulong AllFiles = (1 << 16) - 1, BindAndConnectTcp = 3, AbstractSocketsAndSignals = 3;
    private const int NoNewPrivileges = 38, OpenPath = 0x200000, CloseOnExec = 0x80000;

    /// <summary>Whether the kernel has it.</summary>
    public static bool IsThere => OperatingSystem.IsLinux() && SystemCall(CreateRuleset, 0, 0, CreateRulesetVersion, 0) >= OldestVersion;

    public static HostCommand Command(string hostFolder)
    {
        var dotnet = Limits.DotnetFolder;
        List<string> line = [.. Limits.Environment, .. Limits.AsNobody, .. Limits.Line, Limits.Dotnet, Path.Combine(hostFolder, HostCommand.Program)];
        string[] readable = ["/usr", "/bin", "/lib", "/lib64", "/proc", "/sys/fs/cgroup", "/dev/urandom", "/dev/random", "/etc/ld.so.cache", dotnet, hostFolder];
        return new(Limits.Find("env")!, line) { Start = info => StartRestricted(info, readable) };
    }

    private static Process StartRestricted(ProcessStartInfo info, string[] readable)
    {
        Process? process = null;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                Restrict(readable);
                process = Process.Start(info);
            }
            catch (Exception e)
            {
                failure = e;
            }
        });
        thread.Start();
        thread.Join();
        return process ?? throw new InvalidOperationException($"Landlock: {failure!.Message}", failure);
    }

    private static void Restrict(string[] readable)
    {
        Span<ulong> rules = [AllFiles, BindAndConnectTcp, AbstractSocketsAndSignals];
        var ruleset = Checked(SystemCall(CreateRuleset, Address(rules), (nuint)(rules.Length * sizeof(ulong)), 0, 0));
        foreach (var path in readable.Where(p => File.Exists(p) || Directory.Exists(p)))
            Allow(ruleset, path, Directory.Exists(path) ? Execute | ReadFile | ReadDir : ReadFile);
        Allow(ruleset, "/dev/null", ReadFile | WriteFile);
        Checked(Prctl(NoNewPrivileges, 1, 0, 0, 0));
        Checked(SystemCall(RestrictSelf, (nuint)ruleset, 0, 0, 0));
    }

    private static void Allow(long ruleset, string path, ulong rights)
    {
        var file = Checked(Open(path, OpenPath | CloseOnExec));
        // struct landlock_path_beneath_attr is packed: eight bytes of rights, four of the file.
        Span<byte> rule = stackalloc byte[12];
        BitConverter.TryWriteBytes(rule, rights);
        BitConverter.TryWriteBytes(rule[8..], (int)file);
        Checked(SystemCall(AddRule, (nuint)ruleset, PathBeneath, Address(rule), 0));
        Checked(Close((int)file));
    }

    private static nuint Address<T>(Span<T> span)
        where T : unmanaged
    {
        // On the stack: it does not move.
        ref var first = ref MemoryMarshal.GetReference(span);
        unsafe
        {
            return (nuint)System.Runtime.CompilerServices.Unsafe.AsPointer(ref first);
        }
    }

    private static long Checked(long result) => result >= 0 ? result : throw new IOException(Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError()));

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static partial long SystemCall(long number, nuint a, nuint b, nuint c, nuint d);

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    private static partial int Prctl(int option, nuint a, nuint b, nuint c, nuint d);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int file);
}
