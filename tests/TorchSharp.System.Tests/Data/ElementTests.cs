using System.Numerics;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Data;

/// <summary>Elements in and out: tensor(...), from_array, data, item, casts.</summary>
public class ElementTests
{
    [Fact]
    public void Tensor_copies_its_array_and_from_array_shares_it()
    {
        var numbers = new float[] { 1, 2, 3 };
        using var copy = tensor(numbers);
        using var shared = from_array(numbers);
        numbers[0] = 10;
        Assert.Equal(1, copy.data<float>()[0]);
        Assert.Equal(10, shared.data<float>()[0]);
        shared.data<float>()[2] = 30;
        Assert.Equal(30, numbers[2]);
    }

    [Fact]
    public void A_shared_array_lives_as_long_as_a_view_of_it()
    {
        var view = View();
        for (var i = 0; i < 5; i++) Garbage();
        Assert.Equal(Enumerable.Range(500, 500), view.data<int>());
        view.Dispose();

        static Tensor View()
        {
            using var shared = from_array(Enumerable.Range(0, 1000).ToArray());
            return shared.slice(0, 500, 1000, 1);
        }

        static void Garbage()
        {
            _ = Enumerable.Range(0, 100).Select(_ => new int[1000]).ToArray();
            GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        }
    }

    [Fact]
    public void Arrays_of_up_to_four_dimensions_keep_their_shape()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([2L, 3], tensor(new[,] { { 1, 2, 3 }, { 4, 5, 6 } }).shape);
        Assert.Equal([1, 2, 3, 4, 5, 6], tensor(new[,] { { 1, 2, 3 }, { 4, 5, 6 } }).data<int>());
        Assert.Equal([1L, 2, 3], tensor(new double[1, 2, 3]).shape);
        Assert.Equal([1L, 2, 3, 4], tensor(new bool[1, 2, 3, 4]).shape);
        Assert.Equal([2L, 2], tensor(new List<short> { 1, 2, 3, 4 }, 2, 2).shape);
        Assert.Equal([1f, 2], tensor(new Memory<float>([0, 1, 2, 3], 1, 2), [2]).data<float>());
        Assert.Equal([2L, 1, 1, 1, 1], from_array(new float[2, 1, 1, 1, 1]).shape);
        Assert.Equal([(1f, 2f), (3f, 4f)], tensor(new[,] { { (1f, 2f) }, { (3f, 4f) } }).data<(float, float)>());
        Assert.Equal([0L], tensor(Array.Empty<float>()).shape);
    }

    [Fact]
    public void A_scalar_has_the_type_of_its_number()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(float32, tensor(1f).dtype);
        Assert.Equal(float64, tensor(1.0).dtype);
        Assert.Equal(int32, tensor(1).dtype);
        Assert.Equal(int64, tensor(1L).dtype);
        Assert.Equal(@bool, tensor(true).dtype);
        Assert.Equal(complex64, tensor(1f, 2f).dtype);
        Assert.Equal(new Complex(1, 2), tensor(1.0, 2.0).item<Complex>());
        Assert.Equal(44, tensor(300L, uint8).item<byte>());
        Assert.Empty(tensor(1f).shape);
    }

    [Fact]
    public void Frombuffer_shares_a_part_of_the_array()
    {
        var numbers = new[] { 1, 2, 3, 4, 5 };
        using var middle = frombuffer(numbers, int32, 3, 1);
        Assert.Equal([2, 3, 4], middle.data<int>());
        numbers[1] = 20;
        Assert.Equal(20, middle.data<int>()[0]);
        using var converted = frombuffer(numbers, float64, offset: 3);
        Assert.Equal([4.0, 5], converted.data<double>());
        Assert.Throws<ArgumentException>(() => frombuffer(numbers, int32, offset: 5));
        Assert.Throws<IndexOutOfRangeException>(() => frombuffer(numbers, int32, 6));
    }

    [Fact]
    public void As_tensor_gives_the_same_memory_where_nothing_changes()
    {
        using var x = tensor(new[] { 1f, 2 });
        using var same = as_tensor(x);
        using var other = as_tensor(x, float64);
        x.data<float>()[0] = 5;
        Assert.Equal(5, same.data<float>()[0]);
        Assert.Equal([1.0, 2], other.data<double>());
    }

    [Fact]
    public void Data_follows_the_strides_of_a_view()
    {
        using var scope = NewDisposeScope();
        var x = arange(6).reshape(2, 3).t();
        Assert.Equal([0L, 3, 1, 4, 2, 5], x.data<long>());
        Assert.Equal([0L, 3, 1, 4, 2, 5], x.data<long>().ToArray());
        Assert.Equal(new long[,] { { 0, 3 }, { 1, 4 }, { 2, 5 } }, (long[,])x.data<long>().ToNDArray());
        Assert.Equal(4, x.data<long>()[1, 1]);
        Assert.Equal(4, x.data<long>()[3]);
        x.data<long>()[2, 0] = -7;
        x.data<long>()[5] = -8;
        Assert.Equal([0L, 3, 1, 4, -7, -8], x.data<long>());
        var part = new long[3];
        x.data<long>().CopyTo(part, 1, 3);
        Assert.Equal([0L, 4, -7], part);
        x.data<long>().CopyFrom([100L, 101], 0, 1);
        Assert.Equal([0L, 100, 101, 4, -7, -8], x.data<long>());
        var expanded = tensor(new[] { 1, 2 }).unsqueeze(1).expand(2, 3);
        Assert.Equal([1, 1, 1, 2, 2, 2], expanded.data<int>());
        Assert.Equal([new Complex(1, -2)], tensor(new[] { new Complex(1, 2) }).conj().data<Complex>());
    }

    [Fact]
    public void A_position_that_is_none_is_refused()
    {
        using var scope = NewDisposeScope();
        var data = arange(6).reshape(2, 3).data<long>();
        Assert.Throws<IndexOutOfRangeException>(() => data[6]);
        Assert.Throws<ArgumentOutOfRangeException>(() => data[-1]);
        Assert.Throws<IndexOutOfRangeException>(() => data[2, 0]);
        Assert.Throws<IndexOutOfRangeException>(() => data[0, 0, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => data.CopyTo(new long[1], 0, 6));
    }

    [Fact]
    public void Another_type_than_the_tensors_is_refused()
    {
        using var x = zeros(1);
        Assert.Throws<ArgumentException>(() => x.data<double>());
        Assert.Throws<ArgumentException>(() => x.item<long>());
        Assert.Throws<ArgumentException>(() => x.ReadCpuDouble(0));
        using var b = zeros(1, bfloat16);
        Assert.Throws<ArgumentException>(() => b.data<float>());
        Assert.Equal(0f, b.ReadCpuBFloat16(0));
    }

    [Fact]
    public void Item_wants_one_element()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(7, full([1L, 1], 7).item<long>());
        Assert.Throws<ArgumentException>(() => zeros(2).item<float>());
        Assert.Throws<ExternalException>(() => zeros(2).ToScalar());
        Assert.Throws<ExternalException>(() => (float)zeros(0));
    }

    [Fact]
    public void A_disposed_tensor_is_refused_and_so_are_its_elements()
    {
        var x = ones(3);
        var data = x.data<float>();
        x.Dispose();
        Assert.ThrowsAny<InvalidOperationException>(() => x.data<float>());
        Assert.ThrowsAny<InvalidOperationException>(() => x.item<float>());
        Assert.ThrowsAny<InvalidOperationException>(() => x.shape);
        Assert.ThrowsAny<InvalidOperationException>(() => data[0]);
        Assert.ThrowsAny<InvalidOperationException>(() => data.ToArray());
    }

    [Fact]
    public void Casts_go_both_ways()
    {
        using var scope = NewDisposeScope();
        Tensor x = new[] { 1f, 2 };
        Tensor s = 3.5;
        Assert.Equal([1f, 2], x.data<float>());
        Assert.Equal(3.5, (double)s);
        Assert.Equal(3.5f, s.ToSingle());
        Assert.Equal(3, (int)s);
        Assert.True((bool)s);
        Assert.Equal((3.5f, 0f), s.ToComplexFloat32());
        Assert.Equal(1.5f, tensor(1.5, bfloat16).ToSingle());
        Assert.Equal((Half)1.5, tensor(1.5, half).item<Half>());
        Assert.Equal([2, 3], zeros(2, 3).IntShape().ToArray());
        Assert.Equal(6, zeros(2, 3).shape.TotalSize());
    }

    [Fact]
    public void Bytes_are_those_of_memory()
    {
        using var x = tensor(new short[] { 1, 256 });
        Assert.Equal([1, 0, 0, 1], x.bytes.ToArray());
        x.bytes = new byte[] { 2, 0, 0, 2 };
        Assert.Equal([2, 512], x.data<short>().ToArray());
        Assert.Throws<ArgumentException>(() => x.bytes = new byte[3]);
        using var grid = zeros(2, 3);
        using var turned = grid.t();
        Assert.Throws<InvalidOperationException>(() => turned.bytes.Length);
    }
}
