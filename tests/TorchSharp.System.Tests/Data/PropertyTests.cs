using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Data;

/// <summary>What holds for any array and any slice.</summary>
public class PropertyTests
{
    [Fact]
    public void Any_array_comes_back_from_its_tensor()
    {
        ComesBack<bool>(x => tensor(x));
        ComesBack<byte>(x => tensor(x));
        ComesBack<sbyte>(x => tensor(x));
        ComesBack<short>(x => tensor(x));
        ComesBack<int>(x => tensor(x));
        ComesBack<long>(x => tensor(x));
        ComesBack<float>(x => tensor(x));
        ComesBack<double>(x => tensor(x));
        ComesBack<(float, float)>(x => tensor(x));
        Check(from parts in ArbMap.Default.GeneratorFor<(double, double)[]>() select Array.ConvertAll(parts, p => new Complex(p.Item1, p.Item2)), x => Same(x, tensor(x)) && Same(x, from_array(x)));
        Check(from parts in ArbMap.Default.GeneratorFor<float[]>() select Array.ConvertAll(parts, p => (Half)p), x => Same(x, tensor(x)) && Same(x, from_array(x)));
    }

    [Fact]
    public void Any_slice_has_the_elements_that_the_array_has_there()
    {
        var slices = from size in Gen.Choose(0, 12)
                     from start in Gen.Choose(-14, 14)
                     from stop in Gen.Choose(-14, 14)
                     from step in Gen.Choose(1, 5)
                     select (size, start, stop, step);
        Check(slices, s =>
        {
            var x = arange(s.size);
            var expected = new List<long>();
            for (var i = Clamp(s.start, s.size); i < Clamp(s.stop, s.size); i += s.step) expected.Add(i);
            return x[TensorIndex.Slice(s.start, s.stop, s.step)].data<long>().SequenceEqual(expected);
        });
    }

    [Fact]
    public void Any_permuted_view_reads_and_writes_where_its_copy_does()
    {
        var cases = from sizes in Gen.Choose(1, 4).ListOf(3)
                    from order in Gen.Shuffle(new long[] { 0, 1, 2 })
                    select (sizes: sizes.Select(s => (long)s).ToArray(), order: order.ToArray());
        Check(cases, c =>
        {
            var view = arange(c.sizes.Aggregate((a, b) => a * b)).reshape(c.sizes).permute(c.order);
            var copy = view.contiguous().clone();
            var indexed = Enumerable.Range(0, (int)view.numel()).All(i => view.data<long>()[i] == copy.data<long>()[i]);
            view.data<long>().CopyFrom(copy.data<long>().Select(n => -n).ToArray());
            return indexed && view.Equals(copy.neg()) && view.data<long>().SequenceEqual(view.contiguous().data<long>().ToArray());
        });
    }

    private static void ComesBack<T>(Func<T[], Tensor> make) where T : unmanaged =>
        Check(ArbMap.Default.GeneratorFor<T[]>(), x => Same(x, make(x)) && Same(x, from_array(x)));

    private static bool Same<T>(T[] array, Tensor x) where T : unmanaged => x.data<T>().ToArray().SequenceEqual(array) && x.data<T>().SequenceEqual(array);

    private static long Clamp(long bound, long size) => Math.Clamp(bound < 0 ? bound + size : bound, 0, size);

    private static void Check<T>(Gen<T> cases, Func<T, bool> holds) => Prop.ForAll(cases.ToArbitrary(), value =>
    {
        using var scope = NewDisposeScope();
        return holds(value);
    }).QuickCheckThrowOnFailure();
}
