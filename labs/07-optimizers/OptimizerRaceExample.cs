using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Plots;

namespace CourseLabs.Labs;

/// <summary>COURSE E9: the seven optimizers race down one surface, by hand and by torch.optim.</summary>
public sealed class OptimizerRaceExample : OptimizerExample
{
    /// <summary>The surface.</summary>
    public static ExampleOption<string> SurfaceName { get; } =
        ExampleOption.Choice("surface", "bowl", "what to descend on", [.. Surface.All.Select(s => s.Name)]);

    /// <summary>The steps.</summary>
    public static ExampleOption<int> Steps { get; } =
        ExampleOption.WholeNumber("steps", 200, "how many steps each takes", min: 1, max: 100_000);

    /// <inheritdoc/>
    public override string Name => "optimizer-race";

    /// <inheritdoc/>
    public override string Title => "Seven optimizers race down a surface";

    /// <inheritdoc/>
    public override string Description =>
        "SGD, momentum, NAG, Adagrad, Adadelta, RMSprop and Adam, written by hand with torch.optim's definitions, from one start down an " +
        "elongated bowl, Rosenbrock's valley or Beale's function; torch.optim takes the same steps. Where Adadelta swings across a " +
        "valley its way is chaotic: it is compared as far as roundings do not grow. Seed 0 starts where such races usually do, another " +
        "seed up to 0.2 beside it. The deck has formulas only.";

    /// <inheritdoc/>
    public override IReadOnlyList<ExampleOption> Options => [SurfaceName, Steps, LearningRate];

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Surface surface = Surface.All.Single(s => s.Name == context.Get(SurfaceName));
        int steps = context.Get(Steps);
        (double X, double Y) start = Start(surface, context.Seed);
        var runs = new List<Way>();
        foreach (Contestant contestant in Contestant.All)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            double rate = Rate(context, contestant, surface.Name);
            (double X, double Y)[] path = Descent.ByHand(contestant, surface, start, rate, steps);
            int compared = Descent.Comparable(contestant, surface, start, rate, steps, path);
            double apart = Descent.Apart(path.Take(compared + 1), Descent.InTorch(contestant, surface, start, rate, compared));
            runs.Add(new(contestant.Name, rate, path, apart, compared, surface));
            context.Progress?.Invoke(new(runs.Count - 1, Contestant.All.Count, "optimizer", runs[^1].Values[^1]));
        }
        return new(Title)
        {
            Figures =
            [
                .. runs.Select(run => Apart($"{run.Name}: by hand against torch.optim", run.FromTorch)),
                .. runs.Select(run => Figure.Plain($"{run.Name}: f at the end", run.InWords)),
            ],
            Tables =
            [
                new(
                    "race", $"f(x, y) = {surface.Formula} from ({Text(start.X)}, {Text(start.Y)})",
                    ["optimizer", "learning rate", "x at the end", "y at the end", "f at the end", "steps to f < 0.01", "steps compared"],
                    [.. runs.OrderBy(run => run.Rank).Select(run => run.Row)]),
            ],
            Pictures = [new("paths", PathChart(surface, runs)), new("values", ValueChart(surface, runs))],
        };
    }

    private static (double X, double Y) Start(Surface surface, long seed)
    {
        if (seed == 0)
            return surface.Start;
        var random = new Random(unchecked((int)seed));
        double Beside(double at) => at + (0.4 * random.NextDouble()) - 0.2;
        return (Beside(surface.Start.X), Beside(surface.Start.Y));
    }

    // Levels that grow tenfold in three, since the surfaces rise by powers of ten.
    private static Plot PathChart(Surface surface, IEnumerable<Way> runs)
    {
        double[] levels = [.. Enumerable.Range(-4, 13).Select(i => Math.Pow(10, i / 3.0))];
        var chart = new Plot($"Seven ways down {surface.Title}", "x", "y")
            .Contours("f", Grid.Of(surface.X, surface.Y, surface.Value, 121), levels);
        Plot ways = runs.Aggregate(chart, (c, run) =>
        {
            (double X, double Y)[] inside = [.. run.Path.TakeWhile(p => Holds(surface.X, p.X) && Holds(surface.Y, p.Y))];
            return c.Path(run.Name, inside.Select(p => p.X), inside.Select(p => p.Y));
        });
        return ways.Star("minimum", surface.Minimum.X, surface.Minimum.Y);
    }

    private static Plot ValueChart(Surface surface, IEnumerable<Way> runs) =>
        runs.Aggregate(
            new Plot($"Seven optimizers on {surface.Title}", "step", "f", logY: true),
            (chart, run) => chart.Line(run.Name, run.Values));

    // A way that leaves the chart is drawn up to there.
    private static bool Holds((double From, double To) range, double value) => value >= range.From && value <= range.To;

    private sealed record Way(string Name, double Rate, (double X, double Y)[] Path, double FromTorch, int Compared, Surface Surface)
    {
        public double[] Values { get; } = [.. Path.Select(p => Surface.Value(p.X, p.Y))];

        public int FirstNotFinite => Array.FindIndex(Values, f => !double.IsFinite(f));

        public string InWords => FirstNotFinite < 0 ? Text(Values[^1]) : $"not finite from step {FirstNotFinite} on: lr is too large";

        public double Rank => FirstNotFinite < 0 ? Values[^1] : double.PositiveInfinity;

        public string[] Row =>
        [
            Name, Text(Rate), Text(Path[^1].X), Text(Path[^1].Y),
            FirstNotFinite < 0 ? Text(Values[^1]) : $"not finite from step {FirstNotFinite}",
            Array.FindIndex(Values, f => f < 0.01) is >= 0 and int steps ? $"{steps}" : "never", $"{Compared}",
        ];
    }
}
