using System.Globalization;
using CourseLabs.Backprop.Initializers;
using CourseLabs.Examples;
using CourseLabs.Plots;

namespace CourseLabs.Labs;

// "고급 경사 하강법" (advanced gradient descent) (COURSE E9): its optimizers, which the slides only define, in a race.
public sealed class OptimizerRaceExample() : Example<OptimizerRaceExample.Settings>(
    "E9", "optimizer-race", "07-optimizers", "Seven optimizers race down a surface",
    "SGD, momentum, NAG, Adagrad, Adadelta, RMSprop and Adam, written by hand with torch.optim's definitions, from one start down an " +
    "elongated bowl, Rosenbrock's valley or Beale's function; torch.optim takes the same steps. Where Adadelta swings across a " +
    "valley its way is chaotic: it is compared as far as roundings do not grow. Seed 0 starts where such races usually do, another " +
    "seed up to 0.2 beside it. The deck has formulas only.")
{
    public sealed record Settings(
        [Option("what to descend on")] SurfaceName Surface = SurfaceName.Bowl,
        [Option("how many steps each takes", Min = 1, Max = 100_000)] int Steps = 200,
        [Option("one learning rate for all; 0 gives each optimizer the one that suits it", Name = "lr", Min = 0, Max = 1_000_000)]
        double LearningRate = 0);

    public override ExampleResult Run(Settings settings, ExampleRun run) => Run(settings, run, Contestant.All);

    internal ExampleResult Run(Settings settings, ExampleRun run, IReadOnlyList<Contestant> contestants)
    {
        var surface = Surface.All.Single(s => s.Name == settings.Surface);
        var start = Start(surface, run.Seed);
        var ways = new List<Way>();
        foreach (var contestant in contestants)
        {
            var rate = settings.LearningRate > 0 ? settings.LearningRate : contestant.Rate(surface.Name);
            var path = Descent.ByHand(contestant, surface, start, rate, settings.Steps);
            var compared = Descent.Comparable(contestant, surface, start, rate, settings.Steps, path);
            var apart = Descent.Apart(path.Take(compared + 1), Descent.InTorch(contestant, surface, start, rate, compared));
            ways.Add(new(contestant.Name, rate, path, apart, compared, surface));
            run.Progress.Report(ways.Count - 1, contestants.Count, "optimizer", ways[^1].Values[^1]);
        }

        return new(Title)
        {
            Figures =
            [
                .. ways.Select(way => Contestant.FromTorch($"{way.Name}: by hand against torch.optim", way.FromTorch)),
                .. ways.Select(way => Figure.Of($"{way.Name}: f at the end", way.End + (way.Explosion < 0 ? "" : " on: lr is too large"))),
            ],
            Tables =
            [
                Table.Of(
                    "race", $"f(x, y) = {surface.Formula} from ({Text(start.X)}, {Text(start.Y)})",
                    ways.OrderBy(way => way.Explosion < 0 ? way.Values[^1] : double.PositiveInfinity),
                    ("optimizer", way => way.Name),
                    ("learning rate", way => Text(way.Rate)),
                    ("x at the end", way => Text(way.Path[^1].X)),
                    ("y at the end", way => Text(way.Path[^1].Y)),
                    ("f at the end", way => way.End),
                    ("steps to f < 0.01", way => Array.FindIndex(way.Values, f => f < 0.01) is >= 0 and int steps ? $"{steps}" : "never"),
                    ("steps compared", way => way.Compared)),
            ],
            Pictures = [new("paths", PathChart(surface, ways)), new("values", ValueChart(surface, ways))],
        };
    }

    private static (double X, double Y) Start(Surface surface, long seed)
    {
        if (seed == 0)
            return surface.Start;
        var random = SeededRandom.Of(seed);
        double Beside(double at) => at + (0.4 * random.NextDouble()) - 0.2;
        return (Beside(surface.Start.X), Beside(surface.Start.Y));
    }

    // Levels that grow tenfold in three, since the surfaces rise by powers of ten.
    private static Plot PathChart(Surface surface, IEnumerable<Way> ways)
    {
        double[] levels = [.. Enumerable.Range(-4, 13).Select(i => Math.Pow(10, i / 3.0))];
        var chart = new Plot($"Seven ways down {surface.Title}", "x", "y")
            .Contours("f", Grid.Of(surface.X, surface.Y, surface.Value, 121), levels);
        var drawn = ways.Aggregate(chart, (c, way) =>
        {
            (double X, double Y)[] inside = [.. way.Path.TakeWhile(p => Holds(surface.X, p.X) && Holds(surface.Y, p.Y))];
            return c.Path(way.Name, inside.Select(p => p.X), inside.Select(p => p.Y));
        });
        return drawn.Star("minimum", surface.Minimum.X, surface.Minimum.Y);
    }

    private static Plot ValueChart(Surface surface, IEnumerable<Way> ways) =>
        ways.Aggregate(
            new Plot($"Seven optimizers on {surface.Title}", "step", "f", logY: true),
            (chart, way) => chart.Line(way.Name, way.Values));

    // A way that leaves the chart is drawn up to there.
    private static bool Holds((double From, double To) range, double value) => value >= range.From && value <= range.To;

    private static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    private sealed record Way(string Name, double Rate, (double X, double Y)[] Path, double FromTorch, int Compared, Surface Surface)
    {
        public double[] Values { get; } = [.. Path.Select(p => Surface.Value(p.X, p.Y))];

        public int Explosion => Array.FindIndex(Values, f => !double.IsFinite(f));

        public string End => Explosion < 0 ? Text(Values[^1]) : $"not finite from step {Explosion}";
    }
}
