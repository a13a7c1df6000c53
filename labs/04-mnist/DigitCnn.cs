using CourseLabs.Examples;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CourseLabs.Labs;

// A small convolutional network to compare the slide's with (COURSE C4); it is not on the slides. 8 and 16 filters of 5 x 5, each followed
// by ReLU and 2 x 2 max pooling, then one linear layer.
internal sealed class DigitCnn : IDisposable
{
    private const int Batch = 64, TestBatch = 1000;

    private readonly Sequential model;

    public DigitCnn(long seed, Device device)
    {
        using var scope = NewDisposeScope(); // Conv2d counts its inputs on a tensor that it does not dispose
        manual_seed(seed);
        model = Sequential(
            Conv2d(1, 8, 5), ReLU(), MaxPool2d(2),
            Conv2d(8, 16, 5), ReLU(), MaxPool2d(2),
            Flatten(), Linear(256, 10)).to(device);
    }

    public long ParameterCount => model.parameters().Sum(p => p.numel());

    // One epoch in the file's order, in batches of 64, with Adam and the cross-entropy. Returns the loss of each batch before its update.
    public float[] Train(DigitTensors digits, double lr, Progress progress)
    {
        using var lossFunction = CrossEntropyLoss();
        using var optimizer = optim.Adam(model.parameters(), lr);
        var losses = new float[(digits.Count + Batch - 1) / Batch];
        for (var batch = 0; batch < losses.Length; batch++)
        {
            using var scope = NewDisposeScope();
            int first = batch * Batch, rows = Math.Min(Batch, digits.Count - first);
            var loss = lossFunction.call(model.call(Images(digits, first, rows)), digits.Labels.narrow(0, first, rows));
            optimizer.zero_grad();
            loss.backward();
            optimizer.step();
            losses[batch] = loss.item<float>();
            progress.Report(batch, losses.Length, "batch", losses[batch]);
        }

        return losses;
    }

    public long[] Predict(DigitTensors digits)
    {
        using var noGrad = no_grad();
        var guesses = new List<long>(digits.Count);
        for (var first = 0; first < digits.Count; first += TestBatch)
        {
            using var scope = NewDisposeScope();
            var rows = Math.Min(TestBatch, digits.Count - first);
            guesses.AddRange(model.call(Images(digits, first, rows)).argmax(1).cpu().data<long>().ToArray());
        }

        return [.. guesses];
    }

    public void Dispose() => model.Dispose();

    private static Tensor Images(DigitTensors digits, int first, int rows) =>
        digits.Pixels.narrow(0, first, rows).to(ScalarType.Float32) / 255;
}
