using CourseLabs.Display;

namespace CourseLabs.Examples;

/// <summary>What an example computed, beside what it should be where that is known.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class Figure : IHtml
{
    private Figure(string name, FigureValue? expected, FigureValue actual, double? tolerance, string? source) =>
        (Name, Actual, Expected, Tolerance, Source) = (name, actual, expected, tolerance, source);

    /// <summary>What it is: <c>first loss</c>.</summary>
    public string Name { get; }

    /// <summary>What the example computed.</summary>
    public FigureValue Actual { get; }

    /// <summary>What it should be; null where there is nothing to compare with.</summary>
    public FigureValue? Expected { get; }

    /// <summary>How far it may be off, see <see cref="FigureValue.IsWithin"/>; null with <see cref="Expected"/>.</summary>
    public double? Tolerance { get; }

    /// <summary>Where the expected value comes from: a slide, PyTorch and its version, mathematics.</summary>
    public string? Source { get; }

    /// <summary>Whether ours meets the expected value; null where there is nothing to compare with.</summary>
    public bool? Match => Expected is null ? null : Actual.IsWithin(Tolerance ?? 0, Expected);

    /// <summary>What the lab's run gives where a notebook's number stands beside it; null elsewhere. Nobody expects it.</summary>
    public FigureValue? LabGives { get; private init; }

    /// <summary>Whether ours is the same as the lab's; null with <see cref="LabGives"/>.</summary>
    public bool? SameAsLab { get; private init; }

    /// <summary>Makes a figure.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="actual">What the example computed; true and false for a statement that should hold.</param>
    /// <param name="expected">What it should be; left out where there is nothing to compare with.</param>
    /// <param name="tolerance">How far it may be off, see <see cref="FigureValue.IsWithin"/>; 0 for a count or a statement.</param>
    /// <param name="source">Where the expected value comes from: slide, PyTorch with its version, mathematics.</param>
    /// <param name="when">Whether the run has the settings that the expected value belongs to; else there is nothing to compare
    /// with.</param>
    /// <exception cref="ArgumentException">An expected value without its source.</exception>
    public static Figure Of(
        string name, FigureValue actual, FigureValue? expected = null, double tolerance = 0, string source = "", bool when = true)
    {
        if (expected is null || !when)
            return new(name, null, actual, null, null);
        return source.Length > 0
            ? new(name, expected, actual, tolerance, source)
            : throw new ArgumentException($"The figure \"{name}\" has an expected value, but not where that comes from.", nameof(source));
    }

    /// <summary>The lab's figure with the number that was computed elsewhere: what is expected stays, and the lab's own is beside.</summary>
    internal Figure Beside(string name, FigureValue ours, double tolerance) => new(name, Expected, ours, Tolerance, Source)
    {
        LabGives = Actual,
        SameAsLab = ours.IsWithin(tolerance, Actual),
    };

    /// <summary>One line: <c>first loss: 619.4 (expected 619.4: yes)</c>.</summary>
    public override string ToString() => string.Concat(
        $"{Name}: {Actual}",
        Expected is null ? "" : $" (expected {Expected}: {YesNo(Match)})",
        LabGives is null ? "" : $" (the lab's run gives {LabGives}; same as the lab: {YesNo(SameAsLab)})");

    /// <summary>The figure as a table of one row, for notebooks.</summary>
    public string ToHtml() => ToHtml("", [this]);

    /// <summary>Figures as a table: what is expected beside what came out, and the lab's run where one of them has it.</summary>
    internal static string ToHtml(string caption, IReadOnlyCollection<Figure> figures)
    {
        var hasLab = figures.Any(f => f.LabGives is not null);
        return HtmlTable.Of(
            caption,
            ["figure", "expected", "ours", "match", "source", .. hasLab ? ["the lab's run gives", "same as the lab"] : Array.Empty<string>()],
            figures.Select(f => (IEnumerable<string>)
            [
                f.Name, $"{f.Expected}", $"{f.Actual}", YesNo(f.Match), f.Source ?? "",
                .. hasLab ? [$"{f.LabGives}", YesNo(f.SameAsLab)] : Array.Empty<string>(),
            ]));
    }

    private static string YesNo(bool? holds) => holds switch { true => "yes", false => "no", null => "" };
}
