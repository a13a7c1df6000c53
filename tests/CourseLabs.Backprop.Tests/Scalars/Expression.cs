using CourseLabs.Backprop.Scalars;
using FsCheck;
using FsCheck.Fluent;

namespace CourseLabs.Backprop.Tests.Scalars;

/// <summary>
/// A random program: each step is a gate on two earlier results, so results are used once, often or never. Shrunk to fewer steps.
/// </summary>
internal sealed record Expression(double[] Inputs, (string Gate, int First, int Second)[] Steps)
{
    public static Arbitrary<Expression> Any(int maxSteps)
    {
        var step =
            from gate in Gen.Elements<string>([.. Gates.OfOne, .. Gates.OfTwo])
            from first in Gen.Choose(0, 1000)
            from second in Gen.Choose(0, 1000)
            select (gate, first, second);
        var expressions =
            from inputs in Gen.Choose(-3000, 3000).Select(i => i / 1000.0).ArrayOf(3)
            from steps in Gen.Choose(1, maxSteps).SelectMany(n => step.ArrayOf(n))
            select new Expression(inputs, steps);
        return Arb.From(expressions, e => Enumerable.Range(0, e.Steps.Length)
            .Where(_ => e.Steps.Length > 1)
            .Select(i => e with { Steps = [.. e.Steps[..i], .. e.Steps[(i + 1)..]] }));
    }

    /// <summary>All results, the inputs first; the last one is the output.</summary>
    public List<T> Run<T>(Func<double, int, T> input)
        where T : IScalar<T>
    {
        List<T> results = [.. Inputs.Select(input)];
        // First and second are taken among the results so far, whatever was shrunk away.
        foreach (var (gate, first, second) in Steps)
            results.Add(Gates.Apply(gate, results[first % results.Count], results[second % results.Count]));
        return results;
    }

    public override string ToString() => $"inputs {string.Join(", ", Inputs)}; {string.Join("; ", Steps)}";
}
