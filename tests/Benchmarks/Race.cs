using System.Globalization;
using System.Text.RegularExpressions;

namespace CourseLabs.Benchmarks;

/// <summary>Who takes part in a race.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Measure">Measures it once.</param>
/// <param name="Packages">A peer's packages of Debian; where they are missing it is left out.</param>
internal sealed record Contender(string Name, Func<double> Measure, string Packages = "");

/// <summary>Programs timed in turn, again and again, so that a machine that changes its speed in between does not decide.</summary>
/// <param name="workload">What is done, for the table.</param>
/// <param name="unit">What is measured, such as <c>microseconds a step</c>.</param>
/// <param name="contenders">Who is measured.</param>
internal sealed partial class Race(string workload, string unit, params Contender[] contenders)
{
    private readonly Dictionary<string, List<double>> times = contenders.ToDictionary(c => c.Name, _ => new List<double>());

    /// <summary>Lets each run in turn, and prints the median and the range of each.</summary>
    public Race Run(int runs)
    {
        Console.WriteLine();
        Console.WriteLine(workload);
        for (var run = 1; run <= runs; run++)
        {
            foreach (var contender in contenders.Where(c => times.ContainsKey(c.Name)))
                Measure(contender);
            Console.WriteLine($"run {run}: " + string.Join(", ", times.Select(t => $"{t.Key} {Text(t.Value[^1])}")));
        }

        Console.WriteLine();
        Console.WriteLine($"{unit}, median of {runs} alternating runs");
        foreach (var (name, all) in times)
            Console.WriteLine($"  {name,-12} {Text(Timing.Median(all)),10}   (from {Text(all.Min())} to {Text(all.Max())})");
        return this;
    }

    /// <summary>
    /// Prints the median of the ratios, run by run, beside what it should be, and keeps it for the table; nothing where one was left out.
    /// </summary>
    public Race Ratio(string one, string other, string goal)
    {
        if (!times.TryGetValue(one, out var first) || !times.TryGetValue(other, out var second))
            return this;
        var ratio = Timing.Median([.. first.Zip(second, (a, b) => a / b)]);
        Console.WriteLine($"  {one + " / " + other,-23} {ratio.ToString("F3", CultureInfo.InvariantCulture)}   (run by run; goal: {goal})");
        Report.Add(workload, unit, (one, Timing.Median(first)), (other, Timing.Median(second)), ratio);
        return this;
    }

    /// <summary>The number before "microseconds" in what a program printed.</summary>
    public static double Microseconds(string output) =>
        double.Parse(MicrosecondsPattern().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);

    /// <summary>A number with one digit behind the point.</summary>
    public static string Text(double value) => value.ToString("F1", CultureInfo.InvariantCulture);

    private void Measure(Contender contender)
    {
        try
        {
            times[contender.Name].Add(contender.Measure());
        }
        catch (InvalidOperationException e) when (contender.Packages != "")
        {
            times.Remove(contender.Name);
            var reason = e.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
            Console.WriteLine($"{contender.Name} is left out ({reason}); it needs: apt-get install {contender.Packages}");
        }
    }

    [GeneratedRegex(@"([0-9.]+) microseconds")]
    private static partial Regex MicrosecondsPattern();
}
