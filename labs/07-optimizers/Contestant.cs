using CourseLabs.Backprop.Networks;
using CourseLabs.Backprop.Optimizers;
using CourseLabs.Examples;
using static TorchSharp.torch;
using TorchParameter = TorchSharp.Modules.Parameter;

namespace CourseLabs.Labs;

// An optimizer of deck E (COURSE E9), by the deck's name: by hand and as torch.optim has it, with a learning rate that suits each race.
public sealed record Contestant(
    string Name,
    Func<IReadOnlyList<Parameter>, double, Optimizer> ByHand,
    Func<IReadOnlyList<TorchParameter>, double, optim.Optimizer> InTorch,
    double Bowl, double Rosenbrock, double Beale, double Regression)
{
    // In the deck's order.
    public static IReadOnlyList<Contestant> All { get; } =
    [
        new("SGD", (p, lr) => new Sgd(p, lr), (p, lr) => optim.SGD(p, lr), 0.9, 0.0005, 0.005, 0.001),
        new("momentum", (p, lr) => new Momentum(p, lr), (p, lr) => optim.SGD(p, lr, 0.9), 0.1, 0.0005, 0.0005, 0.0003),
        new("NAG", (p, lr) => new Nesterov(p, lr), (p, lr) => optim.SGD(p, lr, 0.9, nesterov: true), 0.1, 0.0005, 0.0005, 0.0003),
        new("Adagrad", (p, lr) => new Adagrad(p, lr), (p, lr) => optim.Adagrad(p, lr), 1.5, 0.5, 1, 0.3),
        new("Adadelta", (p, lr) => new Adadelta(p, lr), (p, lr) => optim.Adadelta(p, lr), 20, 2, 2, 1),
        new("RMSprop", (p, lr) => new RmsProp(p, lr), (p, lr) => optim.RMSProp(p, lr), 0.1, 0.05, 0.05, 0.03),
        new("Adam", (p, lr) => new Adam(p, lr), (p, lr) => optim.Adam(p, lr), 0.3, 0.1, 0.1, 0.03),
    ];

    public double Rate(SurfaceName surface) => surface switch
    {
        SurfaceName.Bowl => Bowl,
        SurfaceName.Rosenbrock => Rosenbrock,
        _ => Beale,
    };

    // In float64; at most 5e-15 was seen, up to where Descent.Comparable ends.
    public static Figure FromTorch(string name, double apart) => Figure.Of(
        name, apart, expected: 0, tolerance: 1e-12, source: "torch.optim (TorchSharp, float64): the largest difference at any step");
}
