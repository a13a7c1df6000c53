using CourseLabs.Backprop.Gradients;
using CourseLabs.Backprop.Scalars;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Matrices;
using CourseLabs.Plots;

namespace CourseLabs.Labs;

/// <summary>COURSE E6: the partial derivative df/dx = 2x + y of f(x, y) = x^2 + x y + a.</summary>
public sealed class PartialDerivativeExample : OldExample
{
    private const double A = 7;

    /// <inheritdoc/>
    public override string Id => "E6";

    /// <inheritdoc/>
    public override string Name => "partial-derivative";

    /// <inheritdoc/>
    public override string Lab => "02-computational-graphs";

    /// <inheritdoc/>
    public override string Title => "Partial derivative of x^2 + x y + a";

    /// <inheritdoc/>
    public override string Description =>
        "The slide's df/dx = 2x + y, on a grid of x and y from -3 to 3: by forward mode, by reverse mode, by central differences and by " +
        "TorchSharp's autograd. Only x varies; y is held, and the constant a drops out.";

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        double[] range = [.. Enumerable.Range(-6, 13).Select(i => i / 2.0)];
        (double X, double Y)[] grid = [.. from x in range from y in range select (x, y)];
        double[] formula = [.. grid.Select(p => 2 * p.X + p.Y)];
        double[] forward = [.. grid.Select(p => F(new Dual(p.X, 1), p.Y).Derivative)];
        double[] reverse = [.. grid.Select(p => Reverse(p.X, p.Y).Gradient)];
        double[] differences = [.. grid.Select(p => Difference(p.X, p.Y))];
        double[] autograd = [.. grid.Select(p => Graphs.Autograd(t => t[0].pow(2) + t[0] * t[1] + A, p.X, p.Y)[0])];
        Node node = Reverse(3, 4);

        return new(Title)
        {
            Figures =
            [
                new("df/dx at x = 3, y = 4", 10, node.Gradient, 0, "slide: 2x + y"),
                new("largest |2x + y - forward mode|", 0, Largest(formula, forward), 0, "slide: 2x + y"),
                new("largest |2x + y - reverse mode|", 0, Largest(formula, reverse), 0, "slide: 2x + y"),
                new("largest |2x + y - central difference|", 0,
                    Largest(formula, differences), 1e-8, "mathematics: (f(x+h) - f(x-h)) / 2h"),
                new("largest |2x + y - autograd|", 0, Largest(formula, autograd), 0, "TorchSharp's autograd"),
            ],
            Pictures =
            [
                new("slices", new[] { -2.0, 0, 2 }.Aggregate(
                    new Plot("df/dx = 2x + y for three y", "x", "df/dx"),
                    (chart, y) => chart.Line($"y = {y}", range, range.Select(x => Reverse(x, y).Gradient)))),
            ],
        };
    }

    private static T F<T>(T x, T y)
        where T : IScalar<T> => x * x + x * y + A;

    // The node of x, with its gradient.
    private static Node Reverse(double x, double y)
    {
        var node = new Node(x, "x");
        F(node, y).Backward();
        return node;
    }

    private static double Difference(double x, double y)
    {
        Matrix at = Matrix.FromRow(x);
        return NumericalGradient.Of(() => F<Dual>(at[0, 0], y).Value, at).Gradient[0, 0];
    }

    private static double Largest(IEnumerable<double> expected, IEnumerable<double> actual) =>
        expected.Zip(actual, (e, a) => Math.Abs(e - a)).Aggregate(0.0, Math.Max);
}
