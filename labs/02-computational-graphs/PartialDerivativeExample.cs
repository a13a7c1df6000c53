using CourseLabs.Backprop.Gradients;
using CourseLabs.Backprop.Scalars;
using CourseLabs.Examples;
using CourseLabs.Matrices;
using CourseLabs.Plots;

namespace CourseLabs.Labs;

// "편미분이란?" (What is a partial derivative?) (COURSE E6).
public sealed class PartialDerivativeExample() : Example(
    "E6", "partial-derivative", "02-computational-graphs", "Partial derivative of x^2 + x y + a",
    "The slide's df/dx = 2x + y, on a grid of x and y from -3 to 3: by forward mode, by reverse mode, by central differences and by " +
    "TorchSharp's autograd. Only x varies; y is held, and the constant a drops out.")
{
    private const double A = 7;

    public override ExampleResult Run(ExampleRun run)
    {
        var range = Grid.Between(-3, 3, 13);
        (double X, double Y)[] grid = [.. from x in range from y in range select (x, y)];

        double LargestDifference(Func<double, double, double> derivative) =>
            Largest.Of(grid.Select(p => Math.Abs(2 * p.X + p.Y - derivative(p.X, p.Y))));

        const string slide = "slide: 2x + y";
        return new(Title)
        {
            Figures =
            [
                Figure.Of("df/dx at x = 3, y = 4", Reverse(3, 4), expected: 2 * 3 + 4, source: slide),
                Figure.Of("largest |2x + y - forward mode|", LargestDifference(Forward), expected: 0, source: slide),
                Figure.Of("largest |2x + y - reverse mode|", LargestDifference(Reverse), expected: 0, source: slide),
                Figure.Of(
                    "largest |2x + y - central difference|", LargestDifference(Difference),
                    expected: 0, tolerance: 1e-8, source: "mathematics: (f(x+h) - f(x-h)) / 2h"),
                Figure.Of("largest |2x + y - autograd|", LargestDifference(InTorch), expected: 0, source: slide),
            ],
            Pictures =
            [
                new("slices", new[] { -2.0, 0, 2 }.Aggregate(
                    new Plot("df/dx = 2x + y for three y", "x", "df/dx"),
                    (chart, y) => chart.Line($"y = {y}", range, range.Select(x => Reverse(x, y))))),
            ],
        };
    }

    private static T F<T>(T x, T y)
        where T : IScalar<T> => x * x + x * y + A;

    // x moves at speed 1, y is held.
    private static double Forward(double x, double y) => F(new Dual(x, 1), new Dual(y, 0)).Derivative;

    private static double Reverse(double x, double y)
    {
        var node = new Node(x, "x");
        F(node, y).Backward();
        return node.Gradient;
    }

    private static double Difference(double x, double y)
    {
        var at = Matrix.FromRow(x);
        return NumericalGradient.Of(() => F<Dual>(at[0, 0], y).Value, at).Gradient[0, 0];
    }

    private static double InTorch(double x, double y) => Graphs.Autograd(t => t[0].pow(2) + t[0] * t[1] + A, x, y)[0];
}
