using CourseLabs.Backprop.Gradients;
using CourseLabs.Examples;
using CourseLabs.Matrices;
using static CourseLabs.Labs.SigmoidAutograd;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// "은닉층이 여러 개일 경우의 오차 역전파" (backpropagation with several hidden layers) (COURSE C5): the rules of ThreeRules.cs.
public sealed class AnyDepthExample() : Example<AnyDepthExample.Settings>(
    "C5", "any-depth", "03-backpropagation", "Any number of hidden layers, by three rules",
    "The appendix asks how to implement backpropagation for more hidden layers: the output's loss, a hidden layer's loss from the " +
    "next one's, and dW = prev' loss, db = loss. Written out for two hidden layers as on the slide, and in a loop for every depth, " +
    "beside autograd. Weights, inputs and targets are drawn from N(0, 1).")
{
    public sealed record Settings(
        [Option("the largest number of hidden layers", Min = 1, Max = 50)] int Depth = 6,
        [Option("the size of each hidden layer", Min = 1, Max = 1000)] int Width = 10);

    private const int Batch = 8, Inputs = 6, Outputs = 4;

    private sealed record Row(int Hidden, string Parameter, double Norm, double Error);

    public override ExampleResult Run(Settings settings, ExampleRun run)
    {
        manual_seed(run.Seed);
        Row[] rows =
        [
            .. Enumerable.Range(1, settings.Depth).SelectMany(hidden => Compare(ThreeRules.AnyDepth, Batch, hidden, settings.Width)),
        ];
        var writtenOut = Compare(ThreeRules.TwoHiddenLayers, 1, 2, settings.Width);
        return new(Title)
        {
            Figures =
            [
                LargestError("the slide's two hidden written out", writtenOut),
                .. rows.GroupBy(row => row.Hidden).Select(depth => LargestError($"{depth.Key} hidden", depth)),
            ],
            Tables =
            [
                Table.Of(
                    "errors", "Every weight and bias", rows,
                    ("hidden layers", row => row.Hidden), ("parameter", row => row.Parameter),
                    ("||gradient||", row => row.Norm), ("error against autograd", row => row.Error)),
            ],
        };
    }

    private static Figure LargestError(string of, IEnumerable<Row> rows) => Figure.Of(
        $"largest gradient error, {of}", Largest.Of(rows.Select(row => row.Error)), expected: 0, tolerance: 1e-12,
        source: $"{Source}; ||a-b|| / max(||a||, ||b||) of a weight or bias");

    private static Row[] Compare(Func<Matrix, Matrix, Matrix[], Matrix[]> byHand, int batch, int hidden, int width)
    {
        Matrix x = Randn(batch, Inputs), target = Randn(batch, Outputs);
        int[] widths = [Inputs, .. Enumerable.Repeat(width, hidden), Outputs];
        // W2, b2, W3, b3, ... with the deck's randn / sqrt(n_in) (COURSE C4).
        Matrix[] weights =
            [.. widths.Zip(widths.Skip(1)).SelectMany(n => (Matrix[])[Randn(n.First, n.Second) / Math.Sqrt(n.First), Randn(1, n.Second)])];
        Matrix[] ours = byHand(x, target, weights), autograd = Of(x, target, weights).Gradients;
        return
        [
            .. ours.Select((gradient, i) => new Row(
                hidden, $"{(i % 2 == 0 ? "W" : "b")}{(i / 2) + 2} {gradient.Shape}", gradient.Norm,
                GradientError.Relative(gradient, autograd[i]))),
        ];
    }
}
