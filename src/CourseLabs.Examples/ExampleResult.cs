using CourseLabs.Display;

namespace CourseLabs.Examples;

/// <summary>What an example computed: all that the command, the report, the notebook and the tests show.</summary>
/// <param name="Title">The heading.</param>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed record ExampleResult(string Title) : IHtml
{
    /// <summary>The slide's numbers beside ours.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>Tables to show and to write.</summary>
    public IReadOnlyList<Table> Tables { get; init; } = [];

    /// <summary>Charts and diagrams, each written as <c>.png</c> with its data as <c>.csv</c> beside.</summary>
    public IReadOnlyList<NamedPicture> Pictures { get; init; } = [];

    /// <summary>Whether it was computed from made-up data, since the real ones could not be had.</summary>
    public bool IsMadeUp { get; init; }

    /// <summary>
    /// A number that was computed elsewhere, in a notebook step by step, in place of this run's figure of the same name: beside what is
    /// expected, if anything is, and beside what this run gives.
    /// </summary>
    /// <param name="name">The figure's name.</param>
    /// <param name="ours">What came out elsewhere.</param>
    /// <param name="tolerance">How far it may be off what this run gives, see <see cref="FigureValue.IsWithin"/>.</param>
    /// <exception cref="UserErrorException">There is no figure of that name.</exception>
    public Figure Beside(string name, FigureValue ours, double tolerance = 1e-6) =>
        Figures.FirstOrDefault(f => f.Name == name) is { } figure
            ? figure.Beside($"{Title}: {name}", ours, tolerance)
            : throw new UserErrorException(
                $"{Title} has no figure \"{name}\", only {string.Join(", ", Figures.Select(f => $"\"{f.Name}\""))}.");

    /// <summary>The heading, and a line for each figure.</summary>
    public override string ToString() => string.Join('\n', [Title, .. Figures.Select(f => f.ToString())]);

    /// <summary>All of it as HTML, for notebooks: the figures, then the tables, then the pictures.</summary>
    public string ToHtml() => string.Concat([
        $"<h3>{HtmlTable.Text(Title)}</h3>",
        Figures.Count == 0 ? "" : Figure.ToHtml("", Figures),
        .. Tables.Select(t => t.ToHtml()),
        .. Pictures.Select(p => p.ToHtml()),
    ]);
}
