using CourseLabs.Examples;
using CourseLabs.Plots;
using CourseLabs.Torch;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// "4.8 수치적 안정성 및 초기화" (numerical stability and initialization), "Xavier initialization" (COURSE D5), tried by
// InitializationTraining.cs, for which the deck has no program.
public sealed class InitializationTrainingExample() : Example<InitializationTrainingExample.Settings>(
    "D5", "initialization-training", "06-stability", "Training from each initialization",
    "A network of 8 hidden layers learns which of 200 points of a square lie in a disc, with sigmoid, tanh and ReLU and each of the " +
    "seven initializations. The loss stays at 0.69, that of guessing, where the gradient has vanished, and is no number where it " +
    "exploded.")
{
    public sealed record Settings(
        [Option("how many hidden layers the network has", Min = 1, Max = 50)] int Depth = 8,
        [Option("how many neurons a hidden layer has", Min = 1, Max = 1000)] int Width = 32,
        [Option("how often the network sees all points", Min = 2, Max = 1_000_000, Quick = 30)] int Epochs = 150,
        [Option("the learning rate of SGD", Name = "lr", Min = 0, Max = 1_000_000)] double LearningRate = 0.05);

    private static readonly Settings Default = new();

    public override ExampleResult Run(Settings settings, ExampleRun run)
    {
        var device = Devices.Find(run.Device);
        var losses = new Dictionary<(string Activation, string Scheme), float[]>();
        var allEpochs = (long)settings.Epochs * NamedActivation.All.Count * Initializations.All.Count;
        foreach (var f in NamedActivation.All)
        {
            foreach (var scheme in Initializations.All)
            {
                manual_seed(run.Seed);
                losses[(f.Name, scheme.Name)] = InitializationTraining.Run(
                    scheme, f.MakeModule, settings.Depth, settings.Width, settings.LearningRate, settings.Epochs, device,
                    (epoch, loss) => run.Progress.Report(((long)losses.Count * settings.Epochs) + epoch, allEpochs, "epoch", loss));
            }
        }

        float[] he = losses[("relu", "He normal")], small = losses[("relu", "normal(0, 0.01)")];
        var isDefault = run.Seed == 0 && settings with { Epochs = Default.Epochs } == Default;
        return new(Title)
        {
            Figures =
            [
                Figure.Of(
                    "ReLU, He normal: loss after 10 epochs", he[Math.Min(10, he.Length - 1)], expected: 0.596348762512207,
                    tolerance: 1e-5, when: isDefault && he.Length > 10, source: "PyTorch 1.13, manual_seed(0)"),
                Figure.Of("ReLU, He normal: last loss", he[^1]),
                // From ln 2 = 0.6931 the bias has 150 steps to come so near.
                Figure.Of(
                    "ReLU, normal(0, 0.01): last loss", small[^1], expected: InitializationTraining.LossOfGuessing(run.Seed),
                    tolerance: 1e-5, when: run.Seed == 0 && settings == Default,
                    source: "mathematics: the entropy of the classes' shares, which is all that the last bias can learn"),
                Figure.Of("ReLU, normal(0, 1): last loss", LastLoss.Of(losses[("relu", "normal(0, 1)")])),
            ],
            Tables =
            [
                Table.Of("last-losses", "Loss at the end", Initializations.All,
                [
                    ("scheme", scheme => scheme.Name),
                    .. NamedActivation.All.Select(f =>
                        (f.Name, (Func<InitializationScheme, object>)(scheme => LastLoss.Of(losses[(f.Name, scheme.Name)])))),
                ]),
            ],
            Pictures =
            [
                .. NamedActivation.All.Select(f => new NamedPicture($"loss-{f.Name}", LossChart(
                    f.Name, [.. Initializations.All.Select(scheme => (scheme.Name, losses[(f.Name, scheme.Name)]))]))),
            ],
        };
    }

    // What lies far above the others would press them flat: it leaves the plot at the top.
    private static Plot LossChart(string activation, (string Name, float[] Losses)[] runs)
    {
        bool Explodes(float[] losses) => !losses.All(loss => loss <= 10);
        var plot = new Plot($"{activation}: loss from each initialization", "epoch", "cross-entropy", logY: true)
        {
            HighestY = runs.Where(run => !Explodes(run.Losses)).SelectMany(run => run.Losses).DefaultIfEmpty(10).Max(),
        };
        return runs.Aggregate(plot, (p, run) => p.Line(run.Name + (Explodes(run.Losses) ? " (explodes)" : ""), run.Losses));
    }
}
