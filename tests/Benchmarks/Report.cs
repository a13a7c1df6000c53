using System.Globalization;
using TorchSharp;

namespace CourseLabs.Benchmarks;

/// <summary>The races' results as the table of the README.</summary>
internal static class Report
{
    private static readonly List<string> Rows = [];

    /// <summary>Keeps a row.</summary>
    public static void Add(string row) => Rows.Add(row);

    /// <summary>A row; where there is no peer, it says so.</summary>
    public static string Row(
        string workload, string unit, (string Name, double Value) ours, (string Name, double Value)? peer = null, params double[] ratios)
    {
        return $"| {workload} | {Shown(ours)} | {(peer is { } other ? Shown(other) : "no peer")} | "
            + (ratios.Length == 0 ? "|" : $"{Ratio(Timing.Median(ratios))} ({Ratio(ratios.Min())} to {Ratio(ratios.Max())}) |");

        string Shown((string Name, double Value) one)
        {
            // Most units name what is counted too: "microseconds a step".
            string[] units = unit.Split(' ')[0] switch
            {
                "microseconds" => ["µs", "ms"],
                "milliseconds" => ["ms", "s"],
                _ => [unit],
            };
            var (value, shown) = one.Value >= 10_000 && units.Length > 1 ? (one.Value / 1000, units[1]) : (one.Value, units[0]);
            return $"{one.Name}: {value.ToString(value < 100 ? "F1" : "F0", CultureInfo.InvariantCulture)} {shown}";
        }
    }

    /// <summary>A ratio with two digits behind the point, or as many as it has when it is small.</summary>
    public static string Ratio(double value) => value.ToString(value < 0.1 ? "G2" : "F2", CultureInfo.InvariantCulture);

    /// <summary>Prints the rows, and below them where they were measured and with which versions.</summary>
    /// <param name="runs">How often each was measured.</param>
    /// <param name="load">The machine's load before.</param>
    public static void Print(int runs, string load)
    {
        Console.WriteLine();
        Console.WriteLine("| workload | ours | beside | ours / theirs |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var row in Rows)
            Console.WriteLine(row);
        Console.WriteLine();
        Console.WriteLine($"Medians of {runs} alternating runs (grading: {Math.Min(runs, GradingBenchmark.MostRuns)}), "
            + "and of the ratios run by run, with the least and the largest in brackets.");
        Console.WriteLine($"Measured on {DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, {Machine()}{load};");
        Console.WriteLine($".NET {Environment.Version}, libtorch {torch.__version__};");
        Console.WriteLine($"{Peer.Versions()}.");
    }

    /// <summary>The processor and its cores.</summary>
    public static string Machine()
    {
        const string file = "/proc/cpuinfo";
        var line = File.Exists(file) ? File.ReadLines(file).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) : null;
        var wide = System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated ? " with AVX-512" : "";
        return $"{line?.Split(':')[1].Trim() ?? "a processor that does not tell its name"}{wide}, {Environment.ProcessorCount} cores";
    }

    /// <summary>How many programs wanted a core in the last minute: what else ran while this began.</summary>
    public static string Load() =>
        File.Exists("/proc/loadavg") ? $", load {File.ReadAllText("/proc/loadavg").Split(' ')[0]} at the start" : "";
}
