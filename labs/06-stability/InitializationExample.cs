using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Initializers;
using CourseLabs.Backprop.Networks;
using CourseLabs.Examples;
using CourseLabs.Plots;
using CourseLabs.Torch;
using TorchSharp;
using static TorchSharp.torch;
using Outputs = System.Collections.Generic.Dictionary<(string Activation, string Scheme), CourseLabs.Labs.LayerOutputs>;

namespace CourseLabs.Labs;

// "4.8 수치적 안정성 및 초기화" (numerical stability and initialization), "Default initialization" and "Xavier initialization" (COURSE D5): the
// draws of Initializations.cs.
public sealed class InitializationExample() : Example<InitializationExample.Settings>(
    "D5", "initialization", "06-stability", "Initialization: Xavier, He and the others",
    "Seven ways to draw the first weights, with tensors and by hand: the variances are the formulas'. Then what comes out of each " +
    "layer of a deep stack of sigmoid, tanh and ReLU: with normal(0, 1) the sums saturate or explode, with normal(0, 0.01) the " +
    "outputs shrink to nothing. Xavier's weights keep tanh alive but lose half of the variance in each layer of ReLU, which is what " +
    "He's factor 2 makes good. Beware of init.xavier_normal_: TorchSharp 0.107.0 draws it from the uniform distribution, of the same " +
    "variance, so the example draws Xavier's normal weights with normal_.")
{
    // n_in is more than n_out, so that He's and Xavier's variances differ by more than 2.
    private const int Inputs = 500, Outs = 300, Batch = 200;

    public sealed record Settings(
        [Option("how many layers the stack has", Min = 2, Max = 100)] int Depth = 10,
        [Option("how many neurons a layer has", Min = 1, Max = 2000, Quick = 100)] int Width = 400);

    public override ExampleResult Run(Settings settings, ExampleRun run)
    {
        DrawnWeights[] drawn = [.. Initializations.All.Select(scheme => DrawnWeights.Draw(scheme, run.Seed))];
        var outputs = new Outputs();
        foreach (var f in NamedActivation.All)
        {
            foreach (var scheme in Initializations.All)
            {
                run.Progress.Report(outputs.Count, NamedActivation.All.Count * Initializations.All.Count, "stack");
                manual_seed(run.Seed);
                outputs[(f.Name, scheme.Name)] =
                    LayerOutputs.Run(scheme, f.Apply, settings.Depth, settings.Width, Batch, Devices.Find(run.Device));
            }
        }

        return new(Title)
        {
            Figures =
            [
                .. drawn.Select(d => d.VarianceFigure()),
                .. drawn.Where(d => d.Scheme.IsUniform).Select(d => d.BoundFigure()),
                .. XavierAndHe.Select(s => FactorFigure(s, outputs[("relu", s.Name)], settings == new Settings())),
            ],
            Tables =
            [
                Table.Of(
                    "weights", $"Variance of {Outs} x {Inputs} weights (n_out x n_in)", drawn,
                    ("scheme", d => d.Scheme.Name), ("formula", d => d.Formula), ("torch", d => d.Torch), ("by hand", d => d.ByHand)),
            ],
            Pictures =
            [
                .. NamedActivation.All.Select(f => new NamedPicture(
                    $"variance-{f.Name}", VarianceChart($"{f.Name}: variance of each layer's outputs", f.Name, Initializations.All))),
                .. NamedActivation.All.Select(f => new NamedPicture($"histograms-{f.Name}", Histograms(f.Name, settings.Depth, outputs))),
                new("xavier-and-he", VarianceChart("ReLU: Xavier's weights lose half of the variance a layer", "relu", XavierAndHe)),
            ],
        };

        Plot VarianceChart(string title, string activation, IEnumerable<InitializationScheme> schemes) =>
            schemes.Aggregate(new Plot(title, "layer", "variance", logY: true), (chart, scheme) => chart.Line(
                scheme.Name, Enumerable.Range(1, settings.Depth), outputs[(activation, scheme.Name)].Variance));
    }

    private static IEnumerable<InitializationScheme> XavierAndHe => Initializations.All.Skip(3);

    // With zero-mean weights of variance v a ReLU passes on n v / 2 of the mean square that it gets, for any width n: K. He et al., 2015.
    internal static Figure FactorFigure(InitializationScheme scheme, LayerOutputs ofReLU, bool isDefault)
    {
        var factor = scheme.Variance(1, 1) / 2;
        return Figure.Of(
            $"ReLU, {scheme.Name}: factor of the variance a layer", ofReLU.FactorALayer, expected: factor, tolerance: 0.12 * factor,
            when: isDefault,
            source: "mathematics (He et al., 2015); tolerance: over ten seeds 9 layers of width 400 scatter by 0.028 of it");
    }

    // The well-known picture: a row for an initialization, a column for a layer, from the first to the last. One range for all of an
    // activation; ReLU has no bounds, and what lies beyond 3 is counted in a note.
    private static PlotGrid Histograms(string activation, int depth, Outputs outputs)
    {
        var columns = Math.Min(5, depth);
        (double, double) within = activation switch { "sigmoid" => (0, 1), "tanh" => (-1, 1), _ => (0, 3) };
        return new(
            $"{activation}: outputs of the layers",
            from scheme in (string[])["normal(0, 1)", "normal(0, 0.01)", "Xavier normal", "He normal"]
            from column in Enumerable.Range(0, columns)
            let layer = column * (depth - 1) / (columns - 1)
            select new Plot($"{scheme}, layer {layer + 1}", "output", "count")
                .Histogram("outputs", outputs[(activation, scheme)].Values[layer], bins: 30, within),
            columns);
    }

    // One layer's weights, drawn with tensors and by hand: their variances beside the formula's, and the largest |weights|.
    internal sealed record DrawnWeights(
        InitializationScheme Scheme, double Formula, double Torch, double ByHand, double LargestTorch, double LargestByHand)
    {
        public static DrawnWeights Draw(InitializationScheme scheme, long seed)
        {
            using var scope = NewDisposeScope();
            manual_seed(seed);
            var torchs = empty(Outs, Inputs);
            scheme.Draw(torchs);
            var layer = new Dense(Inputs, Outs, new Identity(), scheme.ByHand, SeededRandom.Of(seed));
            var byHand = layer.Weight.Value.ToTensor();
            double Variance(Tensor w) => w.to(float64).var().item<double>();
            double Largest(Tensor w) => w.to(float64).abs().max().item<double>();
            return new(
                scheme, scheme.Variance(Inputs, Outs), Variance(torchs), Variance(byHand), Largest(torchs), Largest(byHand));
        }

        // A normal sample's variance has the standard error sqrt(2 / n), relatively; a uniform one's is smaller.
        public Figure VarianceFigure() => Figure.Of(
            $"{Scheme.Name}: variance by the formula's, torch and by hand", new[] { Torch / Formula, ByHand / Formula },
            expected: new double[] { 1, 1 }, tolerance: 5 * Math.Sqrt(2.0 / (Inputs * Outs)),
            source: "mathematics; tolerance: five standard errors of the sample");

        // The largest of n draws lies below the bound by 1 / n of it, about: here 7e-6.
        public Figure BoundFigure() => Figure.Of(
            $"{Scheme.Name}: largest |weight| by the bound, torch and by hand",
            new[] { LargestTorch, LargestByHand }.Select(largest => largest / Math.Sqrt(3 * Formula)).ToArray(),
            expected: new double[] { 1, 1 }, tolerance: 1e-4,
            source: Scheme.Name.StartsWith("Xavier", StringComparison.Ordinal)
                ? "slide: U(-sqrt(6 / (n_in + n_out)), +sqrt(6 / (n_in + n_out)))"
                : "mathematics (He et al., 2015): the bound is sqrt(6 / n_in)");
    }
}
