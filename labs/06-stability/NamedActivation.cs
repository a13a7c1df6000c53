using CourseLabs.Backprop.Activations;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// An activation that the lab compares: in torch, as function and as module, and by hand.
public sealed record NamedActivation(
    string Name, Func<Tensor, Tensor> Apply, Func<nn.Module<Tensor, Tensor>> MakeModule, EntrywiseActivation ByHand)
{
    public static IReadOnlyList<NamedActivation> All { get; } =
    [
        new("sigmoid", sigmoid, () => nn.Sigmoid(), new Sigmoid()),
        new("tanh", tanh, () => nn.Tanh(), new Tanh()),
        new("relu", z => nn.functional.relu(z), () => nn.ReLU(), new Relu()),
    ];
}
