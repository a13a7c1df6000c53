using CourseLabs.Backprop.Initializers;
using CourseLabs.Backprop.Networks;
using CourseLabs.Matrices;
using static TorchSharp.torch;

namespace CourseLabs.Torch.Tests;

public sealed class LayerCopiesTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_layer_by_hand_gives_what_torchs_copy_gives_and_comes_back_the_same(bool hasBias)
    {
        using var scope = NewDisposeScope();
        var random = new Random(3);
        var layer = new Dense(
            5, 3, new CourseLabs.Backprop.Activations.Tanh(), Initialize.XavierNormal, random, hasBias ? Initialize.Normal() : null);
        var x = Matrix.FromRows([1, -2, 0.5, 3, 0], [0.1, 0.2, -0.3, 0.4, -0.5]);

        using var linear = layer.ToLinear();
        var torchs = tanh(linear.call(x.ToTensor())).ToMatrix();
        var byHand = layer.Forward(x);
        var back = linear.ToDense(new CourseLabs.Backprop.Activations.Tanh());

        Assert.True((torchs - byHand).Norm < 1e-15, $"{(torchs - byHand).Norm}");
        Assert.Equal(layer.Weight.Value.Values.ToArray(), back.Weight.Value.Values.ToArray());
        Assert.Equal(layer.Bias?.Value.Values.ToArray(), back.Bias?.Value.Values.ToArray());
    }
}
