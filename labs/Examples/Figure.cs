using CourseLabs.Display;

namespace CourseLabs.Labs.Examples;

/// <summary>A number that a slide prints or mathematics demands, beside ours.</summary>
/// <param name="Name">What it is: <c>first loss</c>.</param>
/// <param name="Expected">What it should be; null where there is nothing to compare with.</param>
/// <param name="Actual">What the example computed.</param>
/// <param name="Tolerance">How far it may be off, see <see cref="FigureValue.IsWithin"/>; null with <paramref name="Expected"/>.</param>
/// <param name="Source">Where the expected value comes from (slide, PyTorch and its version, mathematics).</param>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed record Figure(string Name, FigureValue? Expected, FigureValue Actual, double? Tolerance, string? Source) : IHtml
{
    /// <summary>Whether ours meets the expected value; null where there is nothing to compare with.</summary>
    public bool? Match => Expected is null ? null : Actual.IsWithin(Tolerance ?? 0, Expected);

    /// <summary>A figure that has an expected value only under some settings.</summary>
    /// <param name="applies">Whether the run had the settings that the expected value belongs to.</param>
    /// <param name="name">What it is.</param>
    /// <param name="expected">What it should be under those settings.</param>
    /// <param name="actual">What the example computed.</param>
    /// <param name="tolerance">How far it may be off, see <see cref="FigureValue.IsWithin"/>.</param>
    /// <param name="source">Where the expected value comes from.</param>
    public static Figure Compared(bool applies, string name, FigureValue expected, FigureValue actual, double tolerance, string source) =>
        applies ? new(name, expected, actual, tolerance, source) : Plain(name, actual);

    /// <summary>A statement that should hold, shown as yes or no.</summary>
    public static Figure Holds(string statement, bool holds, string source) => new(statement, "yes", holds ? "yes" : "no", 0, source);

    /// <summary>A figure with nothing to compare it with.</summary>
    public static Figure Plain(string name, FigureValue actual) => new(name, null, actual, null, null);

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
