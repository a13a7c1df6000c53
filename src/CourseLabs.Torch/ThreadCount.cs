using static TorchSharp.torch;

namespace CourseLabs.Torch;

/// <summary>
/// On how many threads torch computes. Its own choice, one a core, is slow for small tensors, because all threads wait for each other
/// after every operation: a step of the regression (COURSE A7) took 186 us on one thread of two EPYC cores, 237 on two, and
/// 6,000 on two while another program kept a core busy (libtorch 2.10).
/// </summary>
public static class ThreadCount
{
    /// <summary>Sets the number, for this thread and for those that use torch for the first time, until it is disposed.</summary>
    /// <param name="threads">At least 1.</param>
    /// <returns>Sets the number back that was before.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is under 1.</exception>
    public static IDisposable Use(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var scope = new Scope(get_num_threads());
        set_num_threads(threads);
        return scope;
    }

    private sealed class Scope(int before) : IDisposable
    {
        public void Dispose() => set_num_threads(before);
    }
}
