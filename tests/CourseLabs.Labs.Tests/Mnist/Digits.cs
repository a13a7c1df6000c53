using CourseLabs.Data.Digits;

namespace CourseLabs.Labs.Tests;

/// <summary>Digits for tests, and the real ones where they are at hand.</summary>
internal static class Digits
{
    private static readonly Lazy<(MnistDigits Train, MnistDigits Test)> Read =
        new(() => (MnistDigits.Train(new()), MnistDigits.Test(new())));

    /// <summary>The 60,000 and the 10,000, read once.</summary>
    public static (MnistDigits Train, MnistDigits Test) Real => Read.Value;

    /// <summary>Pictures that a network can tell apart: a digit is a bright row of its own, the rest is noise.</summary>
    public static MnistDigits Synthetic(int count, int seed = 1)
    {
        const int side = 28;
        var random = new Random(seed);
        byte[] pixels = [.. Enumerable.Range(0, count * side * side).Select(_ => (byte)random.Next(100))];
        byte[] labels = [.. Enumerable.Range(0, count).Select(_ => (byte)random.Next(10))];
        for (var i = 0; i < count; i++)
            pixels.AsSpan((i * side * side) + (labels[i] * 2 * side), side).Fill(255);
        return new(pixels, labels, side, side);
    }
}
