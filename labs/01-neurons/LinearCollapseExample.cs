using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Initializers;
using CourseLabs.Backprop.Networks;
using CourseLabs.Examples;
using CourseLabs.Matrices;
using CourseLabs.Plots;
using CourseLabs.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// "Deep neural network" and "만약 activation function 이 없다면 아래의 식은 결국 linear function." (without an activation function, the
// formula below is in the end a linear function) (COURSE A1).
public sealed class LinearCollapseExample() : Example(
    "A1", "linear-collapse", "01-neurons", "A deep network without activations",
    "Four layers of random weights, y = w4(w3(w2(w1 x + b1) + b2) + b3) + b4, are multiplied out to a single W and b that give the " +
    "same y. The \"non-deep\" network of the slide, y = w2 sigmoid(w1 x + b1) + b2, bends, and so do the four layers once " +
    "sigmoids stand between them.")
{
    public override ExampleResult Run(ExampleRun run)
    {
        var random = run.Generator();
        var deep = Draw([1, 4, 4, 4, 1], () => new Identity(), random);
        var nonDeep = Draw([1, 4, 1], () => new Sigmoid(), random);
        var deepWithSigmoids = new Network(
            [.. deep.Layers.Select((l, i) => new Dense(l.Weight.Value, l.Bias!.Value, i < 3 ? new Sigmoid() : new Identity()))]);

        var x = Matrix.FromRow(Grid.Between(-5, 5, 201)).T;
        var y = deep.Forward(x);
        (var w, var b) = Collapse(deep);
        var collapsed = x.Dot(w) + b;
        const string equal = "mathematics: equal, but for rounding";
        const string nonLinearity = "slide: activation functions add the non-linearity";

        return new(Title)
        {
            Figures =
            [
                Figure.Of(
                    "parameters of the deep network", deep.Parameters.Sum(p => p.Value.Values.Length),
                    expected: 4 + 4 + 16 + 4 + 16 + 4 + 4 + 1, source: "mathematics: 4+4 + 16+4 + 16+4 + 4+1"),
                Figure.Of(
                    "parameters that are left", w.Values.Length + b.Values.Length, expected: 2, source: "mathematics: W and b"),
                Figure.Of("largest |deep - (W x + b)| / largest |y|", Apart(y, collapsed), expected: 0, tolerance: 1e-12, source: equal),
                Figure.Of(
                    "the same with the deep network in TorchSharp", Apart(InTorch(deep, x), collapsed),
                    expected: 0, tolerance: 1e-12, source: equal),
                Figure.Of(
                    "bend of the deep network", Bend(y), expected: 0, tolerance: 1e-12, source: "mathematics: an affine map has none"),
                Figure.Of("the non-deep network bends", Bend(nonDeep.Forward(x)) > 1e-3, expected: true, source: nonLinearity),
                Figure.Of(
                    "so does the deep network with sigmoids", Bend(deepWithSigmoids.Forward(x)) > 1e-6,
                    expected: true, source: nonLinearity),
            ],
            Pictures =
            [
                new("collapse", new PlotGrid(
                    "Without activations a deep network is a line",
                    [
                        Drawn("four layers without activations", "four layers", x, y)
                            .Scatter("W x + b", Every(10, x), Every(10, collapsed)),
                        Drawn("non-deep: w2 sigmoid(w1 x + b1) + b2", "one hidden layer", x, nonDeep.Forward(x)),
                        Drawn("the four layers with sigmoids", "four layers", x, deepWithSigmoids.Forward(x)),
                    ],
                    columns: 3)),
            ],
        };
    }

    internal static Network Draw(int[] widths, Func<Activation> hidden, Random random) =>
        Network.Create(widths, hidden, () => new Identity(), Initialize.Normal(), random, Initialize.Normal());

    // A row x stands left of its weight, so the slide's w4(w3(w2(w1 x + b1) + b2) + b3) + b4 is ((x W1 + b1) W2 + b2) W3 + ...
    internal static (Matrix W, Matrix B) Collapse(Network network)
    {
        Matrix w = network.Layers[0].Weight.Value, b = network.Layers[0].Bias!.Value;
        foreach (var layer in network.Layers.Skip(1))
        {
            w = w.Dot(layer.Weight.Value);
            b = b.Dot(layer.Weight.Value) + layer.Bias!.Value;
        }

        return (w, b);
    }

    internal static double Apart(Matrix y, Matrix collapsed) => Results.LargestDifference(y, collapsed) / Results.Largest(y);

    private static Matrix InTorch(Network network, Matrix x)
    {
        using var scope = NewDisposeScope();
        var y = x.ToTensor();
        foreach (var layer in network.Layers)
            y = nn.functional.linear(y, layer.Weight.Value.ToTensor().t(), layer.Bias!.Value.ToTensor().flatten());
        return y.ToMatrix();
    }

    // How far y leaves the straight line between its ends, as a part of the largest |y|.
    private static double Bend(Matrix y)
    {
        var chord = Grid.Between(y[0, 0], y[y.Rows - 1, 0], y.Rows);
        return Apart(y, Matrix.FromRow(chord).T);
    }

    private static Plot Drawn(string title, string name, Matrix x, Matrix y) =>
        new Plot(title, "x", "y").Line(name, x.Values.ToArray(), y.Values.ToArray());

    private static IEnumerable<double> Every(int n, Matrix values) => values.Values.ToArray().Where((_, i) => i % n == 0);
}
