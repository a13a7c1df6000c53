using CourseLabs.Backprop.Initialisers;
using CourseLabs.Backprop.Matrices;
using FsCheck;
using FsCheck.Fluent;

namespace CourseLabs.Backprop.Tests;

/// <summary>What the properties are tried on, and how.</summary>
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

    public static void Holds<T>(Gen<T> gen, Action<T> property, int times = 200) => Holds(gen.ToArbitrary(), property, times);

    public static void Holds<T>(Arbitrary<T> arbitrary, Action<T> property, int times = 200) =>
        Prop.ForAll(arbitrary, property).Check(Config.QuickThrowOnFailure.WithMaxTest(times));
}
