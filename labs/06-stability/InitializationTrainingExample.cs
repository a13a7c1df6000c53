using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Plots;
using CourseLabs.Torch;
using static TorchSharp.torch;
using Runs = System.Collections.Generic.Dictionary<(string Activation, string Scheme), float[]>;

namespace CourseLabs.Labs;

/// <summary>COURSE D5: how a deep network learns from each of the seven initializations.</summary>
public sealed class InitializationTrainingExample : OldExample
{
    /// <summary>How many hidden layers.</summary>
    public static ExampleOption<int> Depth { get; } =
        ExampleOption.WholeNumber("depth", 8, "how many hidden layers the network has", min: 1, max: 50);

    /// <summary>How wide they are.</summary>
    public static ExampleOption<int> Width { get; } =
        ExampleOption.WholeNumber("width", 32, "how many neurons a hidden layer has", min: 1, max: 1000);

    /// <summary>How often the points are seen.</summary>
    public static ExampleOption<int> Epochs { get; } =
        ExampleOption.WholeNumber("epochs", 150, "how often the network sees all points", min: 2, max: 1_000_000, quick: 30);

    /// <summary>The learning rate.</summary>
    public static ExampleOption<double> LearningRate { get; } =
        ExampleOption.Number("lr", 0.05, "the learning rate of SGD", min: 0);

    /// <inheritdoc/>
    public override string Id => "D5";

    /// <inheritdoc/>
    public override string Name => "initialization-training";

    /// <inheritdoc/>
    public override string Lab => "06-stability";

    /// <inheritdoc/>
    public override string Title => "Training from each initialization";

    /// <inheritdoc/>
    public override string Description =>
        "A network of 8 hidden layers learns which of 200 points of a square lie in a disc, with sigmoid, tanh and ReLU and each of the " +
        "seven initializations. The loss stays at 0.69, that of guessing, where the gradient has vanished, and is no number where it " +
        "exploded.";

    /// <inheritdoc/>
    public override IReadOnlyList<ExampleOption> Options => [Depth, Width, Epochs, LearningRate];

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Device device = Devices.Find(context.Device);
        var losses = new Runs();
        int trainings = NamedActivation.All.Count * InitializationScheme.All.Count;
        foreach (NamedActivation activation in NamedActivation.All)
        {
            foreach (InitializationScheme scheme in InitializationScheme.All)
            {
                float[] run = InitializationTraining.Losses(
                    context.Seed, scheme, activation.MakeModule, context.Get(Depth), context.Get(Width), context.Get(LearningRate),
                    context.Get(Epochs), device, context.Cancellation);
                losses[(activation.Name, scheme.Name)] = run;
                context.Progress?.Invoke(new(losses.Count - 1, trainings, "training", run[^1]));
            }
        }

        return new(Title)
        {
            Figures = Figures(context, losses),
            Tables = [LossTable(losses)],
            Pictures = [.. NamedActivation.All.Select(f => new NamedPicture($"loss-{f.Name}", LossChart(f.Name, losses)))],
        };
    }

    private static Figure[] Figures(ExampleContext context, Runs losses)
    {
        bool isNetwork = context.Seed == 0 && context.HasDefault(Depth, Width, LearningRate);
        float[] he = losses[("relu", "He normal")], small = losses[("relu", "normal(0, 0.01)")];
        return
        [
            Figure.Compared(
                isNetwork && he.Length > 10, "ReLU, He normal: loss after 10 epochs", 0.596348762512207,
                he[Math.Min(10, he.Length - 1)], 1e-3, "PyTorch 1.13, manual_seed(0)"),
            Figure.Plain("ReLU, He normal: last loss", he[^1]),
            Figure.Compared(
                isNetwork && context.HasDefault(Epochs), "ReLU, normal(0, 0.01): last loss",
                InitializationTraining.LossOfGuessing(context.Seed), small[^1], 1e-4,
                "mathematics: the entropy of the classes' shares, which is all that the last bias can learn"),
            Figure.Plain("ReLU, normal(0, 1): last loss", LastLoss.Of(losses[("relu", "normal(0, 1)")])),
        ];
    }

    private static Table LossTable(Runs losses) => new(
        "last-losses",
        "Loss at the end",
        ["scheme", .. NamedActivation.All.Select(f => f.Name)],
        [
            .. InitializationScheme.All.Select(scheme => (string[])
                [scheme.Name, .. NamedActivation.All.Select(f => LastLoss.Of(losses[(f.Name, scheme.Name)]))]),
        ]);

    // What lies far above the others would press them flat: it leaves the plot at the top.
    private static Plot LossChart(string activation, Runs losses)
    {
        var runs = InitializationScheme.All.Select(scheme => (scheme.Name, Losses: losses[(activation, scheme.Name)])).ToList();
        bool Explodes(float[] run) => !run.All(loss => loss <= 10);
        var plot = new Plot($"{activation}: loss from each initialization", "epoch", "cross-entropy", logY: true)
        {
            HighestY = runs.Where(run => !Explodes(run.Losses)).SelectMany(run => run.Losses).DefaultIfEmpty(10).Max(),
        };
        return runs.Aggregate(plot, (p, run) => p.Line(run.Name + (Explodes(run.Losses) ? " (explodes)" : ""), run.Losses));
    }
}
