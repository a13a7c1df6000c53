using static TorchSharp.torch;

namespace CourseLabs.Labs;

public enum SurfaceName
{
    Bowl,
    Rosenbrock,
    Beale,
}

// A function of two variables to descend on: where the race starts, where f is 0, what the chart shows, value and gradient by hand, and f
// in torch for autograd.
public sealed record Surface(
    SurfaceName Name,
    string Title,
    string Formula,
    (double X, double Y) Start,
    (double X, double Y) Minimum,
    (double From, double To) X,
    (double From, double To) Y,
    Func<double, double, double> Value,
    Func<double, double, (double Dx, double Dy)> Gradient,
    Func<Tensor, Tensor, Tensor> InTorch)
{
    // Twenty times as curved across as along.
    public static Surface Bowl { get; } = new(
        SurfaceName.Bowl, "an elongated bowl", "x^2 / 20 + y^2", (-7, 2), (0, 0), (-8, 8), (-3, 3),
        (x, y) => (x * x / 20) + (y * y),
        (x, y) => (x / 10, 2 * y),
        (x, y) => (x * x / 20) + (y * y));

    public static Surface Rosenbrock { get; } = new(
        SurfaceName.Rosenbrock, "Rosenbrock's valley", "(1 - x)^2 + 100 (y - x^2)^2", (-1.2, 1), (1, 1), (-2, 2), (-1, 2),
        (x, y) => ((1 - x) * (1 - x)) + (100 * (y - (x * x)) * (y - (x * x))),
        (x, y) => ((-2 * (1 - x)) - (400 * x * (y - (x * x))), 200 * (y - (x * x))),
        (x, y) => (1 - x).pow(2) + (100 * (y - (x * x)).pow(2)));

    public static Surface Beale { get; } = new(
        SurfaceName.Beale, "Beale's function", "(1.5 - x + xy)^2 + (2.25 - x + xy^2)^2 + (2.625 - x + xy^3)^2",
        (1, 1.5), (3, 0.5), (-0.5, 4.5), (-1.5, 2),
        (x, y) => Beales(x, y).Select(term => term.Value * term.Value).Sum(),
        (x, y) => (Beales(x, y).Sum(term => 2 * term.Value * term.Dx), Beales(x, y).Sum(term => 2 * term.Value * term.Dy)),
        (x, y) => (1.5 - x + (x * y)).pow(2) + (2.25 - x + (x * y * y)).pow(2) + (2.625 - x + (x * y * y * y)).pow(2));

    public static IReadOnlyList<Surface> All { get; } = [Bowl, Rosenbrock, Beale];

    // The three terms that are squared, with their derivatives.
    private static (double Value, double Dx, double Dy)[] Beales(double x, double y) =>
    [
        (1.5 - x + (x * y), y - 1, x),
        (2.25 - x + (x * y * y), (y * y) - 1, 2 * x * y),
        (2.625 - x + (x * y * y * y), (y * y * y) - 1, 3 * x * y * y),
    ];
}
