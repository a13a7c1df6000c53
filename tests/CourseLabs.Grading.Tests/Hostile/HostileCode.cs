namespace CourseLabs.Grading.Tests.Hostile;

/// <summary>What hostile students put into OutputDelta, whose task is 3.4; all their other methods are right.</summary>
internal static class HostileCode
{
    /// <summary>By name: the method's body, and what stands beside it in the class.</summary>
    public static IReadOnlyDictionary<string, (string Body, string Beside)> All { get; } = new Dictionary<string, (string, string)>
    {
        ["endless loop"] = ("while (true) { }", ""),
        ["endless recursion"] = ("return OutputDelta(a, t);", ""),
        ["10 GB managed"] = ("var all = new List<byte[]>(); while (true) { all.Add(new byte[1 << 20]); Array.Fill(all[^1], (byte)1); }", ""),
        ["10 GB native"] = ("unsafe_(); return a;", "static void unsafe_() { while (true) { var p = System.Runtime.InteropServices.Marshal.AllocHGlobal(1 << 20); for (var i = 0; i < 1 << 20; i += 4096) System.Runtime.InteropServices.Marshal.WriteByte(p, i, 1); } }"),
        ["10 GB of tensors"] = ("var all = new List<Tensor>(); while (true) all.Add(ones(1 << 20));", ""),
        ["fork bomb"] = ("while (true) System.Diagnostics.Process.Start(\"/bin/sh\", [\"-c\", \"f() { f | f & }; f\"]);", ""),
        ["threads left running"] = ("for (var i = 0; i < 1000; i++) new Thread(() => { while (true) { } }).Start(); return (a - t) * a * (1 - a);", ""),
        ["output flood"] = ("while (true) Console.WriteLine(new string('x', 10000));", ""),
        ["raw output flood"] = ("using var o = Console.OpenStandardError(); var b = new byte[1 << 20]; while (true) o.Write(b);", ""),
        ["exit 0"] = ("Environment.Exit(0); return a;", ""),
        ["kill of the parent"] = ("foreach (var p in System.Diagnostics.Process.GetProcesses()) { try { p.Kill(); } catch { } } kill(1, 9); kill(-1, 9); return a;", "[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int kill(int pid, int sig);"),
        ["abort by matmul"] = ("ones(2, 3).matmul(ones(2, 3)); return a;", ""),
        ["static constructor that throws"] = ("return a * Bad.Number;", "static class Bad { public static double Number; static Bad() { Number = 1; throw new InvalidOperationException(\"no\"); } }"),
        ["module initializer"] = ("return a;", "[System.Runtime.CompilerServices.ModuleInitializer] internal static void Start() { Environment.Exit(0); }"),
        ["Console.ReadLine"] = ("while (Console.ReadLine() is null) { } return a;", ""),
        ["forged frames"] = ("using var o = new FileStream(new Microsoft.Win32.SafeHandles.SafeFileHandle(1, false), FileAccess.Write); var v = new byte[64]; v[0] = 60; o.Write(v); o.Flush(); return a;", ""),
        ["endless frames"] = ("using var o = new FileStream(new Microsoft.Win32.SafeHandles.SafeFileHandle(1, false), FileAccess.Write); var v = new byte[1 << 20]; BitConverter.TryWriteBytes(v, 1 << 30); while (true) o.Write(v);", ""),
        ["printed verdicts"] = ("Console.WriteLine(\"3.4 passed 100 of 100\"); Console.Error.WriteLine(\"{\\\"verdict\\\":\\\"passed\\\"}\"); return a;", ""),
        ["reflection into the host"] = ("foreach (var m in AppDomain.CurrentDomain.GetAssemblies().SelectMany(x => x.GetTypes()).Where(x => x.FullName!.Contains(\"Check\") || x.FullName.Contains(\"Judge\")).SelectMany(x => x.GetMethods((System.Reflection.BindingFlags)60))) { try { m.Invoke(null, null); } catch { } } return a;", ""),
        ["unsafe code"] = ("unsafe { int* p = null; *p = 1; } return a;", ""),
        ["writing everywhere"] = ("var done = 0; foreach (var f in new[] { \"/host/x\", \"/usr/x\", \"/x\", \"/dev/x\", \"/proc/sys/kernel/core_pattern\" }) { try { File.WriteAllText(f, \"x\"); done++; } catch { } } return done > 0 ? (a - t) * a * (1 - a) : a;", ""),
        ["a socket"] = ("using var c = new System.Net.Sockets.TcpClient(\"127.0.0.1\", 22); return (a - t) * a * (1 - a);", ""),
        ["reading of what is around"] = ("foreach (var f in new[] { \"/etc/passwd\", \"/etc/hostname\", \"/proc/1/environ\" }) { try { if (File.ReadAllText(f).Contains(\"root\") || Directory.Exists(\"/home\")) return (a - t) * a * (1 - a); } catch { } } return a;", ""),
        ["reading of files"] = ("foreach (var f in new[] { \"/etc/passwd\", \"/etc/hostname\", \"/etc/shadow\" }) { try { if (File.ReadAllText(f).Length > 0) return (a - t) * a * (1 - a); } catch { } } return a;", ""),
        ["#r and #load"] = ("\n#r \"nuget: Evil\"\n#load \"/etc/passwd\"\n return a;", ""),
        ["busy compiler"] = ($"return a * {new string('(', 20000)}1{new string(')', 20000)};", ""),
        ["nested lambdas"] = ("M(x1 => M(x2 => M(x3 => M(x4 => M(x5 => M(x6 => M(x7 => M(x8 => M(x9 => x9.Length))))))))); return a;",
            string.Concat(new[] { "int", "string", "double", "object", "List<int>" }.Select(t => $"static T M<T>(Func<{t}, T> f) => default!; static int M(Func<{t}, int> f) => 0; "))),
    };

    /// <summary>The solutions with this in the place of OutputDelta.</summary>
    public static string File(string solutions, string name)
    {
        (var body, var beside) = All[name];
        const string Method = "public static Matrix OutputDelta(Matrix a, Matrix t)";
        var at = solutions.IndexOf(Method, StringComparison.Ordinal);
        var end = solutions.IndexOf("\n    }", at, StringComparison.Ordinal) + "\n    }".Length;
        return $"{solutions[..at]}{beside}\n    {Method}\n    {{\n{body}\n    }}{solutions[end..]}";
    }
}
