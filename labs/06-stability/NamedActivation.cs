using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>An activation in its three forms.</summary>
/// <param name="Name">Its name in legends, and in CourseLabs.Backprop's <c>ActivationNames</c>.</param>
/// <param name="Apply">The function.</param>
/// <param name="MakeModule">Makes the module.</param>
public sealed record NamedActivation(string Name, Func<Tensor, Tensor> Apply, Func<nn.Module<Tensor, Tensor>> MakeModule)
{
    /// <summary>Those that the lab compares: sigmoid, tanh and ReLU.</summary>
    public static IReadOnlyList<NamedActivation> All { get; } =
    [
        new("sigmoid", sigmoid, () => nn.Sigmoid()),
        new("tanh", tanh, () => nn.Tanh()),
        new("relu", z => nn.functional.relu(z), () => nn.ReLU()),
    ];
}
