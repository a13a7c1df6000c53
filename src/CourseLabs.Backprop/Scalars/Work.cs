namespace CourseLabs.Backprop.Scalars;

/// <summary>
/// Counts the multiplications by a local gradient (COURSE E5), of which either mode does one for each edge of the graph that it passes.
/// </summary>
public static class Work
{
    [ThreadStatic]
    private static long multiplications;

    /// <summary>How many multiplications by a local gradient something does, on this thread.</summary>
    /// <param name="something">What to count in: a forward-mode pass, or <see cref="Node.Backward"/>.</param>
    public static long Of(Action something)
    {
        ArgumentNullException.ThrowIfNull(something);
        var before = multiplications;
        something();
        return multiplications - before;
    }

    internal static void Add(long count) => multiplications += count;
}
