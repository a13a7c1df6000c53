using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Initializers;
using CourseLabs.Backprop.Losses;
using CourseLabs.Backprop.Networks;
using CourseLabs.Examples;
using CourseLabs.Matrices;
using CourseLabs.Plots;
using CourseLabs.Torch.Gradients;

namespace CourseLabs.Labs;

// "Activation function relation" (COURSE E3): the deck's ranking of activations "in general", tried on one small task.
public sealed class ActivationRankingExample() : Example<ActivationRankingExample.Settings>(
    "E3", "activation-ranking", "01-neurons", "The deck's ranking of activations, tried",
    "Networks 2-8-8-8-1 learn to tell two rings of points apart, by gradient descent on the binary cross-entropy, from the same " +
    "first weights and points for every activation; each activation has the learning rate with which its median loss is least. The " +
    "deck's \"in general, ELU > leaky ReLU > ReLU > tanh > logistic\" is set beside what came out: one task proves no general claim.")
{
    public sealed record Settings(
        [Option("how many networks are trained with each activation and learning rate", Min = 1, Max = 1000, Quick = 2)] int Runs = 9,
        [Option("how often each network sees all points", Min = 1, Max = 100_000, Quick = 40)] int Epochs = 400);

    private static readonly double[] LearningRates = [0.01, 0.03, 0.1, 0.3, 1, 3];

    // In the deck's order, the best first.
    private static readonly (string Name, Func<Activation> Make)[] Deck =
    [
        ("ELU", () => new Elu()),
        ("leaky ReLU", () => new LeakyRelu(0.1)),
        ("ReLU", () => new Relu()),
        ("tanh", () => new Tanh()),
        ("logistic", () => new Sigmoid()),
    ];

    public override ExampleResult Run(Settings settings, ExampleRun run)
    {
        var random = run.Generator();
        int[] seeds = [.. Enumerable.Range(0, settings.Runs).Select(_ => random.Next())];
        var best = new List<Trial>();
        foreach ((var name, var make) in Deck)
        {
            run.Progress.Report(best.Count, Deck.Length, "activation");
            best.Add(LearningRates
                .Select(lr => new Trial(
                    name, lr, [.. seeds.Select(seed => Train(make, lr, settings.Epochs, seed, run.Progress.Cancellation))]))
                .MinBy(trial => trial.Median)!);
        }

        return new(Title)
        {
            Figures =
            [
                Figure.Of("the deck, best first", string.Join(" > ", Deck.Select(a => a.Name))),
                Figure.Of("here, best first", string.Join(" > ", best.OrderBy(b => b.Median).Select(b => b.Name))),
                .. best.Zip(best.Skip(1), (better, worse) => Figure.Of(
                    $"{better.Name} beats {worse.Name}",
                    $"in {better.Last.Zip(worse.Last).Count(pair => pair.First < pair.Second)} of {settings.Runs} runs")),
                Figure.Of(
                    "gradients less autograd's, relative", Deck.Select(a => GradientError(a.Make, a.Make, seeds[0])).ToArray(),
                    expected: new double[Deck.Length], tolerance: 1e-12, source: "TorchSharp's autograd, in the order of the deck"),
            ],
            Tables =
            [
                Table.Of(
                    "ranking", $"The last loss of {settings.Runs} runs", best,
                    ("activation", b => b.Name), ("learning rate", b => b.LearningRate),
                    ("least", b => b.Last.Min()), ("median", b => b.Median), ("largest", b => b.Last.Max())),
            ],
            Pictures =
            [
                new("losses", best.Aggregate(
                    new Plot("Median loss with each activation", "epoch", "binary cross-entropy", logY: true),
                    (chart, b) => chart.Line($"{b.Name}, lr {NumberText.Of(b.LearningRate)}", b.Medians))),
            ],
        };
    }

    // By hand with one activation, by autograd with the other: they should be the same one.
    internal static double GradientError(Func<Activation> byHand, Func<Activation> byAutograd, int seed)
    {
        (var network, var x, var target) = Draw(byHand, seed);
        network.FindGradients(x, target, new BinaryCrossEntropy());
        var autograd =
            AutogradGradients.Of(Draw(byAutograd, seed).Network, x, target, new BinaryCrossEntropy()).Parameters;
        return Largest.Of(network.Parameters.Zip(autograd, (p, theirs) => Backprop.Gradients.GradientError.Relative(p.Gradient, theirs)));
    }

    private static double[] Train(Func<Activation> make, double lr, int epochs, int seed, CancellationToken cancellation)
    {
        (var network, var x, var target) = Draw(make, seed);
        var losses = new double[epochs];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            losses[epoch] = network.Train(x, target, new BinaryCrossEntropy(), lr);
        }

        return losses;
    }

    // The same points and weights for every activation.
    private static (Network Network, Matrix X, Matrix Target) Draw(Func<Activation> make, int seed)
    {
        var random = new Random(seed);
        (var x, var target) = Rings(100, random);
        return (Network.Create([2, 8, 8, 8, 1], make, () => new Sigmoid(), Initialize.XavierNormal, random), x, target);
    }

    // Points around the circles of radius 1 (class 0) and 2 (class 1).
    private static (Matrix X, Matrix Target) Rings(int points, Random random)
    {
        var (x, target) = (new Matrix(points, 2), new Matrix(points, 1));
        for (var i = 0; i < points; i++)
        {
            double radius = 1 + (i % 2) + (0.2 * random.NextNormal()), angle = 2 * Math.PI * random.NextDouble();
            (x[i, 0], x[i, 1]) = (radius * Math.Cos(angle), radius * Math.Sin(angle));
            target[i, 0] = i % 2;
        }

        return (x, target);
    }

    // One activation with one learning rate: the losses of each run, epoch by epoch.
    private sealed record Trial(string Name, double LearningRate, double[][] Losses)
    {
        public double[] Last => [.. Losses.Select(losses => losses[^1])];

        public double Median => MedianOf(Last);

        // In each epoch.
        public IEnumerable<double> Medians => Losses[0].Select((_, epoch) => MedianOf(Losses.Select(losses => losses[epoch])));

        // A run that ended in NaN counts as the worst.
        private static double MedianOf(IEnumerable<double> numbers)
        {
            double[] sorted = [.. numbers.Select(n => double.IsNaN(n) ? double.PositiveInfinity : n).Order()];
            return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        }
    }
}
