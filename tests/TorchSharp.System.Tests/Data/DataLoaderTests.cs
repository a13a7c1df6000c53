using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace TorchSharp.Tests.Data;

public class DataLoaderTests
{
    /// <summary>Sample i: its index, and a row of (i, 10 i).</summary>
    private sealed class Samples(long count) : Dataset
    {
        public bool Disposed { get; private set; }
        public long FailAt { get; init; } = -1;

        public override long Count => count;

        public override Dictionary<string, Tensor> GetTensor(long index) => index == FailAt
            ? throw new InvalidDataException($"sample {index} is broken")
            : new() { ["index"] = tensor(index), ["row"] = tensor(new[] { index, 10 * index }) };

        protected override void Dispose(bool disposing) => Disposed = true;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(11)]
    public void Batches_come_in_order_and_the_last_may_be_smaller(int workers)
    {
        using var loader = DataLoader(new Samples(10), 4, num_worker: workers);
        Assert.Equal(3, loader.Count);
        long[][] expected = [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]];
        Assert.Equal(expected, Indices(loader));
        foreach (var (batch, indices) in loader.Zip(expected))
        {
            Assert.Equal([indices.Length, 2], batch["row"].shape);
            Assert.Equal(indices.SelectMany(i => new[] { i, 10 * i }), batch["row"].data<long>().ToArray());
        }
    }

    [Fact]
    public void Drop_last_leaves_a_smaller_batch_out()
    {
        using var loader = DataLoader(new Samples(10), 4, drop_last: true);
        Assert.Equal(2, loader.Count);
        Assert.Equal([[0, 1, 2, 3], [4, 5, 6, 7]], Indices(loader));
        using var even = DataLoader(new Samples(10), 5, drop_last: true);
        Assert.Equal(2, even.Count);
        Assert.Equal(2, even.Count());
    }

    [Fact]
    public void An_empty_dataset_has_no_batches()
    {
        using var loader = DataLoader(new Samples(0), 4);
        Assert.Equal(0, loader.Count);
        Assert.Empty(loader);
    }

    // TorchSharp draws a place as Next() << 32 plus Next(), modulo i + 1, of System.Random.
    [Fact]
    public void A_seed_gives_the_same_order_at_each_pass()
    {
        using var loader = DataLoader(new Samples(10), 3, shuffle: true, seed: 1);
        var first = Indices(loader).SelectMany(batch => batch).ToArray();
        Assert.Equal(ShuffledByHand(10, 1), first);
        Assert.Equal(first, Indices(loader).SelectMany(batch => batch));
        Assert.Equal(first, new FisherYatesShuffler(10, 1));
        Assert.NotEqual(first, new FisherYatesShuffler(10, 2));
    }

    [Fact]
    public void Without_a_seed_each_pass_is_a_permutation_of_its_own()
    {
        using var loader = DataLoader(new Samples(100), 7, shuffle: true);
        var first = Indices(loader).SelectMany(batch => batch).ToArray();
        var second = Indices(loader).SelectMany(batch => batch).ToArray();
        Assert.Equal(Enumerable.Range(0, 100).Select(i => (long)i), first.Order());
        Assert.Equal(first.Order(), second.Order());
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void Indices_may_come_from_a_shuffler_of_ones_own()
    {
        using var loader = DataLoader(new Samples(10), 2, [9L, 3, 3, 0, 5]);
        Assert.Equal([[9, 3], [3, 0], [5]], Indices(loader));
    }

    [Fact]
    public void A_batch_is_disposed_when_the_next_is_asked_for()
    {
        using var loader = DataLoader(new Samples(4), 2);
        using var batches = loader.GetEnumerator();
        Assert.True(batches.MoveNext());
        var first = batches.Current["index"];
        Assert.Equal([0L, 1], first.data<long>().ToArray());
        Assert.True(batches.MoveNext());
        Assert.True(first.IsInvalid);
        var second = batches.Current["index"];
        Assert.False(batches.MoveNext());
        Assert.True(second.IsInvalid);
        batches.Reset();
        Assert.True(batches.MoveNext());
        Assert.Equal([0L, 1], batches.Current["index"].data<long>().ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_pass_leaves_no_tensor_behind(int workers)
    {
        using var loader = DataLoader(new Samples(20), 3, num_worker: workers);
        Indices(loader);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var before = Tensor.TotalCount;
        Indices(loader);
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Batches_can_be_kept()
    {
        using var loader = DataLoader(new Samples(4), 2, disposeBatch: false);
        List<Dictionary<string, Tensor>> batches;
        using (NewDisposeScope()) batches = [.. loader];
        Assert.Equal([0L, 1], batches[0]["index"].data<long>().ToArray());
        Assert.Equal([2L, 3], batches[1]["index"].data<long>().ToArray());
    }

    [Fact]
    public void The_dataset_is_disposed_with_the_loader_unless_it_shall_not()
    {
        var (own, kept) = (new Samples(3), new Samples(3));
        DataLoader(own, 1).Dispose();
        DataLoader(kept, 1, disposeDataset: false).Dispose();
        Assert.True(own.Disposed);
        Assert.False(kept.Disposed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_broken_sample_is_reported_and_the_others_disposed(int workers)
    {
        using var loader = DataLoader(new Samples(6) { FailAt = 3 }, 6, num_worker: workers);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var before = Tensor.TotalCount;
        var error = Assert.Throws<InvalidDataException>(() => Indices(loader));
        Assert.Equal("sample 3 is broken", error.Message);
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void A_batch_size_below_one_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => DataLoader(new Samples(3), 0));

    [Fact]
    public void A_loader_of_ones_own_collates_as_it_likes()
    {
        using var loader = new DataLoader<Dictionary<string, Tensor>, long>(new Samples(5), 2, (samples, _) => samples.Sum(sample => sample["index"].item<long>()));
        Assert.Equal([1L, 5, 4], loader);
    }

    [Fact]
    public void Tensors_are_a_dataset_by_their_rows()
    {
        using var x = arange(12).reshape(6, 2);
        using var y = arange(6) * 100;
        using (var dataset = TensorDataset(x, y))
        {
            Assert.Equal(6, dataset.Count);
            Assert.Equal([6L, 7], dataset[3][0].data<long>().ToArray());
            Assert.Equal(300, dataset.GetTensor(3)[1].item<long>());
            using var loader = DataLoader(dataset, 4);
            var shapes = loader.Select(batch => (batch[0].shape[0], batch[1].data<long>()[0])).ToArray();
            Assert.Equal([(4L, 0L), (2L, 400L)], shapes);
        }
        Assert.Equal(12, x.NumberOfElements);
        Assert.Throws<ArgumentException>(() => TensorDataset(x, arange(5)));
        Assert.Throws<ArgumentNullException>(() => TensorDataset());
    }

    private static long[][] Indices(DataLoader loader) => [.. loader.Select(batch => batch["index"].data<long>().ToArray())];

    private static List<long> ShuffledByHand(int size, int seed)
    {
        var random = new Random(seed);
        var order = new List<long>();
        for (var i = 0; i < size; i++)
        {
            var high = (long)random.Next() << 32;
            var place = (int)((high + random.Next()) % (i + 1));
            order.Add(i);
            (order[i], order[place]) = (order[place], order[i]);
        }
        return order;
    }
}
