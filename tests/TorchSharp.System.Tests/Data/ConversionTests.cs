using static TorchSharp.torch;

namespace TorchSharp.Tests.Data;

public class ConversionTests
{
    private static readonly PeerFigures Figures = PeerFigures.Load("data");

    [Fact]
    public void Element_types_convert_as_in_PyTorch()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { -3.7, -1.0, -0.2, 0.0, 0.2, 1.5, 2.5, 100.9 });
        Figures.AssertEqual("to float32", x.@float(), 0);
        Figures.AssertEqual("to float16", x.half(), 0);
        Figures.AssertEqual("to bfloat16", x.bfloat16(), 0);
        Figures.AssertEqual("to int64", x.@long(), 0);
        Figures.AssertEqual("to int32", x.@int(), 0);
        Figures.AssertEqual("to int16", x.@short(), 0);
        Figures.AssertEqual("to int8", x.@char(), 0);
        Figures.AssertEqual("to bool", x.@bool(), 0);
        Figures.AssertEqual("int64 to uint8", tensor(new[] { -1L, 255, 256, 300 }).@byte(), 0);
        Figures.AssertEqual("int64 to uint8", tensor(new[] { -1L, 255, 256, 300 }, dtype: uint8), 0);
    }

    [Fact]
    public void To_shares_memory_unless_something_changes_or_a_copy_is_asked_for()
    {
        using var scope = NewDisposeScope();
        var x = zeros(2);
        var same = x.to(float32);
        var place = x.cpu();
        var copy = x.to(float32, copy: true);
        x.fill_(1);
        Assert.Equal([1f, 1], same.data<float>());
        Assert.Equal([1f, 1], place.data<float>());
        Assert.Equal([0f, 0], copy.data<float>());
        Assert.NotSame(x, same);
    }

    [Fact]
    public void DisposeAfter_disposes_the_original()
    {
        var x = ones(2);
        using var y = x.to(float64, disposeAfter: true);
        Assert.True(x.IsInvalid);
        Assert.Equal([1.0, 1], y.data<double>());
    }

    [Fact]
    public void To_takes_type_and_device_from_another_tensor()
    {
        using var x = ones(2);
        using var other = zeros(1, int16);
        using var y = x.to(other);
        using var z = x.type_as(other);
        Assert.Equal(int16, y.dtype);
        Assert.Equal(int16, z.dtype);
        Assert.Equal(int32, x.type(int32).dtype);
        Assert.Equal(float64, x.type(t => t.@double()).dtype);
    }

    [Fact]
    public void A_device_that_is_not_there_is_refused_in_words()
    {
        using var x = ones(2);
        Assert.Throws<ArgumentException>(() => x.to("gpu"));
        Assert.Throws<ArgumentException>(() => x.cuda(CPU));
        Assert.Throws<InvalidOperationException>(() => x.mps());
        if (!cuda.is_available()) Assert.Throws<InvalidOperationException>(() => x.cuda());
        using var nowhere = x.to(META);
        Assert.True(nowhere.is_meta);
        Assert.False(nowhere.is_cuda);
    }

    [Fact]
    public void A_conversion_is_differentiable()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, requires_grad: true);
        x.to(float64).sum().backward();
        Assert.Equal([1f, 1], x.grad!.data<float>());
    }

    [Fact]
    public void What_a_tensor_is_can_be_asked()
    {
        using var scope = NewDisposeScope();
        var x = zeros(2, 3).t();
        Assert.Equal([3L, 2], x.size());
        Assert.Equal(2, x.size(-1));
        Assert.Equal([1L, 3], x.stride());
        Assert.Equal(3, x.stride(1));
        Assert.Equal((6L, 2L, 4L), (x.numel(), x.dim(), x.element_size()));
        Assert.False(x.is_contiguous());
        Assert.Equal(2, arange(5).slice(0, 2, 5, 1).storage_offset());
        Assert.True(x.is_floating_point() && !x.is_integral() && !x.is_complex() && x.is_cpu());
        Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => x.size(2));
        Assert.Equal(8, complex64.ElementSize());
    }
}
