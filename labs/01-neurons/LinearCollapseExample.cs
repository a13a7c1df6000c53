using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Initializers;
using CourseLabs.Backprop.Networks;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Matrices;
using CourseLabs.Plots;
using CourseLabs.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>COURSE A1: four layers without activations are one affine map W x + b; one hidden layer with an activation is not.</summary>
public sealed class LinearCollapseExample : OldExample
{
    /// <inheritdoc/>
    public override string Id => "A1";

    /// <inheritdoc/>
    public override string Name => "linear-collapse";

    /// <inheritdoc/>
    public override string Lab => "01-neurons";

    /// <inheritdoc/>
    public override string Title => "A deep network without activations";

    /// <inheritdoc/>
    public override string Description =>
        "Four layers of random weights, y = w4(w3(w2(w1 x + b1) + b2) + b3) + b4, are multiplied out to a single W and b that give the " +
        "same y. The \"non-deep\" network of the slide, y = w2 sigmoid(w1 x + b1) + b2, bends, and so do the four layers once " +
        "sigmoids stand between them.";

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Random random = Results.Generator(context.Seed);
        Network deep = Draw([1, 4, 4, 4, 1], () => new Identity(), random);
        Network nonDeep = Draw([1, 4, 1], () => new Sigmoid(), random);
        var deepWithSigmoids = new Network(
            [.. deep.Layers.Select((l, i) => new Dense(l.Weight.Value, l.Bias!.Value, i < 3 ? new Sigmoid() : new Identity()))]);

        Matrix x = Matrix.FromRow(Grid.Between(-5, 5, 201)).T;
        Matrix y = deep.Forward(x);
        (Matrix w, Matrix b) = Collapse(deep);
        Matrix collapsed = x.Dot(w) + b;
        const string nonLinearity = "slide: activation functions add the non-linearity";

        return new(Title)
        {
            Figures =
            [
                new("parameters of the deep network", 53,
                    deep.Parameters.Sum(p => p.Value.Values.Length), 0, "mathematics: 4+4 + 16+4 + 16+4 + 4+1"),
                new("parameters that are left", 2, w.Values.Length + b.Values.Length, 0, "mathematics: W and b"),
                new("largest |deep - (W x + b)| / largest |y|", 0,
                    Results.LargestDifference(y, collapsed) / Results.Largest(y), 1e-12, "COURSE A1: equal to 1e-12"),
                new("the same with the deep network in TorchSharp", 0,
                    Results.LargestDifference(InTorch(deep, x), collapsed) / Results.Largest(y), 1e-12, "COURSE A1: equal to 1e-12"),
                new("bend of the deep network", 0, Bend(y), 1e-12, "mathematics: an affine map has none"),
                Figure.Holds("the non-deep network bends", Bend(nonDeep.Forward(x)) > 1e-3, nonLinearity),
                Figure.Holds("so does the deep network with sigmoids", Bend(deepWithSigmoids.Forward(x)) > 1e-6, nonLinearity),
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

    // A row x stands left of its weight, so the slide's w4(w3(w2(w1 x + b1) + b2) + b3) + b4 is ((x W1 + b1) W2 + b2) W3 + ...
    private static (Matrix W, Matrix B) Collapse(Network network)
    {
        Matrix w = network.Layers[0].Weight.Value, b = network.Layers[0].Bias!.Value;
        foreach (Dense layer in network.Layers.Skip(1))
        {
            w = w.Dot(layer.Weight.Value);
            b = b.Dot(layer.Weight.Value) + layer.Bias!.Value;
        }

        return (w, b);
    }

    private static Matrix InTorch(Network network, Matrix x)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor y = x.ToTensor();
        foreach (Dense layer in network.Layers)
            y = nn.functional.linear(y, layer.Weight.Value.ToTensor().t(), layer.Bias!.Value.ToTensor().flatten());
        return y.ToMatrix();
    }

    // How far y leaves the straight line between its ends, as a part of the largest |y|.
    private static double Bend(Matrix y)
    {
        double[] chord = Grid.Between(y[0, 0], y[y.Rows - 1, 0], y.Rows);
        return Results.LargestDifference(y, Matrix.FromRow(chord).T) / Results.Largest(y);
    }

    private static Network Draw(int[] widths, Func<Activation> hidden, Random random) =>
        Network.Create(widths, hidden, () => new Identity(), Initialize.Normal(), random, Initialize.Normal());

    private static Plot Drawn(string title, string name, Matrix x, Matrix y) =>
        new Plot(title, "x", "y").Line(name, x.Values.ToArray(), y.Values.ToArray());

    private static IEnumerable<double> Every(int n, Matrix values) => values.Values.ToArray().Where((_, i) => i % n == 0);
}
