using CourseLabs.Exercises.Values;
using TorchSharp;

namespace CourseLabs.Exercises.Judging;

/// <summary>In what an answer differs from the right one.</summary>
internal enum DifferenceKind
{
    /// <summary>Another number of parts, or nothing where something is wanted.</summary>
    Parts,

    /// <summary>Another shape.</summary>
    Shape,

    /// <summary>Whole numbers or truth values where others are wanted.</summary>
    Type,

    /// <summary>NaN or infinity where a number is wanted.</summary>
    NotFinite,

    /// <summary>Another number or text.</summary>
    Value,
}

/// <summary>The first kind of difference between two answers, and of differing numbers the worst.</summary>
/// <param name="Kind">What differs.</param>
/// <param name="Got">The part that differs; null for another number of parts.</param>
/// <param name="Wanted">What it should be.</param>
/// <param name="Part">Which of the answer's parts.</param>
/// <param name="Entry">Which entry of the part, row after row.</param>
/// <param name="Allowed">How far a number may be off.</param>
internal sealed record Difference(DifferenceKind Kind, Leaf? Got, Leaf Wanted, int Part, int Entry = 0, double Allowed = 0)
{
    /// <summary>The difference of two answers; null where they agree.</summary>
    public static Difference? Between(Answer got, Answer wanted, Check check)
    {
        if (got.Leaves.Count != wanted.Leaves.Count)
            return new(DifferenceKind.Parts, null, wanted.Leaves[0], 0);
        Difference[] all = [.. got.Leaves.Zip(wanted.Leaves).Select((pair, i) => Between(pair.First, pair.Second, i, check)).OfType<Difference>()];
        return all.MinBy(d => d.Kind);
    }

    /// <summary>How far the numbers of a part may be off.</summary>
    public static double AllowedFor(Leaf got, Leaf wanted, Check check)
    {
        if (!got.IsFloating && !wanted.IsFloating)
            return 0;
        var single = got.Type == torch.ScalarType.Float32 || wanted.Type == torch.ScalarType.Float32;
        var largest = wanted.Values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        return (check.Tolerance ?? (single ? 1e-4 : 1e-9)) * Math.Max(largest, check.Smallest);
    }

    private static Difference? Between(Leaf got, Leaf wanted, int part, Check check)
    {
        if (got.Container != wanted.Container || !got.Path.SequenceEqual(wanted.Path))
            return new(DifferenceKind.Parts, got, wanted, part);
        if (!got.Shape.SequenceEqual(wanted.Shape))
            return new(DifferenceKind.Shape, got, wanted, part);
        if (got.IsFloating != wanted.IsFloating || (!got.IsFloating && got.Type != wanted.Type))
            return new(DifferenceKind.Type, got, wanted, part);
        if (got.Text != wanted.Text)
            return new(DifferenceKind.Value, got, wanted, part);

        var allowed = AllowedFor(got, wanted, check);
        (var worst, var at) = (0.0, -1);
        for (var i = 0; i < got.Values.Length; i++)
        {
            (var g, var w) = (got.Values[i], wanted.Values[i]);
            if (g.Equals(w))
                continue;
            if (!double.IsFinite(g) || !double.IsFinite(w))
                return new(double.IsFinite(w) ? DifferenceKind.NotFinite : DifferenceKind.Value, got, wanted, part, i, allowed);
            if (Math.Abs(g - w) > Math.Max(allowed, worst))
                (worst, at) = (Math.Abs(g - w), i);
        }

        return at < 0 ? null : new(DifferenceKind.Value, got, wanted, part, at, allowed);
    }
}
