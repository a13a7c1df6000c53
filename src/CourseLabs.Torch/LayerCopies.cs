using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Networks;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CourseLabs.Torch;

/// <summary>
/// A layer by hand as torch's and back, every number the same float64. torch keeps a weight as (outputs x inputs), the slides as
/// (inputs x outputs).
/// </summary>
public static class LayerCopies
{
    /// <summary>A layer by hand of torch's weights.</summary>
    /// <param name="linear">Its weight is (outputs x inputs), its bias (outputs). Both are copied.</param>
    /// <param name="activation">What the layer ends with; torch has it as a module of its own.</param>
    public static Dense ToDense(this Linear linear, Activation activation)
    {
        ArgumentNullException.ThrowIfNull(linear);
        return new(linear.weight!.ToMatrix().T, linear.bias?.ToMatrix(), activation);
    }

    /// <summary>torch's float64 layer of the weights by hand, without the activation.</summary>
    /// <param name="layer">Its weight is (inputs x outputs), its bias (1 x outputs). Both are copied.</param>
    public static Linear ToLinear(this Dense layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        var linear = nn.Linear(layer.Inputs, layer.Weight.Value.Columns, hasBias: layer.Bias is not null, dtype: float64);
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        linear.weight!.copy_(layer.Weight.Value.T.ToTensor());
        if (layer.Bias is { } bias)
            linear.bias!.copy_(bias.Value.ToTensor().flatten());
        return linear;
    }
}
