using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Networks;
using CourseLabs.Backprop.Scalars;
using CourseLabs.Examples;
using CourseLabs.Matrices;
using CourseLabs.Torch;

namespace CourseLabs.Labs;

// cs231n, lecture 4: "add gate: gradient distributor", "max gate: gradient router", "mul gate: gradient switcher", and "만일 노드가
// 여러개이면? 값을 더하고 벡터일 경우 자코비안(?) 행렬로 쓴다" (several nodes: the values are added; vectors: a Jacobian matrix) (COURSE B1).
public sealed class GatesExample() : Example(
    "B1", "gates", "02-computational-graphs", "Gates: distributor, router, switcher",
    "f = 2 (x y + max(z, w)) at x = 3, y = -4, z = 2, w = -1. The add gate hands the gradient to both inputs, the max gate to the " +
    "larger one, the mul gate switches: each input gets the other's value times the gradient. Where a value branches, gradients add " +
    "up. For vectors the local gradient is a Jacobian matrix.")
{
    public override ExampleResult Run(ExampleRun run)
    {
        Node x = new(3, "x"), y = new(-4, "y"), z = new(2, "z"), w = new(-1, "w");
        Node product = x * y, larger = z.Max(w), sum = product + larger;
        var f = (sum * 2).Named("f");
        f.Backward();

        Node b = new(3, "b"), square = (b * b).Named("c"), tenfold = (10 * b).Named("d"), g = (square + tenfold).Named("g");
        g.Backward();

        // One row of x, two sigmoid neurons.
        Matrix input = Matrix.FromRow(1, -2), weight = Matrix.FromRows([0.5, -1], [0.25, 2]), bias = Matrix.FromRow(0.1, -0.3);
        var jacobian = Jacobian.Of(new Dense(weight, bias, new Sigmoid()), input);
        double[] autograd =
            [.. AutogradRow(output: 0, input, weight, bias).Values, .. AutogradRow(output: 1, input, weight, bias).Values];

        return new(Title)
        {
            Figures =
            [
                Figure.Of(
                    "add gate: upstream 2, so x y and max(z, w) get", new[] { product.Gradient, larger.Gradient },
                    expected: new[] { 2.0, 2 }, source: "mathematics: the local gradients are 1 and 1"),
                Figure.Of(
                    "max gate: upstream 2, so z = 2 and w = -1 get", new[] { z.Gradient, w.Gradient },
                    expected: new[] { 2.0, 0 }, source: "mathematics: the local gradients are 1 and 0"),
                Figure.Of(
                    "mul gate: upstream 2, so x = 3 and y = -4 get", new[] { x.Gradient, y.Gradient },
                    expected: new[] { -8.0, 6 }, source: "mathematics: the local gradients are y and x"),
                Figure.Of(
                    "df/dx, df/dy, df/dz, df/dw", new[] { x.Gradient, y.Gradient, z.Gradient, w.Gradient },
                    expected: Graphs.Autograd(t => 2 * (t[0] * t[1] + t[2].maximum(t[3])), 3, -4, 2, -1),
                    source: "TorchSharp's autograd"),
                Figure.Of(
                    "b branches to c = b b and d = 10 b, g = c + d: dg/db", b.Gradient,
                    expected: 2 * 3 + 10, source: "mathematics: 2 b + 10 at b = 3"),
                Figure.Of(
                    "Jacobian of two sigmoid neurons", jacobian.Values.ToArray(),
                    expected: autograd, tolerance: 1e-15, source: "TorchSharp's autograd, a backward pass for each output"),
            ],
            Tables =
            [
                Graphs.EdgeTable(f),
                Table.Of(
                    "jacobian", "da/dx of two sigmoid neurons at x = (1, -2)", [0, 1],
                    ("", i => $"a{i + 1}"), ("x1", i => jacobian[i, 0]), ("x2", i => jacobian[i, 1])),
            ],
            Pictures =
            [
                new("gates", Graphs.Diagram("f = 2 (x y + max(z, w))", f)),
                new("branch", Graphs.Diagram("b branches: the gradients of c = b b and d = 10 b add up", g, eachWire: true)),
            ],
        };
    }

    // How one of the outputs of sigmoid(x W + b) changes with x.
    private static Matrix AutogradRow(int output, Matrix input, Matrix weight, Matrix bias) => MatrixTensors.Autograd(
        t => (t[0].mm(weight.ToTensor()) + bias.ToTensor()).sigmoid()[0, output], input).Gradients[0];
}
