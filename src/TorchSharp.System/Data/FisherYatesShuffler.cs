using System.Collections;

namespace TorchSharp.Utils;

/// <summary>The numbers below a size in random order: the same at each enumeration if there is a seed, another one if not.</summary>
public class FisherYatesShuffler(long size, int? seed = null) : IEnumerable<long>
{
    public IEnumerator<long> GetEnumerator()
    {
        var random = seed is { } s ? new Random(s) : new Random();
        var order = new long[size];
        for (long i = 0; i < size; i++)
        {
            var j = UpTo(random, i);
            order[i] = order[j];
            order[j] = i;
        }
        return ((IEnumerable<long>)order).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // As TorchSharp draws it, so that a seed gives the same order.
    private static long UpTo(Random random, long last)
    {
        var high = (long)random.Next() << 32;
        return (high + random.Next()) % (last + 1);
    }
}
