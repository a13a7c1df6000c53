using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>A function of two variables to descend on: its value and gradient by hand, and the same in torch for autograd.</summary>
/// <param name="Name">What the option calls it.</param>
/// <param name="Title">What titles call it.</param>
/// <param name="Formula">f(x, y).</param>
/// <param name="Start">Where the race starts.</param>
/// <param name="Minimum">Where f is 0.</param>
/// <param name="X">What the chart shows, left to right.</param>
/// <param name="Y">What the chart shows, bottom to top.</param>
/// <param name="Value">f(x, y).</param>
/// <param name="Gradient">df/dx and df/dy.</param>
/// <param name="InTorch">f for two scalar tensors.</param>
public sealed record Surface(
    string Name,
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
    /// <summary>An elongated bowl: twenty times as steep across as along.</summary>
    public static Surface Bowl { get; } = new(
        "bowl", "an elongated bowl", "x^2 / 20 + y^2", (-7, 2), (0, 0), (-8, 8), (-3, 3),
        (x, y) => (x * x / 20) + (y * y),
        (x, y) => (x / 10, 2 * y),
        (x, y) => (x * x / 20) + (y * y));

    /// <summary>Rosenbrock's curved valley.</summary>
    public static Surface Rosenbrock { get; } = new(
        "rosenbrock", "Rosenbrock's valley", "(1 - x)^2 + 100 (y - x^2)^2", (-1.2, 1), (1, 1), (-2, 2), (-1, 2),
        (x, y) => ((1 - x) * (1 - x)) + (100 * (y - (x * x)) * (y - (x * x))),
        (x, y) => ((-2 * (1 - x)) - (400 * x * (y - (x * x))), 200 * (y - (x * x))),
        (x, y) => (1 - x).pow(2) + (100 * (y - (x * x)).pow(2)));

    /// <summary>Beale's plateau with a steep rise.</summary>
    public static Surface Beale { get; } = new(
        "beale", "Beale's function", "(1.5 - x + xy)^2 + (2.25 - x + xy^2)^2 + (2.625 - x + xy^3)^2",
        (1, 1.5), (3, 0.5), (-0.5, 4.5), (-1.5, 2),
        (x, y) => Beales(x, y).Select(term => term.Value * term.Value).Sum(),
        (x, y) => (Beales(x, y).Sum(term => 2 * term.Value * term.Dx), Beales(x, y).Sum(term => 2 * term.Value * term.Dy)),
        (x, y) => (1.5 - x + (x * y)).pow(2) + (2.25 - x + (x * y * y)).pow(2) + (2.625 - x + (x * y * y * y)).pow(2));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Surface> All { get; } = [Bowl, Rosenbrock, Beale];

    // The three terms that are squared, with their derivatives.
    private static (double Value, double Dx, double Dy)[] Beales(double x, double y) =>
    [
        (1.5 - x + (x * y), y - 1, x),
        (2.25 - x + (x * y * y), (y * y) - 1, 2 * x * y),
        (2.625 - x + (x * y * y * y), (y * y * y) - 1, 3 * x * y * y),
    ];
}
