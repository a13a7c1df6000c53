namespace TorchSharp.Native;

/// <summary>
/// Collects garbage when tensors that nobody disposed may hold much memory, which the garbage collector cannot see.
/// GC.AddMemoryPressure would also count what is disposed at once, and collect every few steps of a tidy training loop.
/// </summary>
internal static class TensorMemory
{
    private const long Budget = 64L * 1024 * 1024;

    // A tensor keeps more than its elements: the graph behind it, and with it the holes that freed neighbours left in the heap.
    private const long Overhead = 32 * 1024;

    private static long held;
    private static long collectAt = Budget;

    public static void Took(long bytes)
    {
        if (Interlocked.Add(ref held, bytes + Overhead) <= Volatile.Read(ref collectAt)) return;
        Volatile.Write(ref collectAt, NextTime());
        GC.Collect();
    }

    public static void Released(long bytes, bool byFinalizer)
    {
        Interlocked.Add(ref held, -bytes - Overhead);
        // What garbage held was no need: the next collection comes as much earlier.
        if (byFinalizer) Volatile.Write(ref collectAt, Math.Min(Volatile.Read(ref collectAt), NextTime()));
    }

    private static long NextTime()
    {
        var now = Volatile.Read(ref held);
        return now + now / 2 + Budget;
    }
}
