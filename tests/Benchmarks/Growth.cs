using CourseLabs.Plots;

namespace CourseLabs.Benchmarks;

/// <summary>How a cost grows: a race at each size, drawn on log axes, where a power law is a straight line.</summary>
/// <param name="Name">Its chart is docs/growth-NAME.png.</param>
/// <param name="Title">What is measured.</param>
/// <param name="X">What n is.</param>
/// <param name="Unit">In what it is measured.</param>
/// <param name="Sizes">The sizes n in ascending order.</param>
/// <param name="At">Who is measured at a size.</param>
internal sealed record Growth(string Name, string Title, string X, string Unit, IReadOnlyList<int> Sizes, Func<int, Contender[]> At)
{
    /// <summary>The largest size of a run that names none.</summary>
    public int Usual { get; init; } = Sizes[^1];

    /// <summary>How often each is measured at a size.</summary>
    public int Runs { get; init; } = 3;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Growth> All { get; } =
        [StepGrowth.Width, StepGrowth.Depth, StepGrowth.Batch, DataBenchmarks.Rows, GradingBenchmark.Submissions];

    /// <summary>Measures up to a size, prints a line a point and then the table, and draws it.</summary>
    public Plot Measure(int largest)
    {
        Console.WriteLine();
        Console.WriteLine($"{Title}: {Unit}, {(Runs == 1 ? "one run" : $"median of {Runs} alternating runs")}");
        var lines = new Dictionary<string, List<(int Size, double Value)>>();
        foreach (var size in Sizes.Where(size => size <= largest))
        {
            // Who was left out at the first size is not asked again.
            var contenders = At(size).Where(c => lines.Count == 0 || lines.ContainsKey(c.Name));
            var medians = new Race(Title, Unit, [.. contenders]).Alternate(Runs).Medians;
            foreach (var (name, value) in medians)
            {
                lines.TryAdd(name, []);
                lines[name].Add((size, value));
            }

            Console.WriteLine($"  n = {size}: " + string.Join(", ", medians.Select(m => $"{m.Key} {Race.Text(m.Value)}")));
        }

        Print(lines);
        return Draw(lines);
    }

    private void Print(Dictionary<string, List<(int Size, double Value)>> lines)
    {
        Console.WriteLine();
        Console.WriteLine($"| {X} | {string.Join(" | ", lines.Keys)} |");
        Console.WriteLine($"|---|{string.Concat(lines.Keys.Select(_ => "---|"))}");
        foreach (var (i, (size, _)) in lines.Values.First().Index())
            Console.WriteLine($"| {size} | {string.Join(" | ", lines.Values.Select(line => Race.Text(line[i].Value)))} |");
        Console.WriteLine($"| grows as | {string.Join(" | ", lines.Values.Select(Law))} |");
    }

    private Plot Draw(Dictionary<string, List<(int Size, double Value)>> lines)
    {
        var fitted = lines.Values.First() is { Count: > 2 } first ? $"; exponents fitted from n = {first[first.Count / 2].Size} on" : "";
        return lines.Aggregate(
            new Plot(Title, X + fitted, Unit, logX: true, logY: true),
            (plot, line) => plot.Line(
                $"{line.Key}: {Law(line.Value)}", line.Value.Select(p => p.Size), line.Value.Select(p => p.Value), markers: true));
    }

    private static string Law(List<(int Size, double Value)> points) =>
        PowerLaw.Exponent(points) is var k && double.IsFinite(k) ? FormattableString.Invariant($"n^{k:F2}") : "too few points";
}
