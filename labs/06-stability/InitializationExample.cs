using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Plots;
using CourseLabs.Torch;
using TorchSharp;
using Outputs = System.Collections.Generic.Dictionary<(string Activation, string Scheme), CourseLabs.Labs.LayerOutputs>;

namespace CourseLabs.Labs;

/// <summary>COURSE D5: seven ways to draw the first weights, and what comes out of each layer of a deep stack with each of them.</summary>
public sealed class InitializationExample : OldExample
{
    private const int Batch = 200;

    /// <summary>How many layers.</summary>
    public static ExampleOption<int> Depth { get; } =
        ExampleOption.WholeNumber("depth", 10, "how many layers the stack has", min: 2, max: 100);

    /// <summary>How wide the layers are.</summary>
    public static ExampleOption<int> Width { get; } =
        ExampleOption.WholeNumber("width", 400, "how many neurons a layer has", min: 1, max: 2000, quick: 100);

    /// <inheritdoc/>
    public override string Id => "D5";

    /// <inheritdoc/>
    public override string Name => "initialization";

    /// <inheritdoc/>
    public override string Lab => "06-stability";

    /// <inheritdoc/>
    public override string Title => "Initialization: Xavier, He and the others";

    /// <inheritdoc/>
    public override string Description =>
        "Seven ways to draw the first weights, with tensors and by hand: the variances are the formulas'. Then what comes out of each " +
        "layer of a deep stack of sigmoid, tanh and ReLU: with normal(0, 1) the sums saturate or explode, with normal(0, 0.01) the " +
        "outputs shrink to nothing. Xavier's weights keep tanh alive but lose half of the variance in each layer of ReLU, which is what " +
        "He's factor 2 makes good. Beware of init.xavier_normal_: TorchSharp 0.107.0 draws it from the uniform distribution, of the same " +
        "variance, so the example draws Xavier's normal weights with normal_.";

    /// <inheritdoc/>
    public override IReadOnlyList<ExampleOption> Options => [Depth, Width];

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        torch.Device device = Devices.Find(context.Device);
        IReadOnlyList<InitializationScheme> schemes = InitializationScheme.All;
        DrawnWeights[] drawn = [.. schemes.Select(scheme => DrawnWeights.Draw(scheme, context.Seed))];
        var outputs = new Outputs();
        foreach (NamedActivation activation in NamedActivation.All)
        {
            foreach (InitializationScheme scheme in schemes)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                outputs[(activation.Name, scheme.Name)] =
                    LayerOutputs.Compute(context.Seed, scheme, activation.Apply, context.Get(Depth), context.Get(Width), Batch, device);
                context.Progress?.Invoke(new(outputs.Count - 1, NamedActivation.All.Count * schemes.Count, "stack"));
            }
        }

        bool isSlides = context.Seed == 0 && context.HasDefault(Depth, Width);
        return new(Title)
        {
            Figures = [.. WeightFigures(drawn), .. ReluFigures(outputs, isSlides)],
            Tables = [WeightTable(drawn)],
            Pictures =
            [
                .. NamedActivation.All.Select(f => new NamedPicture(
                    $"variance-{f.Name}", VarianceChart($"{f.Name}: variance of each layer's outputs", f.Name, schemes, outputs))),
                .. NamedActivation.All.Select(f => new NamedPicture($"histograms-{f.Name}", OutputHistograms.Of(f.Name, outputs))),
                new("xavier-and-he", VarianceChart(
                    "ReLU: Xavier's weights lose half of the variance a layer", "relu", schemes.Where(IsXavierOrHe), outputs)),
            ],
        };
    }

    private static IEnumerable<Figure> WeightFigures(DrawnWeights[] drawn) =>
    [
        .. drawn.Select((d, i) => new Figure(
            $"{InitializationScheme.All[i].Name}: variance by the formula's, torch and by hand",
            new double[] { 1, 1 }, new[] { d.Torch / d.Formula, d.ByHand / d.Formula }, DrawnWeights.Tolerance,
            "mathematics; tolerance: five standard errors of the sample")),
        .. drawn.Select((d, i) => (Drawn: d, Scheme: InitializationScheme.All[i])).Where(d => d.Scheme.IsUniform).Select(d => new Figure(
            $"{d.Scheme.Name}: largest |weight| by the bound, torch and by hand", new double[] { 1, 1 },
            new[] { d.Drawn.LargestTorch, d.Drawn.LargestByHand }.Select(largest => largest / Math.Sqrt(3 * d.Drawn.Formula)).ToArray(),
            1e-3, "COURSE D5: the bound is sqrt(6 / (n_in + n_out)); He's is sqrt(6 / n_in)")),
    ];

    // With zero-mean weights of variance v a ReLU passes on n v / 2 of the mean square that it gets, for any width n: K. He et al., 2015.
    private static IEnumerable<Figure> ReluFigures(Outputs outputs, bool isSlides) =>
        InitializationScheme.All.Where(IsXavierOrHe)
            .Select(scheme => Figure.Compared(
                isSlides, $"ReLU, {scheme.Name}: factor of the variance a layer",
                scheme.Variance(1, 1) / 2, outputs[("relu", scheme.Name)].FactorALayer, 0.1,
                "mathematics (He et al., 2015); 9 layers of width 400 scatter by 0.03"));

    private static Table WeightTable(DrawnWeights[] drawn) => new(
        "weights",
        $"Variance of {DrawnWeights.Outputs} x {DrawnWeights.Inputs} weights (n_out x n_in)",
        ["scheme", "formula", "torch", "by hand"],
        [
            .. drawn.Select((d, i) => (string[])
                [InitializationScheme.All[i].Name, .. NumberText.Row(d.Formula, d.Torch, d.ByHand)]),
        ]);

    private static bool IsXavierOrHe(InitializationScheme scheme) =>
        scheme.Name.StartsWith("Xavier", StringComparison.Ordinal) || scheme.Name.StartsWith("He", StringComparison.Ordinal);

    private static Plot VarianceChart(string title, string activation, IEnumerable<InitializationScheme> schemes, Outputs outputs) =>
        schemes.Aggregate(
            new Plot(title, "layer", "variance", logY: true),
            (chart, scheme) =>
            {
                double[] variance = outputs[(activation, scheme.Name)].Variance;
                return chart.Line(scheme.Name, Enumerable.Range(1, variance.Length), variance);
            });
}
