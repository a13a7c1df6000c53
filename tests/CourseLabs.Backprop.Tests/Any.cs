using CourseLabs.Backprop.Initializers;
using CourseLabs.Matrices;
using FsCheck;
using FsCheck.Fluent;

namespace CourseLabs.Backprop.Tests;

/// <summary>What the properties are tried on.</summary>
internal static class Any
{
    /// <summary>Sizes up to a limit, small ones more often.</summary>
    public static Gen<int> Size(int max) => Gen.OneOf(Gen.Choose(1, Math.Min(max, 5)), Gen.Choose(1, max));

    /// <summary>A matrix of normal numbers.</summary>
    public static Matrix Normal(int rows, int columns, int seed, double scale = 1)
    {
        var random = new Random(seed);
        var result = new Matrix(rows, columns);
        foreach (ref var value in result.Values)
            value = scale * random.NextNormal();
        return result;
    }
}
