using CourseLabs.Backprop.Neurons;
using CourseLabs.Examples;
using CourseLabs.Plots;

namespace CourseLabs.Labs;

// "단일 퍼셉트론의 한계" (the limits of a single perceptron) (COURSE E2).
public sealed class LogicGatesExample() : Example<LogicGatesExample.Settings>(
    "E2", "logic-gates", "01-neurons", "What one perceptron can learn",
    "A perceptron learns AND and OR, and is still wrong about XOR when it gives up. That it must fail is proved by going through " +
    "all 16 gates: 14 have weights, and XOR and its contrary have a contradiction, the sum of the inequalities that weights would " +
    "have to meet.")
{
    public sealed record Settings(
        [Option("after how many epochs training gives up", Min = 1, Max = 100_000)] int Epochs = 1000,
        [Option("the learning rate of the perceptron", Name = "lr", Min = 1e-6, Max = 1e6)] double LearningRate = 0.1);

    internal sealed record Trained(string Name, LogicGate Gate, Perceptron Perceptron, PerceptronTraining Training)
    {
        public static Trained Of(string name, LogicGate gate, Settings settings, Random random)
        {
            var perceptron = new Perceptron(2, random);
            return new(name, gate, perceptron, perceptron.Train(LogicGate.Inputs, gate.Targets, settings.LearningRate, settings.Epochs));
        }

        // XOR's must end without having learned it whatever the settings.
        public Figure IsLearned(bool when) => Figure.Of(
            $"{Name} is learned", Training.End == PerceptronEnd.Converged, expected: Name != "XOR", when: when || Name == "XOR",
            source: "slide: a line parts AND's and OR's corners, none XOR's");
    }

    public override ExampleResult Run(Settings settings, ExampleRun run)
    {
        var random = run.Generator();
        var and = Trained.Of("AND", LogicGate.And, settings, random);
        var or = Trained.Of("OR", LogicGate.Or, settings, random);
        var xor = Trained.Of("XOR", LogicGate.Xor, settings, random);
        Trained[] all = [and, or, xor];
        (LogicGate Gate, IReadOnlyList<int>? Weights, IReadOnlyList<int>? Refutation)[] proofs =
            [.. LogicGate.All.Select(gate => (gate, gate.FindWeights(), gate.FindRefutation()))];

        return new(Title)
        {
            Figures =
            [
                .. all.Select(t => t.IsLearned(when: settings == new Settings())),
                .. all.Select(t => Figure.Of($"epochs for {t.Name}", t.Training.Errors.Count)),
                Figure.Of("XOR's training ends because", xor.Training.End switch
                {
                    PerceptronEnd.Cycles => "the weights came back to where they had been, so it would go on for ever",
                    PerceptronEnd.LimitReached => "the limit was reached",
                    _ => "there were no errors",
                }),
                Figure.Of(
                    "XOR has a wrong answer in every epoch", xor.Training.Errors.Min() > 0,
                    expected: true, source: "mathematics: without one the weights would be XOR's"),
                Figure.Of(
                    "gates of 16 that have weights", proofs.Count(p => p.Weights is not null),
                    expected: 14, source: "mathematics: all but XOR and its contrary are linearly separable"),
                Figure.Of(
                    "gates of 16 that are refuted", proofs.Count(p => p.Refutation is not null),
                    expected: 2, source: "mathematics: XOR and its contrary"),
                Figure.Of(
                    "XOR's refutation k, sum k t (1, x) = 0", LogicGate.Xor.FindRefutation()!.Select(k => (double)k).ToArray(),
                    expected: new double[] { 1, 1, 1, 1 }, source: "mathematics: added up, the four inequalities read 0 > 0"),
            ],
            Tables =
            [
                Table.Of(
                    "gates", "The 16 gates: weights of a perceptron, or a refutation", proofs,
                    ("y at (0,0) (1,0) (0,1) (1,1)", p => Text(p.Gate.Targets)), ("w0 w1 w2", p => Text(p.Weights)),
                    ("k", p => Text(p.Refutation))),
            ],
            Pictures =
            [
                new("lines", new PlotGrid("The perceptrons' lines after training", all.Select(Line), columns: 3)),
                new("errors", all.Aggregate(
                    new Plot("Wrong answers an epoch", "epoch", "wrong answers of 4"),
                    (chart, t) => chart.Line(t.Name, t.Training.Errors.Take(50)))),
            ],
        };
    }

    private static Plot Line(Trained t) => DecisionChart.Of(
        $"{t.Name}, {t.Training.Errors.Count} epochs", LogicGate.Inputs, t.Gate.Targets,
        Grid.Of((-0.5, 1.5), (-0.5, 1.5), (x1, x2) => t.Perceptron.Score(x1, x2)));

    private static string Text(IReadOnlyList<int>? numbers) => numbers is null ? "" : string.Join(' ', numbers);
}
