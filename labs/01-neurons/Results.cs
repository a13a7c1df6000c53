using CourseLabs.Backprop.Initializers;
using CourseLabs.Examples;
using CourseLabs.Matrices;

namespace CourseLabs.Labs;

// How the examples of this lab compare results, and where their randomness comes from.
internal static class Results
{
    // NaN if there is one.
    public static double LargestDifference(Matrix x, Matrix y) => Largest(x - y);

    public static double Largest(Matrix x) => Labs.Largest.Of(x.Values.ToArray().Select(Math.Abs));

    public static Random Generator(this ExampleRun run) => SeededRandom.Of(run.Seed);
}
