using System.Globalization;
using TorchSharp;

namespace CourseLabs.Benchmarks;

/// <summary>The races' results as the table of the README.</summary>
internal static class Report
{
    private static readonly List<string> Rows = [];

    /// <summary>Keeps a row.</summary>
    public static void Add(string workload, string unit, (string Name, double Time) ours, (string Name, double Time) peer, double ratio)
    {
        // Most units name what is counted too: "microseconds a step".
        var (number, scale) = unit.StartsWith("microseconds", StringComparison.Ordinal) ? ("µs", 1.0) : ("ms", 1.0);
        if (ours.Time >= 10_000)
            (number, scale) = number == "µs" ? ("ms", 1000) : ("s", 1000);
        string Shown(double time) => $"{(time / scale).ToString(time / scale < 100 ? "F1" : "F0", CultureInfo.InvariantCulture)} {number}";
        Rows.Add($"| {workload} | {ours.Name}: {Shown(ours.Time)} | {peer.Name}: {Shown(peer.Time)} | {ratio.ToString("F2", CultureInfo.InvariantCulture)} |");
    }

    /// <summary>Prints the rows, and below them where they were measured and with which versions.</summary>
    public static void Print()
    {
        Console.WriteLine();
        Console.WriteLine("| workload | ours | beside | ours / theirs |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var row in Rows)
            Console.WriteLine(row);
        Console.WriteLine();
        Console.WriteLine($"Measured on {DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, {Processor()}; .NET {Environment.Version}, "
            + $"libtorch {torch.__version__}; {Peer.Versions()}.");
    }

    private static string Processor()
    {
        const string file = "/proc/cpuinfo";
        var line = File.Exists(file) ? File.ReadLines(file).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) : null;
        var wide = System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated ? " with AVX-512" : "";
        return $"{line?.Split(':')[1].Trim() ?? "a processor that does not tell its name"}{wide}, {Environment.ProcessorCount} cores";
    }
}
