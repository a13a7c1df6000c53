using CourseLabs.Backprop.Neurons;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Plots;

namespace CourseLabs.Labs;

/// <summary>COURSE E2: one perceptron learns AND and OR; for XOR it tries in vain, and the proof says that it must.</summary>
public sealed class LogicGatesExample : OldExample
{
    /// <summary>When training gives up.</summary>
    public static ExampleOption<int> Epochs { get; } =
        ExampleOption.WholeNumber("epochs", 1000, "after how many epochs training gives up", min: 1, max: 100_000);

    /// <summary>The learning rate.</summary>
    public static ExampleOption<double> LearningRate { get; } =
        ExampleOption.Number("lr", 0.1, "the learning rate of the perceptron", min: 1e-6, max: 1e6);

    /// <inheritdoc/>
    public override string Id => "E2";

    /// <inheritdoc/>
    public override string Name => "logic-gates";

    /// <inheritdoc/>
    public override string Lab => "01-neurons";

    /// <inheritdoc/>
    public override string Title => "What one perceptron can learn";

    /// <inheritdoc/>
    public override string Description =>
        "A perceptron learns AND and OR, and is still wrong about XOR when it gives up. That it must fail is proved by going through " +
        "all 16 gates: 14 have weights, and XOR and its contrary have a contradiction, the sum of the inequalities that weights would " +
        "have to meet.";

    /// <inheritdoc/>
    public override IReadOnlyList<ExampleOption> Options => [Epochs, LearningRate];

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        bool slides = context.HasDefault(Epochs, LearningRate);
        Random random = Results.Generator(context.Seed);
        (string Name, LogicGate Gate, Perceptron Perceptron, PerceptronTraining Training)[] runs =
            [.. new[] { ("AND", LogicGate.And), ("OR", LogicGate.Or), ("XOR", LogicGate.Xor) }.Select(g => Learn(g.Item1, g.Item2))];
        (LogicGate Gate, IReadOnlyList<int>? Weights, IReadOnlyList<int>? Refutation)[] proofs =
            [.. LogicGate.All.Select(gate => (gate, gate.FindWeights(), gate.FindRefutation()))];

        var errors = new Plot("Wrong answers an epoch", "epoch", "wrong answers of 4");
        return new(Title)
        {
            Figures =
            [
                .. runs.Select(r => Figure.Compared(
                    slides || r.Gate == LogicGate.Xor,
                    $"{r.Name} is learned",
                    r.Gate == LogicGate.Xor ? "no" : "yes",
                    r.Training.End == PerceptronEnd.Converged ? "yes" : "no",
                    0,
                    "slide: a line parts AND's and OR's corners, none XOR's")),
                .. runs.Select(r => Figure.Plain($"epochs for {r.Name}", r.Training.Errors.Count)),
                Figure.Plain("XOR's training ends because", runs[2].Training.End switch
                {
                    PerceptronEnd.Cycles => "the weights came back to where they had been, so it would go on for ever",
                    PerceptronEnd.LimitReached => "the limit was reached",
                    _ => "there were no errors",
                }),
                Figure.Holds("XOR has a wrong answer in every epoch", runs[2].Training.Errors.Min() > 0,
                    "mathematics: without one the weights would be XOR's"),
                new("gates of 16 that have weights", 14,
                    proofs.Count(p => p.Weights is not null), 0, "mathematics: by exhaustion"),
                new("gates of 16 that are refuted", 2,
                    proofs.Count(p => p.Refutation is not null), 0, "mathematics: by exhaustion; XOR and its contrary"),
                new("XOR's refutation k, sum k t (1, x) = 0", new double[] { 1, 1, 1, 1 },
                    Doubles(LogicGate.Xor.FindRefutation()!), 0, "mathematics: added up, the four inequalities read 0 > 0"),
            ],
            Tables =
            [
                new("gates", "The 16 gates: weights of a perceptron, or a refutation", ["y at (0,0) (1,0) (0,1) (1,1)", "w0 w1 w2", "k"],
                    [.. proofs.Select(p => (string[])[Text(p.Gate.Targets), Text(p.Weights), Text(p.Refutation)])]),
            ],
            Pictures =
            [
                new("lines", new PlotGrid(
                    "The perceptrons' lines after training",
                    runs.Select(r => DecisionChart.Of(
                        $"{r.Name}, {r.Training.Errors.Count} epochs", LogicGate.Inputs, r.Gate.Targets, r.Perceptron.Scores(-0.5, 1.5))),
                    columns: 3)),
                new("errors", runs.Aggregate(errors, (chart, r) => chart.Line(r.Name, r.Training.Errors.Take(50)))),
            ],
        };

        (string, LogicGate, Perceptron, PerceptronTraining) Learn(string name, LogicGate gate)
        {
            var perceptron = new Perceptron(2, random);
            PerceptronTraining training =
                perceptron.Train(LogicGate.Inputs, gate.Targets, context.Get(LearningRate), context.Get(Epochs));
            return (name, gate, perceptron, training);
        }
    }

    private static double[] Doubles(IEnumerable<int> numbers) => [.. numbers.Select(n => (double)n)];

    private static string Text(IReadOnlyList<int>? numbers) => numbers is null ? "" : string.Join(' ', numbers);
}
