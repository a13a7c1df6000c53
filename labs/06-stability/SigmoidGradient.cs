using CourseLabs.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>The slide's program (COURSE D3): the sigmoid and its gradient on a grid.</summary>
/// <param name="X">The grid, in ascending order.</param>
/// <param name="Y">sigmoid(x).</param>
/// <param name="Gradient">sigmoid'(x), as autograd finds it.</param>
public sealed record SigmoidGradient(float[] X, float[] Y, float[] Gradient)
{
    /// <summary>Computes both from -8 up to, but not at, 8 in steps of 0.1.</summary>
    /// <param name="device">Where to compute.</param>
    public static SigmoidGradient Compute(Device device)
    {
        using DisposeScope scope = NewDisposeScope();
        // float32, which Python takes where nothing is said; the grid's step is the double 0.1 in both languages.
        Tensor x = arange(-8.0, 8.0, 0.1, dtype: ScalarType.Float32, device: device, requires_grad: true);
        Tensor y = sigmoid(x);
        y.backward([ones_like(x)]);
        return new(x.Floats(), y.Floats(), x.grad!.Floats());
    }
}
