using CourseLabs.Data.Digits;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// MNIST as tensors of bytes, (count x 1 x height x width), of which a few rows at a time become numbers.
internal sealed class DigitTensors(MnistDigits digits, Device device) : IDisposable
{
    public int Count => digits.Count;

    public Tensor Pixels { get; } = tensor(digits.Pixels, [digits.Count, 1, digits.Height, digits.Width], device: device);

    public Tensor Labels { get; } = tensor(digits.Labels, [digits.Count], ScalarType.Int64, device);

    // Rows as the slide normalizes them, in the order of its operations: (rows x pixels), float64.
    public Tensor InputData(int first, int rows) =>
        (Pixels.narrow(0, first, rows).to(ScalarType.Float64).reshape(rows, -1) / 255.0 * 0.99) + 0.01;

    // 0.99 at the digit, 0.01 elsewhere: (1 x 10), float64.
    public Tensor TargetData(int row) =>
        full([1, 10], 0.01, ScalarType.Float64, Labels.device).index_fill_(1, Labels.narrow(0, row, 1), 0.99);

    public void Dispose()
    {
        Pixels.Dispose();
        Labels.Dispose();
    }
}
