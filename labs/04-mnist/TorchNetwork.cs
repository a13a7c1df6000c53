using CourseLabs.Backprop.Networks;
using CourseLabs.Matrices;
using CourseLabs.Torch;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CourseLabs.Labs;

// The slide's network in TorchSharp: autograd in place of the hand-written rules, float64 as by hand (COURSE C4).
public sealed class TorchNetwork : IDisposable
{
    private readonly Sequential model;
    private readonly SGD optimizer;

    // Begins with copies of the weights W2, b2, W3, b3, ...
    public TorchNetwork(IEnumerable<Matrix> weights, double learningRate, Device device)
    {
        model = Sequential(weights.Chunk(2).SelectMany(pair => new Module<Tensor, Tensor>[]
            { new Dense(pair[0], pair[1], new Backprop.Activations.Identity()).ToLinear(), Sigmoid() }))
            .to(device);
        optimizer = optim.SGD(model.parameters(), learningRate);
    }

    // W2, b2, W3, b3, ... A Linear keeps the transpose of the slide's W.
    public Matrix[] Weights => [.. model.parameters().Select(p => p.dim() == 2 ? p.ToMatrix().T : p.ToMatrix())];

    public void Train(Tensor inputData, Tensor targetData)
    {
        using var scope = NewDisposeScope();
        var output = model.call(inputData);
        TensorShapes.ThrowUnlessSame(output, targetData);
        var loss = 0.5 * (output - targetData).pow(2).sum();
        optimizer.zero_grad();
        loss.backward();
        optimizer.step();
    }

    public long[] Predict(Tensor inputData)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        return model.call(inputData).argmax(1).cpu().data<long>().ToArray();
    }

    public void Dispose()
    {
        optimizer.Dispose();
        model.Dispose();
    }
}
