using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Data;

public class IndexingTests
{
    [Fact]
    public void Integers_select_and_count_from_the_end_when_negative()
    {
        using var scope = NewDisposeScope();
        var x = arange(24).reshape(2, 3, 4);
        Assert.Equal(23, x[-1, -1, -1].item<long>());
        Assert.Equal([4L, 5, 6, 7], x[0, 1].data<long>());
        Assert.Equal([3L, 4], x[1].shape);
        Assert.Equal(6, x[new long[] { 0, 1, 2 }].item<long>());
        Assert.Equal(6, x[TensorIndex.Single(0), 1, 2].item<long>());
        Assert.Equal(11, x[0, ^1, ^1].item<long>());
        Assert.Equal(5, ones([1, 1, 1, 1, 1, 1]).mul(5)[0, 0, 0, 0, 0, 0].item<float>());
    }

    [Fact]
    public void Slices_are_views_with_start_stop_and_step()
    {
        using var scope = NewDisposeScope();
        var x = arange(10);
        Assert.Equal([2L, 3, 4], x[2..5].data<long>());
        Assert.Equal([8L, 9], x[^2..].data<long>());
        Assert.Equal([0L, 1], x[..2].data<long>());
        Assert.Equal([0L, 1, 2, 3, 4, 5, 6, 7], x[..^2].data<long>());
        Assert.Equal(10, x[..].numel());
        Assert.Equal([1L, 4, 7], x[TensorIndex.Slice(1, 9, 3)].data<long>());
        Assert.Equal([3L, 4], x[(3, 5)].data<long>());
        Assert.Equal([8L, 9], x[(8, null)].data<long>());
        x[2..4].fill_(-1);
        Assert.Equal([1L, -1, -1, 4], x[1..5].data<long>());
        Assert.Equal([0L, 0], x[TensorIndex.Slice(5, 2), TensorIndex.None].shape[..1].Append(0));
        Assert.Empty(x[0..0].data<long>());
    }

    [Fact]
    public void Ellipsis_none_colon_and_truth_values_select_as_in_Python()
    {
        using var scope = NewDisposeScope();
        var x = arange(24).reshape(2, 3, 4);
        Assert.Equal([3L, 7, 11, 15, 19, 23], x[TensorIndex.Ellipsis, 3].data<long>());
        Assert.Equal([2L, 1, 3, 4], x[TensorIndex.Colon, TensorIndex.None].shape);
        Assert.Equal([1L, 2, 3, 4], x[TensorIndex.Null].shape);
        Assert.Equal([4L, 16], x[TensorIndex.Colon, 1, 0].data<long>());
        Assert.Equal([1L, 2, 3, 4], x[TensorIndex.Bool(true)].shape);
        Assert.Equal([0L, 2, 3, 4], x[TensorIndex.Bool(false)].shape);
        Assert.Equal([1L, 2], x[0, 0, 1..3].data<long>());
        Assert.Throws<InvalidOperationException>(() => (Tensor)TensorIndex.Colon);
    }

    [Fact]
    public void Masks_and_index_tensors_select_copies()
    {
        using var scope = NewDisposeScope();
        var x = arange(6).reshape(2, 3);
        Assert.Equal([4L, 5], x[x > 3].data<long>());
        Assert.Equal([2L, 3, 1], x[tensor(new[] { 0L, 1, 0 }), tensor(new[] { 2L, 0, 1 })].data<long>());
        Assert.Equal([2L, 0, 5, 3], x[TensorIndex.Colon, TensorIndex.Tensor(tensor(new[] { 2L, 0 }))].data<long>());
        Assert.Equal([2L, 0, 5, 3], x.index(null!, tensor(new[] { 2L, 0 })).data<long>());
        var copy = x[tensor(new[] { 1L })];
        copy.fill_(0);
        Assert.Equal(5, x[1, 2].item<long>());
    }

    [Fact]
    public void Writing_broadcasts_and_takes_numbers_of_any_type()
    {
        using var scope = NewDisposeScope();
        var x = zeros(2, 3);
        x[0] = tensor(new[] { 1f, 2, 3 });
        x[1, 2] = 7;
        x[TensorIndex.Colon, 0] = tensor(9f);
        Assert.Equal([9f, 2, 3, 9, 0, 7], x.data<float>());
        x[x > 5] = 0.5;
        Assert.Equal([0.5f, 2, 3, 0.5f, 0, 0.5f], x.data<float>());
        x[.., 1..3] = tensor(new[] { 10.0, 20 });
        Assert.Equal([0.5f, 10, 20, 0.5f, 10, 20], x.data<float>());
        x[tensor(new[] { 1L }), tensor(new[] { 0L })] = tensor(-1f);
        Assert.Equal(-1, x[1, 0].item<float>());
        x[new long[] { 0, 0 }] = 3;
        Assert.Equal(3, x[0, 0].item<float>());
        Assert.Same(x, x.index_put_((Scalar)4, TensorIndex.Ellipsis));
        Assert.Equal(Enumerable.Repeat(4f, 6), x.data<float>());
    }

    [Fact]
    public void Accumulating_adds_every_value()
    {
        using var scope = NewDisposeScope();
        var x = zeros(3);
        var where = tensor(new[] { 0L, 0, 2 });
        x.index_put_(tensor(new[] { 1f, 2, 3 }), new[] { where }, accumulate: true);
        Assert.Equal([3f, 0, 3], x.data<float>());
        x.index_put_(tensor(new[] { 1f, 2, 3 }), new[] { TensorIndex.Tensor(where) }, accumulate: false);
        Assert.Equal([2f, 0, 3], x.data<float>());
        Assert.Throws<ArgumentException>(() => x.index_put_(ones(3), [TensorIndex.Colon], accumulate: true));
    }

    [Fact]
    public void Reading_and_writing_parts_is_differentiable()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, 3, requires_grad: true);
        var y = x * 1;
        y[0, 1] = 5;
        (y[TensorIndex.Colon, 1..].sum() + y[tensor(new[] { 1L })].sum()).backward();
        Assert.Equal([0f, 0, 1, 1, 2, 2], x.grad!.data<float>());
    }

    [Fact]
    public void A_bad_index_is_an_exception_with_libtorchs_words()
    {
        using var scope = NewDisposeScope();
        var x = zeros(2, 3);
        Assert.Contains("out of bounds", Assert.Throws<ExternalException>(() => x[2]).Message);
        Assert.Contains("out of bounds", Assert.Throws<ExternalException>(() => x[0, -4]).Message);
        Assert.Contains("too many indices", Assert.Throws<ExternalException>(() => x[0, 0, 0]).Message);
        Assert.Contains("step", Assert.Throws<ExternalException>(() => x[TensorIndex.Slice(null, null, -1)]).Message);
        Assert.Contains("expanded size", Assert.Throws<ExternalException>(() => x[0] = zeros(4)).Message);
        Assert.Throws<ExternalException>(() => x[ones(3, dtype: @bool)]);
        Assert.Throws<ExternalException>(() => zeros(1)[0][0]);
        x.Dispose();
        Assert.ThrowsAny<InvalidOperationException>(() => x[0]);
    }

    [Fact]
    public void Indexing_leaves_nothing_behind()
    {
        using var x = zeros(4, 4);
        using var mask = x > 0;
        var before = Tensor.TotalCount;
        for (var i = 0; i < 10; i++)
        {
            x[1, 2].Dispose();
            x[mask].Dispose();
            x.index_put_((Scalar)1, TensorIndex.Single(0));
        }
        Assert.Equal(before, Tensor.TotalCount);
    }
}
