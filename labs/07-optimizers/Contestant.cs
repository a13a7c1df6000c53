using CourseLabs.Backprop.Networks;
using CourseLabs.Backprop.Optimizers;
using static TorchSharp.torch;
using TorchParameter = TorchSharp.Modules.Parameter;

namespace CourseLabs.Labs;

/// <summary>One optimizer of deck E (COURSE E9), by hand and as torch.optim has it, with a learning rate that suits each race.</summary>
/// <param name="Name">The deck's name for it.</param>
/// <param name="ByHand">Makes the hand-written one.</param>
/// <param name="InTorch">Makes torch.optim's.</param>
/// <param name="Rates">Its own learning rate in each race: bowl, rosenbrock, beale, regression.</param>
public sealed record Contestant(
    string Name,
    Func<IReadOnlyList<Parameter>, double, Optimizer> ByHand,
    Func<IReadOnlyList<TorchParameter>, double, optim.Optimizer> InTorch,
    IReadOnlyDictionary<string, double> Rates)
{
    /// <summary>The deck's seven, in its order.</summary>
    public static IReadOnlyList<Contestant> All { get; } =
    [
        new("SGD", (p, lr) => new Sgd(p, lr), (p, lr) => optim.SGD(p, lr), Own(0.9, 0.0005, 0.005, 0.001)),
        new("momentum", (p, lr) => new Momentum(p, lr), (p, lr) => optim.SGD(p, lr, 0.9), Own(0.1, 0.0005, 0.0005, 0.0003)),
        new("NAG", (p, lr) => new Nesterov(p, lr), (p, lr) => optim.SGD(p, lr, 0.9, nesterov: true), Own(0.1, 0.0005, 0.0005, 0.0003)),
        new("Adagrad", (p, lr) => new Adagrad(p, lr), (p, lr) => optim.Adagrad(p, lr), Own(1.5, 0.5, 1, 0.3)),
        new("Adadelta", (p, lr) => new Adadelta(p, lr), (p, lr) => optim.Adadelta(p, lr), Own(20, 2, 2, 1)),
        new("RMSprop", (p, lr) => new RmsProp(p, lr), (p, lr) => optim.RMSProp(p, lr), Own(0.1, 0.05, 0.05, 0.03)),
        new("Adam", (p, lr) => new Adam(p, lr), (p, lr) => optim.Adam(p, lr), Own(0.3, 0.1, 0.1, 0.03)),
    ];

    private static Dictionary<string, double> Own(double bowl, double rosenbrock, double beale, double regression) =>
        new() { ["bowl"] = bowl, ["rosenbrock"] = rosenbrock, ["beale"] = beale, ["regression"] = regression };
}
