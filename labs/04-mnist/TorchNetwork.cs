using CourseLabs.Backprop.Networks;
using CourseLabs.Torch;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CourseLabs.Labs;

/// <summary>The slide's network in TorchSharp: autograd in place of the hand-written rules, float64 as by hand (COURSE C4).</summary>
public sealed class TorchNetwork : IDisposable
{
    private readonly Sequential model;
    private readonly SGD optimizer;

    /// <summary>The same layers with copies of the same weights.</summary>
    /// <param name="start">Sigmoid layers with biases.</param>
    /// <param name="learningRate">The learning rate.</param>
    /// <param name="device">Where to train.</param>
    public TorchNetwork(Network start, double learningRate, Device device)
    {
        ArgumentNullException.ThrowIfNull(start);
        model = Sequential(start.Layers.SelectMany(layer => new Module<Tensor, Tensor>[] { Copy(layer), Sigmoid() })).to(device);
        optimizer = optim.SGD(model.parameters(), learningRate);
    }

    /// <summary>Each layer's weight and bias, in the order of <see cref="Network.Parameters"/>; a weight is (outputs x inputs) here.</summary>
    public IEnumerable<Tensor> Parameters => model.parameters();

    /// <summary>One step on one row: the slide's <c>train</c>.</summary>
    /// <param name="inputData">(1 x inputs), float64.</param>
    /// <param name="targetData">(1 x outputs), float64.</param>
    public void Train(Tensor inputData, Tensor targetData)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor loss = 0.5 * (model.call(inputData) - targetData).pow(2).sum();
        optimizer.zero_grad();
        loss.backward();
        optimizer.step();
    }

    /// <summary>The index of the largest output of each row.</summary>
    /// <param name="inputData">(rows x inputs), float64.</param>
    public long[] Predict(Tensor inputData)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        return model.call(inputData).argmax(1).cpu().data<long>().ToArray();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        optimizer.Dispose();
        model.Dispose();
    }

    // PyTorch stores the transpose of the slides' W.
    private static Linear Copy(Dense layer)
    {
        Linear linear = Linear(layer.Inputs, layer.Outputs, dtype: ScalarType.Float64);
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        linear.weight.copy_(layer.Weight.Value.ToTensor().t());
        linear.bias!.copy_(layer.Bias!.Value.ToTensor().reshape(-1));
        return linear;
    }
}
