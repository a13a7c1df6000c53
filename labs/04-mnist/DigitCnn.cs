using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CourseLabs.Labs;

/// <summary>
/// A small convolutional network to compare the slide's with (COURSE C4): 8 and 16 filters of 5 x 5, each followed by ReLU and 2 x 2
/// max pooling, then one linear layer. It has 5,994 parameters, where the slide's network has 79,510.
/// </summary>
internal sealed class DigitCnn : IDisposable
{
    private const int Batch = 64, TestBatch = 1000;

    private readonly Sequential model;

    /// <summary>Draws the weights as PyTorch does.</summary>
    public DigitCnn(long seed, Device device)
    {
        using DisposeScope scope = NewDisposeScope(); // Conv2d counts its inputs on a tensor that it does not dispose
        manual_seed(seed);
        model = Sequential(
            Conv2d(1, 8, 5), ReLU(), MaxPool2d(2),
            Conv2d(8, 16, 5), ReLU(), MaxPool2d(2),
            Flatten(), Linear(256, DigitRow.Classes)).to(device);
    }

    /// <summary>How many numbers it learns.</summary>
    public long ParameterCount => model.parameters().Sum(p => p.numel());

    /// <summary>Trains for one epoch in the file's order, in batches of 64, with Adam and the cross-entropy.</summary>
    /// <returns>The loss of each batch, before its update.</returns>
    public float[] Train(DigitTensors digits, double lr, Action<int, int, float>? report = null, CancellationToken cancellation = default)
    {
        using CrossEntropyLoss lossFunction = CrossEntropyLoss();
        using Adam optimizer = optim.Adam(model.parameters(), lr);
        var losses = new float[(digits.Count + Batch - 1) / Batch];
        for (int batch = 0; batch < losses.Length; batch++)
        {
            cancellation.ThrowIfCancellationRequested();
            using DisposeScope scope = NewDisposeScope();
            int first = batch * Batch, rows = Math.Min(Batch, digits.Count - first);
            Tensor loss = lossFunction.call(model.call(Images(digits, first, rows)), digits.Labels.narrow(0, first, rows));
            optimizer.zero_grad();
            loss.backward();
            optimizer.step();
            losses[batch] = loss.item<float>();
            if (batch % 50 == 0)
                report?.Invoke(batch, losses.Length, losses[batch]);
        }

        return losses;
    }

    /// <summary>The digit that it takes each picture for.</summary>
    public long[] Predict(DigitTensors digits)
    {
        using IDisposable noGrad = no_grad();
        var guesses = new List<long>(digits.Count);
        for (int first = 0; first < digits.Count; first += TestBatch)
        {
            using DisposeScope scope = NewDisposeScope();
            int rows = Math.Min(TestBatch, digits.Count - first);
            guesses.AddRange(model.call(Images(digits, first, rows)).argmax(1).cpu().data<long>().ToArray());
        }

        return [.. guesses];
    }

    /// <inheritdoc/>
    public void Dispose() => model.Dispose();

    private static Tensor Images(DigitTensors digits, int first, int rows) => digits.Pixels.narrow(0, first, rows).to(ScalarType.Float32) / 255;
}
