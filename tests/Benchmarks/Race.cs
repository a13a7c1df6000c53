using System.Globalization;
using System.Text.RegularExpressions;

namespace CourseLabs.Benchmarks;

/// <summary>Programs timed in turn, again and again, so that a machine that changes its speed in between does not decide.</summary>
/// <param name="unit">What is measured, such as <c>microseconds a step</c>.</param>
/// <param name="contenders">Each one's name, and what measures it once.</param>
internal sealed partial class Race(string unit, params (string Name, Func<double> Measure)[] contenders)
{
    private readonly Dictionary<string, List<double>> times = contenders.ToDictionary(c => c.Name, _ => new List<double>());

    /// <summary>Lets each run in turn, and prints the median and the range of each.</summary>
    public Race Run(int runs)
    {
        for (var run = 1; run <= runs; run++)
        {
            foreach (var (name, measure) in contenders) times[name].Add(measure());
            Console.WriteLine($"run {run}: " + string.Join(", ", contenders.Select(c => $"{c.Name} {Text(times[c.Name][^1])}")));
        }

        Console.WriteLine();
        Console.WriteLine($"{unit}, median of {runs} alternating runs");
        foreach (var (name, _) in contenders)
            Console.WriteLine($"  {name,-12} {Text(Timing.Median(times[name])),10}   (from {Text(times[name].Min())} to {Text(times[name].Max())})");
        return this;
    }

    /// <summary>Prints the median of the ratios, run by run, beside what it should be.</summary>
    public Race Ratio(string one, string other, string goal)
    {
        var ratio = Timing.Median([.. times[one].Zip(times[other], (a, b) => a / b)]);
        Console.WriteLine($"  {one + " / " + other,-23} {ratio.ToString("F3", CultureInfo.InvariantCulture)}   (run by run; goal: {goal})");
        return this;
    }

    /// <summary>The number before "microseconds" in what a program printed.</summary>
    public static double Microseconds(string output) =>
        double.Parse(MicrosecondsPattern().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);

    /// <summary>A number with one digit behind the point.</summary>
    public static string Text(double value) => value.ToString("F1", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"([0-9.]+) microseconds")]
    private static partial Regex MicrosecondsPattern();
}
