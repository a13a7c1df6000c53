using CourseLabs.Torch;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CourseLabs.Labs.Regression;

/// <summary>
/// The slide's program (COURSE A7): a network of 10 and 6 hidden neurons learns y = 8x^2 + 7x + 3 from noisy points.
/// Its random draws come in the slide's order: x, noise, then each layer's weights and biases.
/// </summary>
public sealed class QuadraticRegression : IDisposable
{
    private readonly Tensor x;
    private readonly Tensor label;
    private readonly Sequential model;

    /// <summary>Draws the data and initialises the model.</summary>
    /// <param name="seed">The seed of all of it.</param>
    /// <param name="points">How many points.</param>
    /// <param name="device">Where to train. The draws are made on the CPU, so that they are the same for every device.</param>
    public QuadraticRegression(long seed, int points, Device device)
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(seed);
        Tensor inputs = empty(points, 1).uniform_(-15, 15);
        Tensor y = (8 * inputs.pow(2)) + (7 * inputs) + 3;
        Tensor noise = empty(points, 1).normal_(0, 1);
        x = inputs.to(device).DetachFromDisposeScope();
        label = (y + noise).to(device).DetachFromDisposeScope();
        model = Sequential(
            Linear(1, 10),
            ReLU(),
            Linear(10, 6),
            ReLU(),
            Linear(6, 1)).to(device);
    }

    /// <summary>The points' x, uniform in -15 to 15.</summary>
    public float[] X => x.Floats();

    /// <summary>The points' y, with noise of standard deviation 1.</summary>
    public float[] Y => label.Floats();

    /// <summary>The parameters by name (<c>0.weight</c>, <c>0.bias</c>, ...), with shape and values row by row.</summary>
    public IReadOnlyList<(string Name, long[] Shape, float[] Values)> Parameters =>
        [.. model.named_parameters().Select(p => (p.name, p.parameter.shape, p.parameter.Floats()))];

    /// <summary>Trains with the mean absolute error and plain gradient descent on all points at once.</summary>
    /// <returns>The loss of each epoch, before its update.</returns>
    public float[] Train(int epochs, double lr, Action<int, float>? report = null, CancellationToken cancellation = default)
    {
        using L1Loss lossFunction = L1Loss();
        using SGD optimizer = optim.SGD(model.parameters(), lr);
        return TrainingLoop.FullBatch(model, lossFunction, optimizer, x, label, epochs, report, 100, cancellation);
    }

    /// <summary>The model's estimate at each of <paramref name="inputs"/>.</summary>
    public float[] Predict(float[] inputs)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        return model.call(tensor(inputs).reshape(-1, 1).to(x.device)).Floats();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        model.Dispose();
        x.Dispose();
        label.Dispose();
    }
}
