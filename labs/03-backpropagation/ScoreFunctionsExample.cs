using CourseLabs.Backprop.Gradients;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Matrices;
using CourseLabs.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>COURSE B2: the linear score function and the networks of two and three layers, by hand and in TorchSharp.</summary>
public sealed class ScoreFunctionsExample : BackpropagationExample
{
    /// <summary>How many numbers an image has.</summary>
    public static ExampleOption<int> Inputs { get; } =
        ExampleOption.WholeNumber("inputs", 3072, "how many numbers x has; 3072 is a color image of 32 x 32 pixels", min: 1, max: 100_000);

    /// <summary>The size of the hidden layers.</summary>
    public static ExampleOption<int> Hidden { get; } =
        ExampleOption.WholeNumber("hidden", 100, "the size of each hidden layer", min: 1, max: 1000);

    /// <summary>How many classes have a score.</summary>
    public static ExampleOption<int> Classes { get; } =
        ExampleOption.WholeNumber("classes", 10, "how many scores f has", min: 1, max: 1000);

    /// <inheritdoc/>
    public override string Id => "B2";

    /// <inheritdoc/>
    public override string Name => "score-functions";

    /// <inheritdoc/>
    public override string Title => "From a linear score to a 3-layer network";

    /// <inheritdoc/>
    public override string Description =>
        "f = W x, f = W2 max(0, W1 x) and f = W3 max(0, W2 max(0, W1 x)): scores and gradients of the sum of their squares, by hand and " +
        "in TorchSharp. The slide has no numbers: x and the weights are drawn from N(0, 1), the weights over the root of their inputs.";

    /// <inheritdoc/>
    public override IReadOnlyList<ExampleOption> Options => [Inputs, Hidden, Classes];

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        int inputs = context.Get(Inputs), hidden = context.Get(Hidden), classes = context.Get(Classes);
        manual_seed(context.Seed);
        Matrix x = Randn(inputs, 1);
        Matrix w = Weight(classes, inputs);
        Matrix w1 = Weight(hidden, inputs), w2 = Weight(hidden, hidden), w3 = Weight(classes, hidden);

        Matrix linear = ScoreFunctions.Linear(w, x);
        Matrix two = ScoreFunctions.TwoLayers(w1, w3, x);
        Matrix three = ScoreFunctions.ThreeLayers(w1, w2, w3, x);
        // With L = 1/2 sum f^2 the gradient by the scores is f itself.
        Compared[] networks =
        [
            new("f = W x", linear, ScoreFunctions.LinearGradients(x, linear), x, t => t[0].matmul(t[1]), w),
            new(
                "f = W2 max(0, W1 x)", two, ScoreFunctions.TwoLayersGradients(w1, w3, x, two), x,
                t => t[1].matmul(t[0].matmul(t[2]).relu()), w1, w3),
            new(
                "f = W3 max(0, W2 max(0, W1 x))", three, ScoreFunctions.ThreeLayersGradients(w1, w2, w3, x, three), x,
                t => t[2].matmul(t[1].matmul(t[0].matmul(t[3]).relu()).relu()), w1, w2, w3),
        ];
        return new(Title)
        {
            Figures = [.. networks.SelectMany(n => n.Figures)],
            Tables =
            [
                new(
                    "networks", "The networks", ["score function", "weights", "parameters"],
                    [.. networks.Select(n => (string[])[n.Name, n.Shapes, NumberText.Of(n.Parameters)])]),
            ],
        };
    }

    private static Matrix Weight(int outputs, int inputs) => Randn(outputs, inputs) / Math.Sqrt(inputs);

    // One network's scores and gradients by hand beside TorchSharp's.
    private sealed class Compared
    {
        private readonly Matrix[] weights;

        public Compared(string name, Matrix scores, Matrix[] byHand, Matrix x, Func<Tensor[], Tensor> network, params Matrix[] weights)
        {
            (Name, this.weights) = (name, weights);
            using DisposeScope scope = NewDisposeScope();
            Tensor column = x.ToTensor();
            Matrix torchs = new(0, 0);
            (_, Matrix[] gradients) = MatrixTensors.Autograd(
                t =>
                {
                    Tensor f = network([.. t, column]);
                    torchs = f.ToMatrix();
                    return 0.5 * f.pow(2).sum();
                },
                weights);
            Figures =
            [
                new($"scores of {name}", torchs.Values.ToArray(), scores.Values.ToArray(), Sums, "TorchSharp, float64"),
                new(
                    $"largest gradient error of {name}", 0, byHand.Zip(gradients, GradientError.Relative).Max(), Sums,
                    $"{Source}; ||a-b|| / max(||a||, ||b||) of a weight matrix"),
            ];
        }

        // Thousands of products are added up in another order than torch's.
        private const double Sums = 1e-12;

        public string Name { get; }

        public Figure[] Figures { get; }

        public string Shapes => string.Join(", ", weights.Select(w => w.Shape));

        public int Parameters => weights.Sum(w => w.Values.Length);
    }
}
