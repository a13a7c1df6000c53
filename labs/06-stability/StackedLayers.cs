using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Networks;
using CourseLabs.Labs.Old;
using CourseLabs.Matrices;
using CourseLabs.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>
/// A deep stack of equal layers without biases, A = f(A W), in float64, whose gradients are taken as the slide takes the sigmoid's:
/// backward from ones (COURSE D3, E8). The draws come in this order: the input, then W layer by layer. Every activation gets the same ones.
/// </summary>
public sealed class StackedLayers : IDisposable
{
    /// <summary>He's factor sqrt(2): ReLU lets half of the variance through.</summary>
    public const double HeGain = 1.4142135623730951;

    private const int Batch = 16;
    private readonly Tensor x;
    private readonly Tensor[] weights;

    /// <summary>Draws the input and the weights.</summary>
    /// <param name="seed">The seed of all of it.</param>
    /// <param name="depth">How many layers.</param>
    /// <param name="width">The size of every layer.</param>
    /// <param name="gain">W is drawn from N(0, gain^2 / width): 1 is the slides' randn / sqrt(n_in), sqrt(2) is He's.</param>
    /// <param name="device">Where to compute. The draws are made on the CPU, so that they are the same for every device.</param>
    public StackedLayers(long seed, int depth, int width, double gain, Device device)
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(seed);
        double std = gain / Math.Sqrt(width);
        x = empty(Batch, width, dtype: ScalarType.Float64).normal_(0, 1).to(device).DetachFromDisposeScope();
        weights = new Tensor[depth];
        for (int layer = 0; layer < depth; layer++)
        {
            weights[layer] = empty(width, width, dtype: ScalarType.Float64).normal_(0, std).to(device)
                .requires_grad_().DetachFromDisposeScope();
        }
    }

    /// <summary>How many layers.</summary>
    public static ExampleOption<int> DepthOption { get; } =
        ExampleOption.WholeNumber("depth", 30, "how many layers the stack has", min: 2, max: 50);

    /// <summary>How wide the layers are.</summary>
    public static ExampleOption<int> WidthOption { get; } =
        ExampleOption.WholeNumber("width", 32, "how many neurons a layer has", min: 1, max: 1024);

    /// <summary>What autograd finds.</summary>
    /// <param name="activation">f.</param>
    public StackGradients Gradients(Func<Tensor, Tensor> activation)
    {
        ArgumentNullException.ThrowIfNull(activation);
        using DisposeScope scope = NewDisposeScope();
        foreach (Tensor weight in weights)
            weight.grad?.zero_();
        var sums = new Tensor[weights.Length];
        Tensor a = x;
        for (int layer = 0; layer < weights.Length; layer++)
        {
            sums[layer] = mm(a, weights[layer]);
            sums[layer].retain_grad();
            a = activation(sums[layer]);
        }

        a.backward([ones_like(a)]);
        return new([.. sums.Select(z => z.grad!.NormInFloat64())], [.. weights.Select(w => w.grad!.NormInFloat64())]);
    }

    /// <summary>The same by hand, with the same numbers: the slides' three rules (COURSE C5).</summary>
    /// <param name="activation">f's name in <see cref="ActivationNames"/>.</param>
    public StackGradients GradientsByHand(string activation)
    {
        var network = new Network([.. weights.Select(w => new Dense(w.ToMatrix(), null, ActivationNames.Create(activation)))]);
        Matrix output = network.Forward(x.ToMatrix());
        var ones = new Matrix(output.Rows, output.Columns);
        ones.Values.Fill(1);
        network.Backward(ones);
        return new([.. network.Layers.Select(layer => layer.Delta.Norm)], [.. network.Layers.Select(layer => layer.Weight.Gradient.Norm)]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        x.Dispose();
        foreach (Tensor weight in weights)
        {
            weight.grad?.Dispose();
            weight.Dispose();
        }
    }
}
