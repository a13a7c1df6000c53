using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Networks;
using CourseLabs.Backprop.Scalars;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Matrices;

namespace CourseLabs.Labs;

/// <summary>COURSE B1: what the gates do to a gradient that comes back, and the Jacobian that takes their place for vectors.</summary>
public sealed class GatesExample : OldExample
{
    private const string Slide = "slide: add gate: gradient distributor; max gate: gradient router; mul gate: gradient switcher";

    /// <inheritdoc/>
    public override string Id => "B1";

    /// <inheritdoc/>
    public override string Name => "gates";

    /// <inheritdoc/>
    public override string Lab => "02-computational-graphs";

    /// <inheritdoc/>
    public override string Title => "Gates: distributor, router, switcher";

    /// <inheritdoc/>
    public override string Description =>
        "f = 2 (x y + max(z, w)) at x = 3, y = -4, z = 2, w = -1. The add gate hands the gradient to both inputs, the max gate to the " +
        "larger one, the mul gate switches: each input gets the other's value times the gradient. Where a value branches, gradients add " +
        "up. For vectors the local gradient is a Jacobian matrix.";

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        Node x = new(3, "x"), y = new(-4, "y"), z = new(2, "z"), w = new(-1, "w");
        Node product = x * y, larger = z.Max(w), sum = product + larger;
        Node f = (sum * 2).Named("f");
        f.Backward();

        Node b = new(3, "b"), square = (b * b).Named("c"), tenfold = (10 * b).Named("d"), g = (square + tenfold).Named("g");
        g.Backward();

        // One row of x, two sigmoid neurons.
        Matrix input = Matrix.FromRow(1, -2);
        var layer = new Dense(Matrix.FromRows([0.5, -1], [0.25, 2]), Matrix.FromRow(0.1, -0.3), new Sigmoid());
        Matrix jacobian = Jacobian.Of(layer, input);

        return new(Title)
        {
            Figures =
            [
                new("add gate: upstream 2, so x y and max(z, w) get", new[] { 2.0, 2 },
                    new[] { product.Gradient, larger.Gradient }, 0, Slide),
                new("max gate: upstream 2, so z = 2 and w = -1 get", new[] { 2.0, 0 },
                    new[] { z.Gradient, w.Gradient }, 0, Slide),
                new("mul gate: upstream 2, so x = 3 and y = -4 get", new[] { -8.0, 6 },
                    new[] { x.Gradient, y.Gradient }, 0, Slide),
                new("df/dx, df/dy, df/dz, df/dw",
                    Graphs.Autograd(t => 2 * (t[0] * t[1] + t[2].maximum(t[3])), x.Value, y.Value, z.Value, w.Value),
                    new[] { x.Gradient, y.Gradient, z.Gradient, w.Gradient }, 0, "TorchSharp's autograd"),
                new("b branches to c = b b and d = 10 b, g = c + d: dg/db", 16, b.Gradient, 0, "mathematics: 2 b + 10 at b = 3"),
                new("Jacobian of two sigmoid neurons", OneByOne(layer, input).Values.ToArray(), jacobian.Values.ToArray(), 1e-15,
                    "the same neurons as scalar graphs, one backward pass an output"),
            ],
            Tables =
            [
                Graphs.Edges(f),
                new("jacobian", "da/dx of two sigmoid neurons at x = (1, -2)", ["", "x1", "x2"],
                    [.. Enumerable.Range(0, 2).Select(i => (string[])[$"a{i + 1}", .. NumberText.Row(jacobian.Row(i).ToArray())])]),
            ],
            Pictures =
            [
                new("gates", Graphs.Diagram("f = 2 (x y + max(z, w))", f)),
                new("branch", Graphs.Diagram("b branches: the gradients of c = b b and d = 10 b add up", g, eachWire: true)),
            ],
        };
    }

    private static Matrix OneByOne(Dense layer, Matrix input)
    {
        var rows = new Matrix(layer.Outputs, layer.Inputs);
        for (int i = 0; i < layer.Outputs; i++)
        {
            Node[] x = [.. input.Row(0).ToArray().Select(value => new Node(value))];
            Node s = x.Select((xj, j) => xj * layer.Weight.Value[j, i]).Aggregate((p, q) => p + q) + layer.Bias!.Value[0, i];
            s.Sigmoid().Backward();
            for (int j = 0; j < x.Length; j++)
                rows[i, j] = x[j].Gradient;
        }
        return rows;
    }
}
