using System.Globalization;
using System.Text.RegularExpressions;

namespace CourseLabs.Benchmarks;

/// <summary>Who takes part in a race.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Measure">Measures it once.</param>
/// <param name="Needs">How a peer is installed; where it is missing it is left out.</param>
internal sealed record Contender(string Name, Func<double> Measure, string Needs = "");

/// <summary>Programs timed in turn, again and again, so that a machine that changes its speed in between does not decide.</summary>
/// <param name="workload">What is done, for the table.</param>
/// <param name="unit">What is measured, such as <c>microseconds a step</c>.</param>
/// <param name="contenders">Who is measured.</param>
internal sealed partial class Race(string workload, string unit, params Contender[] contenders)
{
    private readonly Dictionary<string, List<double>> times = contenders.ToDictionary(c => c.Name, _ => new List<double>());

    /// <summary>The median of each that was not left out.</summary>
    public IReadOnlyDictionary<string, double> Medians => times.ToDictionary(t => t.Key, t => Timing.Median(t.Value));

    /// <summary>Lets each run in turn.</summary>
    /// <param name="runs">How often.</param>
    /// <param name="after">Told of each run when it is over.</param>
    public Race Alternate(int runs, Action<int>? after = null)
    {
        for (var run = 1; run <= runs; run++)
        {
            foreach (var contender in contenders.Where(c => times.ContainsKey(c.Name)))
                Measure(contender);
            after?.Invoke(run);
        }

        return this;
    }

    /// <summary>The same, and prints each run, then the median and the range of each.</summary>
    public Race Run(int runs)
    {
        Console.WriteLine();
        Console.WriteLine(workload);
        Alternate(runs, run => Console.WriteLine($"run {run}: " + string.Join(", ", times.Select(t => $"{t.Key} {Text(t.Value[^1])}"))));
        Console.WriteLine();
        Console.WriteLine($"{unit}, median of {runs} alternating runs");
        foreach (var (name, all) in times)
            Console.WriteLine($"  {name,-22} {Text(Timing.Median(all)),10}   (from {Text(all.Min())} to {Text(all.Max())})");
        return this;
    }

    /// <summary>
    /// Prints the median of the ratios, run by run, beside what it should be, and keeps it for the table; nothing where one was left out.
    /// </summary>
    public Race Ratio(string one, string other, string goal)
    {
        if (!times.TryGetValue(one, out var first) || !times.TryGetValue(other, out var second))
            return this;
        double[] ratios = [.. first.Zip(second, (a, b) => a / b)];
        Console.WriteLine($"  {one + " / " + other,-33} {Report.Ratio(Timing.Median(ratios))}   (run by run; goal: {goal})");
        Report.Add(Report.Row(workload, unit, (one, Timing.Median(first)), (other, Timing.Median(second)), ratios));
        return this;
    }

    /// <summary>Keeps one that has no peer for the table.</summary>
    public Race Alone(string name)
    {
        if (times.TryGetValue(name, out var all))
            Report.Add(Report.Row(workload, unit, (name, Timing.Median(all))));
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
        catch (InvalidOperationException e) when (contender.Needs != "")
        {
            times.Remove(contender.Name);
            var reason = e.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
            Console.WriteLine($"{contender.Name} is left out ({reason}); it needs: {contender.Needs}");
        }
    }

    [GeneratedRegex(@"([0-9.]+) microseconds")]
    private static partial Regex MicrosecondsPattern();
}
