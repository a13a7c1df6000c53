using CourseLabs.Exercises.Hosting;
using CourseLabs.Exercises.Values;

namespace CourseLabs.Grading.Sandboxing;

/// <summary>Tries the sandbox by a submission of our own that does what none may.</summary>
internal static class SandboxProbe
{
    private static readonly string[] Deeds =
    [
        "compute", "read /etc/passwd", "list the submissions' machine's home folders", "write outside of /tmp", "see the parent's environment",
        "open a connection",
    ];

    // Each is true where it succeeds; only the first may.
    private const string Source = """
        using System.Net.Sockets;

        public static class Probe
        {
            public static bool[] Deeds() =>
            [
                TorchSharp.torch.ones(2).sum().item<float>() == 2,
                Can(() => File.ReadAllText("/etc/passwd").Length > 0),
                Can(() => Directory.GetFileSystemEntries("/home").Length + Directory.GetFileSystemEntries("/root").Length > 0),
                Can(() => { File.WriteAllText("/host/probe", "x"); return true; }) || Can(() => { File.WriteAllText("/usr/probe", "x"); return true; })
                    || Can(() => { File.WriteAllText("/probe", "x"); return true; }),
                Environment.GetEnvironmentVariable("COURSELABS_PROBE") is not null || Can(() => File.ReadAllText("/proc/1/environ").Contains("COURSELABS_PROBE")),
                Can(() => { using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0); listener.Start(); using var c = new TcpClient(); return c.ConnectAsync("1.1.1.1", 53).Wait(300) && c.Connected; }),
            ];

            private static bool Can(Func<bool> deed)
            {
                try
                {
                    return deed();
                }
                catch (Exception)
                {
                    return false;
                }
            }
        }
        """;

    /// <summary>What the sandbox lets through, or why it does not start; null when it holds.</summary>
    public static string? Fault(HostCommand command)
    {
        Environment.SetEnvironmentVariable("COURSELABS_PROBE", "here");
        try
        {
            using var code = new ChildCode(new("Probe.cs", Source), command);
            if (code.Build.Assembly.Length == 0)
                return code.Build.Errors[0].Message;
            var request = new CallRequest("Deeds", [], TypeText.Of(typeof(bool[])), ValueWriter.Write(Array.Empty<object>()), 0);
            var outcome = code.Invoke(request, TimeSpan.FromSeconds(30));
            if (outcome.End != CallEnd.Returned)
                return $"a harmless method {outcome.End}: {outcome.Text}";
            var done = Answer.Read(outcome.Value).Leaves[0].Values;
            if (done[0] == 0)
                return "TorchSharp cannot compute in it";
            var let = Enumerable.Range(1, Deeds.Length - 1).FirstOrDefault(i => done[i] != 0);
            return let == 0 ? null : $"a submission could {Deeds[let]}";
        }
        finally
        {
            Environment.SetEnvironmentVariable("COURSELABS_PROBE", null);
        }
    }
}
