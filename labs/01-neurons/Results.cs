using CourseLabs.Examples;
using CourseLabs.Matrices;

namespace CourseLabs.Labs;

// How the examples of this lab compare results, and where their randomness comes from.
internal static class Results
{
    // NaN if there is one.
    public static double LargestDifference(Matrix x, Matrix y) => Largest(x - y);

    public static double Largest(Matrix x) => x.Values.ToArray().Select(Math.Abs).Aggregate(0.0, Math.Max);

    // Seeds that differ by 2^32 give the same numbers.
    public static Random Generator(this ExampleRun run) => new(unchecked((int)run.Seed));
}
