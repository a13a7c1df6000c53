using CourseLabs.Torch;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// What comes out of each layer of a deep stack before any training (COURSE D5, Xavier initialization: ReLU 함수 사용시 출력값이 0으로 수렴): the
// variance of all of a layer's outputs, and the outputs.
public sealed record LayerOutputs(double[] Variance, float[][] Values)
{
    // The draws come in this order, on the CPU: standard normal input, then the weights layer by layer.
    public static LayerOutputs Run(
        InitializationScheme scheme, Func<Tensor, Tensor> f, int depth, int width, int batch, Device? device = null)
    {
        using var scope = NewDisposeScope();
        var result = new LayerOutputs(new double[depth], new float[depth][]);
        var a = empty(batch, width).normal_(0, 1).to(device ?? CPU);
        for (var layer = 0; layer < depth; layer++)
        {
            var W = empty(width, width);
            scheme.Draw(W);
            a = f(nn.functional.linear(a, W.to(device ?? CPU)));
            // In float32 the squares of ReLU's outputs overflow with weights from N(0, 1).
            result.Variance[layer] = a.to(float64).var().item<double>();
            result.Values[layer] = a.Floats();
        }

        return result;
    }

    // By what the variance is multiplied from a layer to the next: the geometric mean.
    public double FactorALayer => Math.Pow(Variance[^1] / Variance[0], 1.0 / (Variance.Length - 1));
}
