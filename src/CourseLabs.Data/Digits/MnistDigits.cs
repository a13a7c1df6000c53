using CourseLabs.Data.Hub;

namespace CourseLabs.Data.Digits;

/// <summary>MNIST's pictures and labels in the file's order (COURSE C4).</summary>
/// <param name="Pixels">A picture after the other, row after row, 0 (background) to 255 (ink): (count x pixels of a picture).</param>
/// <param name="Labels">The digit of each picture, 0 to 9.</param>
/// <param name="Height">Rows of a picture: 28.</param>
/// <param name="Width">Columns of a picture: 28.</param>
public sealed record MnistDigits(byte[] Pixels, byte[] Labels, int Height, int Width)
{
    /// <summary>How many pictures.</summary>
    public int Count => Labels.Length;

    /// <summary>How many pixels a picture has: 784.</summary>
    public int PixelsEach => Height * Width;

    /// <summary>The pixels of a picture, row after row.</summary>
    public ReadOnlySpan<byte> Picture(int index) => Pixels.AsSpan(index * PixelsEach, PixelsEach);

    /// <summary>The first so many of these.</summary>
    /// <param name="count">At least 0; all where there are no more.</param>
    public MnistDigits First(int count) =>
        count >= Count ? this : this with { Pixels = Pixels[..(count * PixelsEach)], Labels = Labels[..count] };

    /// <summary>The 60,000 pictures to train on.</summary>
    /// <exception cref="DataException">They cannot be had, or a file is damaged.</exception>
    public static MnistDigits Train(DataHub hub)
    {
        ArgumentNullException.ThrowIfNull(hub);
        return ReadIdx(hub.Download("mnist_train_images"), hub.Download("mnist_train_labels"));
    }

    /// <summary>The 10,000 pictures to test with.</summary>
    /// <exception cref="DataException">They cannot be had, or a file is damaged.</exception>
    public static MnistDigits Test(DataHub hub)
    {
        ArgumentNullException.ThrowIfNull(hub);
        return ReadIdx(hub.Download("mnist_test_images"), hub.Download("mnist_test_labels"));
    }

    /// <summary>Reads a pair of idx files, packed with gzip or not.</summary>
    /// <exception cref="DataException">A file is not whole or no idx file, a label is over 9, or they are no pair.</exception>
    public static MnistDigits ReadIdx(string images, string labels)
    {
        (var sizes, var pixels) = IdxFile.Read(images, dimensions: 3);
        var digits = IdxFile.Read(labels, dimensions: 1).Values;
        if (digits.Length != sizes[0])
            throw new DataException($"{images} has {sizes[0]} pictures, and {labels} has {digits.Length} labels.");
        if (digits.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)9) is var wrong and >= 0)
            throw new DataException($"{labels}, label {wrong + 1}: {digits[wrong]} is no digit.");
        return new(pixels, digits, sizes[1], sizes[2]);
    }
}
