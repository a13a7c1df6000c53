using CourseLabs.Backprop.Gradients;
using CourseLabs.Examples;
using CourseLabs.Matrices;
using CourseLabs.Torch;
using TorchSharp;
using static CourseLabs.Labs.SigmoidAutograd;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// cs231n's "[Neural Networks]" (COURSE B2): the scores of ScoreFunctions.cs.
public sealed class ScoreFunctionsExample() : Example<ScoreFunctionsExample.Settings>(
    "B2", "score-functions", "03-backpropagation", "From a linear score to a 3-layer network",
    "f = W x, f = W2 max(0, W1 x) and f = W3 max(0, W2 max(0, W1 x)): scores and gradients of the sum of their squares, by hand and " +
    "in TorchSharp. The slide has no numbers: x and the weights are drawn from N(0, 1), the weights over the root of their inputs.")
{
    public sealed record Settings(
        [Option("how many numbers x has; 3072 is a color image of 32 x 32 pixels", Min = 1, Max = 100_000)] int Inputs = 3072,
        [Option("the size of each hidden layer", Min = 1, Max = 1000)] int Hidden = 100,
        [Option("how many scores f has", Min = 1, Max = 1000)] int Classes = 10);

    // Thousands of products are added up in another order than torch's.
    private const double Sums = 1e-12;

    private sealed record Network(string Name, Matrix[] Weights, Matrix Scores, Matrix[] Gradients, Func<Tensor[], Tensor, Tensor> InTorch);

    public override ExampleResult Run(Settings settings, ExampleRun run)
    {
        (var inputs, var hidden, var classes) = (settings.Inputs, settings.Hidden, settings.Classes);
        manual_seed(run.Seed);
        var x = Randn(inputs, 1);
        var w = Weight(classes, inputs);
        Matrix w1 = Weight(hidden, inputs), w2 = Weight(hidden, hidden), w3 = Weight(classes, hidden);

        var linear = ScoreFunctions.Linear(w, x);
        var two = ScoreFunctions.TwoLayers(w1, w3, x);
        var three = ScoreFunctions.ThreeLayers(w1, w2, w3, x);
        // With L = 1/2 sum f^2 the gradient by the scores is f itself.
        Network[] networks =
        [
            new("f = W x", [w], linear, ScoreFunctions.LinearGradients(x, linear), (w, x) => w[0].matmul(x)),
            new(
                "f = W2 max(0, W1 x)", [w1, w3], two, ScoreFunctions.TwoLayersGradients(w1, w3, x, two),
                (w, x) => w[1].matmul(w[0].matmul(x).relu())),
            new(
                "f = W3 max(0, W2 max(0, W1 x))", [w1, w2, w3], three, ScoreFunctions.ThreeLayersGradients(w1, w2, w3, x, three),
                (w, x) => w[2].matmul(w[1].matmul(w[0].matmul(x).relu()).relu())),
        ];
        return new(Title)
        {
            Figures = [.. networks.SelectMany(network => Figures(network, x))],
            Tables =
            [
                Table.Of(
                    "networks", "The networks", networks,
                    ("score function", n => n.Name), ("weights", n => string.Join(", ", n.Weights.Select(w => w.Shape))),
                    ("parameters", n => n.Weights.Sum(w => w.Values.Length))),
            ],
        };
    }

    private static Matrix Weight(int outputs, int inputs) => Randn(outputs, inputs) / Math.Sqrt(inputs);

    private static Figure[] Figures(Network network, Matrix x)
    {
        using var scope = NewDisposeScope();
        var column = x.ToTensor();
        double[] scores = [];
        (_, var autograd) = MatrixTensors.Autograd(
            weights =>
            {
                var f = network.InTorch(weights, column);
                scores = f.ToMatrix().Values.ToArray();
                return 0.5 * f.pow(2).sum();
            },
            network.Weights);
        return
        [
            Figure.Of(
                $"scores of {network.Name}", network.Scores.Values.ToArray(), expected: scores, tolerance: Sums,
                source: "TorchSharp, float64"),
            Figure.Of(
                $"largest gradient error of {network.Name}", Largest.Of(network.Gradients.Zip(autograd, GradientError.Relative)),
                expected: 0, tolerance: Sums, source: $"{Source}; ||a-b|| / max(||a||, ||b||) of a weight matrix"),
        ];
    }
}
