using CourseLabs.Data.Digits;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>MNIST as tensors of bytes, of which a few rows at a time become numbers.</summary>
internal sealed class DigitTensors : IDisposable
{
    /// <summary>Copies the digits to the device.</summary>
    public DigitTensors(MnistDigits digits, Device device)
    {
        Count = digits.Count;
        Pixels = tensor(digits.Pixels, [digits.Count, 1, digits.Height, digits.Width], device: device);
        Labels = tensor(digits.Labels, [digits.Count], ScalarType.Int64, device);
    }

    /// <summary>How many digits.</summary>
    public int Count { get; }

    /// <summary>(count x 1 x height x width), 0 to 255.</summary>
    public Tensor Pixels { get; }

    /// <summary>(count), int64.</summary>
    public Tensor Labels { get; }

    /// <summary>Rows as the slide normalizes them (COURSE C4), in the order of its operations.</summary>
    /// <returns>(rows x pixels), float64.</returns>
    public Tensor InputData(int first, int rows) =>
        (Pixels.narrow(0, first, rows).to(ScalarType.Float64).reshape(rows, -1) / 255.0 * 0.99) + 0.01;

    /// <summary>0.99 at the digit, 0.01 elsewhere.</summary>
    /// <returns>(1 x 10), float64.</returns>
    public Tensor TargetData(int row) =>
        full([1, DigitRow.Classes], 0.01, ScalarType.Float64, Labels.device).index_fill_(1, Labels.narrow(0, row, 1), 0.99);

    /// <inheritdoc/>
    public void Dispose()
    {
        Pixels.Dispose();
        Labels.Dispose();
    }
}
