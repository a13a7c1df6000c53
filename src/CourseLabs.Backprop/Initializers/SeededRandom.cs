namespace CourseLabs.Backprop.Initializers;

/// <summary>A <see cref="Random"/> of a seed that may be any whole number.</summary>
public static class SeededRandom
{
    /// <summary>
    /// Seeds from 0 to 2^31 - 2 are .NET's own. Of the others .NET takes the absolute value, after the upper half was cut off, so that -1
    /// drew as 1, and 2^32 as 0; and 2^31 - 1 draws as 0, which it is by the modulus: their bits are mixed first (SplitMix64).
    /// </summary>
    /// <param name="seed">The seed.</param>
    /// <returns>Draws of its own.</returns>
    public static Random Of(long seed) => new(seed is >= 0 and < int.MaxValue ? (int)seed : Mixed(unchecked((ulong)seed)));

    private static int Mixed(ulong z)
    {
        z = unchecked((z ^ (z >> 30)) * 0xbf58476d1ce4e5b9);
        z = unchecked((z ^ (z >> 27)) * 0x94d049bb133111eb);
        return (int)((z ^ (z >> 31)) >> 33);
    }
}
