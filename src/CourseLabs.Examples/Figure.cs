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

    /// <summary>One line: <c>first loss: 619.4 (expected 619.4: yes)</c>.</summary>
    public override string ToString() => Expected is null ? $"{Name}: {Actual}" : $"{Name}: {Actual} (expected {Expected}: {MatchText})";

    /// <summary>The figure as a table of one row, for notebooks.</summary>
    public string ToHtml() => ToHtml("", [this]);

    /// <summary>Figures as a table: what is expected beside what came out.</summary>
    internal static string ToHtml(string caption, IEnumerable<Figure> figures) => HtmlTable.Of(
        caption,
        ["figure", "expected", "ours", "match", "source"],
        figures.Select(f => (IEnumerable<string>)[f.Name, $"{f.Expected}", $"{f.Actual}", f.MatchText, f.Source ?? ""]));

    private string MatchText => Match switch { true => "yes", false => "no", null => "" };
}
