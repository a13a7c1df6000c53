using System.Diagnostics;
using System.Globalization;

namespace CourseLabs.Benchmarks;

/// <summary>Times something again and again, and sets it beside what another program took.</summary>
internal static class Timing
{
    /// <summary>Milliseconds of each run; the first ones, while the runtime still compiles, included.</summary>
    public static double[] Milliseconds(int runs, Action work)
    {
        var times = new double[runs];
        for (var run = 0; run < runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            times[run] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        return times;
    }

    /// <summary>The numbers that another program printed, one a line.</summary>
    public static double[] Printed(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => double.Parse(line, CultureInfo.InvariantCulture))];

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
    }

    public static void Print(string name, double[] milliseconds) => Console.WriteLine(FormattableString.Invariant(
        $"  {name,-22} {Median(milliseconds),8:F1} ms   (from {milliseconds.Min():F1} to {milliseconds.Max():F1}; the first {milliseconds[0]:F1})"));
}
