using CourseLabs.Torch;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>
/// A deep linear network of square layers, y = x W1 W2 ... (COURSE D4): its gradients are products of matrices too. It is to learn another
/// linear map of the same width. The draws come in this order: inputs, the map to learn, then W layer by layer.
/// </summary>
public sealed class DeepLinear : IDisposable
{
    private const int Width = 4;
    private const int Points = 64;
    private readonly Tensor x;
    private readonly Tensor y;
    private readonly Parameter[] weights;

    /// <summary>Draws data and weights.</summary>
    /// <param name="seed">The seed of all of it.</param>
    /// <param name="depth">How many layers.</param>
    /// <param name="std">The standard deviation of the weights; 1 is the slide's.</param>
    /// <param name="device">Where to compute. The draws are made on the CPU, so that they are the same for every device.</param>
    public DeepLinear(long seed, int depth, double std, Device device)
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(seed);
        x = empty(Points, Width).normal_(0, 1).to(device).DetachFromDisposeScope();
        y = mm(x, empty(Width, Width).normal_(0, 1).to(device)).DetachFromDisposeScope();
        weights = [.. Enumerable.Range(0, depth).Select(_ => new Parameter(empty(Width, Width).normal_(0, std).to(device)))];
        foreach (Parameter weight in weights)
            weight.DetachFromDisposeScope();
    }

    /// <summary>1 / sqrt(width): with this standard deviation a layer keeps the variance of what it gets.</summary>
    public static double KeepingStd { get; } = 1 / Math.Sqrt(Width);

    /// <summary>The norm of the loss's gradient by each layer's weights, before training.</summary>
    public double[] GradientNorms()
    {
        using DisposeScope scope = NewDisposeScope();
        Loss().backward();
        double[] norms = [.. weights.Select(w => w.grad!.NormInFloat64())];
        foreach (Parameter weight in weights)
            weight.grad!.zero_();
        return norms;
    }

    /// <summary>The norm of all gradients together, from each one's.</summary>
    public static double Total(IEnumerable<double> norms) => Math.Sqrt(norms.Sum(norm => norm * norm));

    /// <summary>Gradient descent on all points at once.</summary>
    /// <param name="steps">How many steps.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="clip">The norm of all gradients together is brought down to this where it is larger; null: never.</param>
    /// <param name="report">Told step and loss every 100 steps.</param>
    /// <param name="cancellation">Ends it with an exception.</param>
    /// <returns>Of each step, before its update: the loss, and the norm of all gradients together before clipping.</returns>
    public (float[] Losses, double[] Norms) Train(
        int steps, double lr, double? clip, Action<int, float>? report = null, CancellationToken cancellation = default)
    {
        using optim.Optimizer optimizer = optim.SGD(weights, lr);
        var losses = new float[steps];
        var norms = new double[steps];
        for (int step = 0; step < steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            using DisposeScope scope = NewDisposeScope();
            Tensor loss = Loss();
            optimizer.zero_grad();
            loss.backward();
            norms[step] = Total(weights.Select(w => w.grad!.NormInFloat64()));
            if (clip is { } limit)
                nn.utils.clip_grad_norm_(weights, limit);
            optimizer.step();
            losses[step] = loss.item<float>();
            if (step % 100 == 0)
                report?.Invoke(step, losses[step]);
        }

        return (losses, norms);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        x.Dispose();
        y.Dispose();
        foreach (Parameter weight in weights)
            weight.Dispose();
    }

    private Tensor Loss()
    {
        Tensor a = x;
        foreach (Parameter weight in weights)
            a = mm(a, weight);
        return (a - y).pow(2).mean();
    }
}
