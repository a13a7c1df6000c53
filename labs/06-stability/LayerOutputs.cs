using CourseLabs.Torch;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CourseLabs.Labs;

/// <summary>
/// What comes out of each layer of a deep stack right after its initialization (COURSE D5): the input is standard normal, the layers are
/// equally wide and without biases. The draws come in this order: the input, then the weights layer by layer.
/// </summary>
/// <param name="Variance">The variance of all outputs of a layer, from the first layer to the last, taken in float64.</param>
/// <param name="Values">All outputs of a layer, (batch x width), row after row.</param>
public sealed record LayerOutputs(double[] Variance, IReadOnlyList<float[]> Values)
{
    /// <summary>Draws and computes them.</summary>
    /// <param name="seed">The seed of all of it.</param>
    /// <param name="scheme">What draws the weights.</param>
    /// <param name="activation">What each layer ends with.</param>
    /// <param name="depth">How many layers.</param>
    /// <param name="width">The size of the input and of every layer.</param>
    /// <param name="batch">How many inputs.</param>
    /// <param name="device">Where to compute. The draws are made on the CPU, so that they are the same for every device.</param>
    public static LayerOutputs Compute(
        long seed, InitializationScheme scheme, Func<Tensor, Tensor> activation, int depth, int width, int batch, Device device)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(activation);
        using DisposeScope scope = NewDisposeScope();
        manual_seed(seed);
        var variance = new double[depth];
        var values = new float[depth][];
        Tensor a = empty(batch, width).normal_(0, 1).to(device);
        for (int layer = 0; layer < depth; layer++)
        {
            Tensor weight = empty(width, width);
            scheme.Draw(weight);
            a = activation(functional.linear(a, weight.to(device)));
            // In float32 the squares of ReLU's outputs overflow with weights from N(0, 1).
            variance[layer] = a.to(ScalarType.Float64).var().item<double>();
            values[layer] = a.Floats();
        }

        return new(variance, values);
    }

    /// <summary>By what the variance is multiplied from a layer to the next: the geometric mean.</summary>
    public double FactorALayer => Math.Pow(Variance[^1] / Variance[0], 1.0 / (Variance.Length - 1));
}
