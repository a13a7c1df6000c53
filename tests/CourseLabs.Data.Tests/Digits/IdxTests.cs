using System.IO.Compression;
using CourseLabs.Data.Digits;
using CourseLabs.Data.Hub;

namespace CourseLabs.Data.Tests.Digits;

public sealed class IdxTests : IDisposable
{
    private static readonly byte[] Images = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255]; // two of 2 x 3
    private static readonly byte[] Labels = [0, 0, 8, 1, 0, 0, 0, 2, 9, 0];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Pictures_and_labels_are_read_packed_or_not(bool packed)
    {
        var digits = Read(packed ? Gzip(Images) : Images, packed ? Gzip(Labels) : Labels);

        Assert.Equal((2, 2, 3, 6), (digits.Count, digits.Height, digits.Width, digits.PixelsEach));
        Assert.Equal([7, 8, 9, 10, 11, 255], digits.Picture(1).ToArray());
        Assert.Equal([9, 0], digits.Labels);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    public void The_first_pictures_keep_their_labels(int count, int taken)
    {
        MnistDigits all = Read(Images, Labels), first = all.First(count);

        Assert.Equal((taken, 2, 3), (first.Count, first.Height, first.Width));
        Assert.Equal(all.Pixels[..(6 * taken)], first.Pixels);
        Assert.Equal(all.Labels[..taken], first.Labels);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(27)]
    public void A_file_that_ends_early_is_an_error_packed_or_not(int length)
    {
        Assert.Matches("images.* (ends after|is too short for)", Error(Images[..length], Labels));
        Assert.Matches("images.* (ends after|is too short for)", Error(Gzip(Images[..length]), Labels));
    }

    [Fact]
    public void A_gz_that_was_cut_off_anywhere_is_an_error()
    {
        var packed = Gzip(Images);

        Assert.All(Enumerable.Range(0, packed.Length), length => Assert.Contains("images", Error(packed[..length], Labels), StringComparison.Ordinal));
    }

    [Fact]
    public void A_gz_with_a_wrong_bit_is_an_error()
    {
        var packed = Gzip(Images);
        packed[^6] ^= 1; // in its checksum

        Assert.Contains("images", Error(packed, Labels), StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_magic_numbers_too_much_and_files_that_are_no_pair_are_errors()
    {
        byte[] endless = [0, 0, 8, 3, .. Enumerable.Repeat((byte)255, 12)];

        Assert.Contains("begins with the number 2049, not 2051", Error([.. Labels, .. Labels], Labels), StringComparison.Ordinal);
        Assert.Contains("begins with the number 1013478509, not 2051", Error("<html>, not found"u8.ToArray(), Labels), StringComparison.Ordinal);
        Assert.Contains("goes on after the 2 x 2 x 3 values", Error([.. Images, 0], Labels), StringComparison.Ordinal);
        Assert.Contains("has 2 pictures, and", Error(Images, [0, 0, 8, 1, 0, 0, 0, 1, 9]), StringComparison.Ordinal);
        Assert.Contains("is too short for the 4294967295 x 4294967295 x 4294967295 values", Error(endless, Labels), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 3 }, "0 x 2 x 3")]
    [InlineData(new byte[] { 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 3 }, "2 x 0 x 3")]
    [InlineData(new byte[] { 0, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 3 }, "0 x 4294967295 x 3")] // was a picture of -1 rows
    public void A_file_of_no_pictures_is_an_error(byte[] sizes, string what) => Assert.Contains(
        $"images is empty: its header tells of {what} values.", Error([0, 0, 8, 3, .. sizes], [0, 0, 8, 1, 0, 0, 0, 0]),
        StringComparison.Ordinal);

    [Fact]
    public void A_label_over_nine_is_an_error_that_says_which() =>
        Assert.Matches("labels, label 2: 10 is no digit", Error(Images, [0, 0, 8, 1, 0, 0, 0, 2, 9, 10]));

    [RealDataFact("mnist_train_images mnist_train_labels mnist_test_images mnist_test_labels")]
    public void The_real_digits_are_those_of_the_known_statistics()
    {
        var hub = new DataHub();
        MnistDigits train = MnistDigits.Train(hub), test = MnistDigits.Test(hub);

        Assert.Equal((60_000, 10_000, 784), (train.Count, test.Count, train.PixelsEach));
        Assert.Equal([5, 0, 4, 1, 9], train.Labels[..5]); // the first ones, as every introduction to MNIST shows them
        Assert.Equal([7, 2, 1, 0, 4], test.Labels[..5]);
        // PyTorch's MNIST example normalizes by mean 0.1307 and standard deviation 0.3081
        var counts = new long[256];
        foreach (var pixel in train.Pixels)
            counts[pixel]++;
        double Average(Func<double, double> of) => counts.Index().Sum(c => c.Item * of(c.Index / 255.0)) / train.Pixels.Length;
        var mean = Average(p => p);
        Assert.Equal(0.1307, mean, 5e-5);
        Assert.Equal(0.3081, Math.Sqrt(Average(p => (p - mean) * (p - mean))), 5e-5);
    }

    private MnistDigits Read(byte[] images, byte[] labels) => MnistDigits.ReadIdx(folder.Write("images", images), folder.Write("labels", labels));

    private string Error(byte[] images, byte[] labels) => Assert.Throws<DataException>(() => Read(images, labels)).Message;

    private static byte[] Gzip(byte[] bytes)
    {
        var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionMode.Compress))
            gzip.Write(bytes);
        return stream.ToArray();
    }
}
