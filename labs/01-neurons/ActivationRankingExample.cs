using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Initializers;
using CourseLabs.Backprop.Losses;
using CourseLabs.Backprop.Networks;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Matrices;
using CourseLabs.Plots;
using CourseLabs.Torch.Gradients;

namespace CourseLabs.Labs;

/// <summary>COURSE E3: the deck's "in general, ELU > leaky ReLU > ReLU > tanh > logistic", tried on one small task.</summary>
public sealed class ActivationRankingExample : OldExample
{
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

    /// <summary>How many networks are trained with each activation and learning rate.</summary>
    public static ExampleOption<int> Runs { get; } =
        ExampleOption.WholeNumber(
            "runs", 9, "how many networks are trained with each activation and learning rate", min: 1, max: 1000, quick: 2);

    /// <summary>How often each network sees the points.</summary>
    public static ExampleOption<int> Epochs { get; } =
        ExampleOption.WholeNumber("epochs", 400, "how often each network sees all points", min: 1, max: 100_000, quick: 40);

    /// <inheritdoc/>
    public override string Id => "E3";

    /// <inheritdoc/>
    public override string Name => "activation-ranking";

    /// <inheritdoc/>
    public override string Lab => "01-neurons";

    /// <inheritdoc/>
    public override string Title => "The deck's ranking of activations, tried";

    /// <inheritdoc/>
    public override string Description =>
        "Networks 2-8-8-8-1 learn to tell two rings of points apart, by gradient descent on the binary cross-entropy, from the same " +
        "first weights and points for every activation; each activation has the learning rate with which its median loss is least. The " +
        "deck's \"in general, ELU > leaky ReLU > ReLU > tanh > logistic\" is set beside what came out: one task proves no general claim.";

    /// <inheritdoc/>
    public override IReadOnlyList<ExampleOption> Options => [Runs, Epochs];

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        int runs = context.Get(Runs), epochs = context.Get(Epochs);
        Random random = Results.Generator(context.Seed);
        int[] seeds = [.. Enumerable.Range(0, runs).Select(_ => random.Next())];
        var best = new List<Trial>();
        foreach ((string name, Func<Activation> make) in Deck)
        {
            context.Progress?.Invoke(new(best.Count, Deck.Length, "activation"));
            best.Add(LearningRates
                .Select(lr => new Trial(name, lr, [.. seeds.Select(seed => Train(make, lr, epochs, seed, context.Cancellation))]))
                .MinBy(trial => trial.Median)!);
        }

        return new(Title)
        {
            Figures =
            [
                Figure.Plain("the deck, best first", string.Join(" > ", Deck.Select(a => a.Name))),
                Figure.Plain("here, best first", string.Join(" > ", best.OrderBy(b => b.Median).Select(b => b.Name))),
                .. best.Zip(best.Skip(1), (better, worse) => Figure.Plain(
                    $"{better.Name} beats {worse.Name}",
                    $"in {better.Last.Zip(worse.Last).Count(pair => pair.First < pair.Second)} of {runs} runs")),
                new("gradients less autograd's, relative", new double[Deck.Length],
                    Deck.Select(a => GradientError(a.Make, seeds[0])).ToArray(), 1e-12, "TorchSharp's autograd, in the order of the deck"),
            ],
            Tables =
            [
                new("ranking", $"The last loss of {runs} runs", ["activation", "learning rate", "least", "median", "largest"],
                    [.. best.Select(b => (string[])[b.Name, .. NumberText.Row(b.LearningRate, b.Last.Min(), b.Median, b.Last.Max())])]),
            ],
            Pictures =
            [
                new("losses", best.Aggregate(
                    new Plot("Median loss with each activation", "epoch", "binary cross-entropy", logY: true),
                    (chart, b) => chart.Line($"{b.Name}, lr {NumberText.Of(b.LearningRate)}", b.Medians))),
            ],
        };
    }

    // The same points and weights for every activation.
    private static (Network Network, Matrix X, Matrix Target) Draw(Func<Activation> make, int seed)
    {
        var random = new Random(seed);
        (Matrix x, Matrix target) = Rings(100, random);
        return (Network.Create([2, 8, 8, 8, 1], make, () => new Sigmoid(), Initialize.XavierNormal, random), x, target);
    }

    private static double GradientError(Func<Activation> make, int seed)
    {
        (Network network, Matrix x, Matrix target) = Draw(make, seed);
        var loss = new BinaryCrossEntropy();
        network.FindGradients(x, target, loss);
        IReadOnlyList<Matrix> autograd = AutogradGradients.Of(network, x, target, loss).Parameters;
        return network.Parameters.Zip(autograd, (p, theirs) => Backprop.Gradients.GradientError.Relative(p.Gradient, theirs)).Max();
    }

    private static double[] Train(Func<Activation> make, double lr, int epochs, int seed, CancellationToken cancellation)
    {
        (Network network, Matrix x, Matrix target) = Draw(make, seed);
        return GradientDescent.Train(network, x, target, new BinaryCrossEntropy(), lr, epochs, cancellation);
    }

    // Points around the circles of radius 1 (class 0) and 2 (class 1).
    private static (Matrix X, Matrix Target) Rings(int points, Random random)
    {
        var (x, target) = (new Matrix(points, 2), new Matrix(points, 1));
        for (int i = 0; i < points; i++)
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
        public double[] Last => [.. Losses.Select(run => run[^1])];

        public double Median => MedianOf(Last);

        // In each epoch.
        public IEnumerable<double> Medians => Losses[0].Select((_, epoch) => MedianOf(Losses.Select(run => run[epoch])));

        // A run that ended in NaN counts as the worst.
        private static double MedianOf(IEnumerable<double> numbers)
        {
            double[] sorted = [.. numbers.Select(n => double.IsNaN(n) ? double.PositiveInfinity : n).Order()];
            return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        }
    }
}
