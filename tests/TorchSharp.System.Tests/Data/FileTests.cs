using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Data;

public class FileTests
{
    public static TheoryData<ScalarType> Types { get; } = new(Enum.GetValues<ScalarType>());

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_type_comes_back_from_TorchSharps_format(ScalarType type) => AssertComesBack(type, (x, file) => x.Save(file), file => Tensor.Load(file));

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_type_comes_back_from_libtorchs_format(ScalarType type) => AssertComesBack(type, save, load);

    [Fact]
    public void A_file_of_TorchSharp_is_read()
    {
        // Type 6 (Float32), 2 dimensions, 2 by 3, then the numbers, low byte first: tensor([[1, 2, 3], [4, 5, 6]]).
        byte[] file = [6, 2, 2, 3, 0, 0, 128, 63, 0, 0, 0, 64, 0, 0, 64, 64, 0, 0, 128, 64, 0, 0, 160, 64, 0, 0, 192, 64];
        using var x = Tensor.Load(new MemoryStream(file));
        Assert.Equal([2L, 3], x.shape);
        Assert.Equal([1f, 2, 3, 4, 5, 6], x.data<float>());
        using var written = new MemoryStream();
        x.Save(written);
        Assert.Equal(file, written.ToArray());
    }

    [Fact]
    public void A_size_over_127_takes_two_bytes()
    {
        using var written = new MemoryStream();
        using var x = zeros(300, uint8);
        x.Save(written);
        Assert.Equal([0, 1, 0b1010_1100, 0b10], written.ToArray()[..4]);
        using var read = Tensor.Load(new MemoryStream(written.ToArray()));
        Assert.Equal(300, read.numel());
    }

    [Fact]
    public void A_file_that_is_short_or_missing_is_refused()
    {
        Assert.Throws<EndOfStreamException>(() => Tensor.Load(new MemoryStream([6, 1, 4, 0, 0])));
        Assert.Throws<FileNotFoundException>(() => Tensor.Load("no such file"));
        Assert.Throws<ExternalException>(() => load("no such file"));
    }

    [Fact]
    public void A_file_of_raw_numbers_is_a_tensor()
    {
        var file = Path.GetTempFileName();
        File.WriteAllBytes(file, MemoryMarshal.AsBytes<float>([1, 2, 3]).ToArray());
        using var x = from_file(file, size: 3, dtype: float32);
        Assert.Equal([1f, 2, 3], x.data<float>());
        File.Delete(file);
    }

    private static void AssertComesBack(ScalarType type, Action<Tensor, string> write, Func<string, Tensor> read)
    {
        using var scope = NewDisposeScope();
        var file = Path.GetTempFileName();
        foreach (var shape in new long[][] { [], [0], [5], [2, 3], [2, 0, 3], [2, 1, 3, 2] })
        {
            var x = randint(0, 2, shape).to(type);
            write(x, file);
            var y = read(file);
            Assert.Equal(type, y.dtype);
            Assert.Equal(shape, y.shape);
            Assert.Equal(x.bytes.ToArray(), y.bytes.ToArray());
        }
        File.Delete(file);
    }
}
