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

    /// <summary>The loss of the third step, and the median microseconds of a step over 0.2 s, after 0.1 s; as Peers/step.py.</summary>
    /// <param name="step">Does a step and returns its loss.</param>
    public static (double Loss, double Microseconds) OfStep(Func<double> step)
    {
        var loss = 0.0;
        for (var i = 0; i < 3; i++)
            loss = step();
        Times(0.1, least: 0);
        return (loss, Median(Times(0.2, least: 3)));

        List<double> Times(double seconds, int least)
        {
            var times = new List<double>();
            for (var watch = Stopwatch.StartNew(); watch.Elapsed.TotalSeconds < seconds || times.Count < least;)
            {
                var start = Stopwatch.GetTimestamp();
                step();
                times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }

            return times;
        }
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
