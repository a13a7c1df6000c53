namespace TorchSharp.Printing;

/// <summary>Which of many indices are shown.</summary>
internal static class Shortened
{
    /// <summary>All indices up to <paramref name="most"/>; of more, the first and last half, with -1 between them.</summary>
    public static IEnumerable<long> Indices(long size, int most)
    {
        if (size <= most)
        {
            for (var i = 0L; i < size; i++) yield return i;
            yield break;
        }
        var last = Math.Max(1, most / 2);
        for (var i = 0; i < most - most / 2; i++) yield return i;
        yield return -1;
        for (var i = size - last; i < size; i++) yield return i;
    }
}
