using CourseLabs.Matrices;
using CourseLabs.Data.Digits;

namespace CourseLabs.Labs;

/// <summary>One row of MNIST as the slide's loops normalize it: inputs from 0.01 to 1, targets 0.01 and 0.99 (COURSE C4).</summary>
/// <param name="digits">Pictures and labels.</param>
internal sealed class DigitRow(MnistDigits digits)
{
    /// <summary>Outputs of a network for MNIST.</summary>
    public const int Classes = 10;

    private static readonly double[] Normalized = [.. Enumerable.Range(0, 256).Select(pixel => (pixel / 255.0 * 0.99) + 0.01)];

    /// <summary>x / 255 * 0.99 + 0.01, (1 x 784).</summary>
    public Matrix InputData { get; } = new(1, digits.PixelsEach);

    /// <summary>0.99 at the digit, 0.01 elsewhere, (1 x 10).</summary>
    public Matrix TargetData { get; } = new(1, Classes);

    /// <summary>Makes this the row of the given index, without allocating.</summary>
    public void Read(int index)
    {
        ReadOnlySpan<byte> pixels = digits.Picture(index);
        Span<double> input = InputData.Values;
        for (int i = 0; i < input.Length; i++)
            input[i] = Normalized[pixels[i]];
        TargetData.Values.Fill(0.01);
        TargetData.Values[digits.Labels[index]] = 0.99;
    }
}
