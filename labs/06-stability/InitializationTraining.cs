using CourseLabs.Torch;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CourseLabs.Labs;

/// <summary>
/// A small deep network that learns which points of a square lie in a disc, from weights that a scheme draws (COURSE D5). The draws come
/// in this order: the points, then layer by layer <c>Linear</c>'s own and the scheme's.
/// </summary>
public static class InitializationTraining
{
    private const int Points = 200;

    /// <summary>The cross-entropy of the best guess that looks at no point: the entropy of the two classes' shares.</summary>
    /// <param name="seed">The seed of the points.</param>
    public static double LossOfGuessing(long seed)
    {
        using DisposeScope scope = NewDisposeScope();
        double share = Draw(seed).Inside.to(ScalarType.Float64).mean().item<double>();
        return share is 0 or 1 ? 0 : -(share * Math.Log(share)) - ((1 - share) * Math.Log(1 - share));
    }

    /// <summary>Trains with cross-entropy and gradient descent on all points at once; biases begin at 0.</summary>
    /// <param name="seed">The seed of all of it.</param>
    /// <param name="scheme">What draws the weights.</param>
    /// <param name="activation">Makes the activation of a hidden layer.</param>
    /// <param name="depth">How many hidden layers.</param>
    /// <param name="width">The size of each.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="epochs">How many steps.</param>
    /// <param name="device">Where to train. The draws are made on the CPU, so that they are the same for every device.</param>
    /// <param name="cancellation">Ends it with an exception.</param>
    /// <returns>The loss of each epoch, before its update.</returns>
    public static float[] Losses(
        long seed, InitializationScheme scheme, Func<nn.Module<Tensor, Tensor>> activation, int depth, int width, double lr, int epochs,
        Device device, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(activation);
        using DisposeScope scope = NewDisposeScope();
        (Tensor x, Tensor inside) = Draw(seed);
        int[] sizes = [2, .. Enumerable.Repeat(width, depth), 2];
        var layers = new List<nn.Module<Tensor, Tensor>>();
        for (int i = 1; i < sizes.Length; i++)
        {
            if (i > 1)
                layers.Add(activation());
            layers.Add(Initialized(Linear(sizes[i - 1], sizes[i]), scheme));
        }

        using Sequential model = Sequential(layers).to(device);
        using CrossEntropyLoss lossFunction = CrossEntropyLoss();
        using SGD optimizer = optim.SGD(model.parameters(), lr);
        return TrainingLoop.FullBatch(model, lossFunction, optimizer, x.to(device), inside.to(device), epochs, cancellation: cancellation);
    }

    private static (Tensor X, Tensor Inside) Draw(long seed)
    {
        manual_seed(seed);
        Tensor x = empty(Points, 2).uniform_(-1, 1);
        return (x, (x.pow(2).sum(dim: 1) < 0.6).to(ScalarType.Int64));
    }

    private static Linear Initialized(Linear layer, InitializationScheme scheme)
    {
        using IDisposable noGrad = no_grad();
        scheme.Draw(layer.weight!);
        layer.bias!.zero_();
        return layer;
    }
}
