using CourseLabs.Display;

namespace CourseLabs.Labs.Examples;

/// <summary>What an example computed: all that the command, the report, the notebook and the tests show.</summary>
/// <param name="Title">The heading.</param>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed record ExampleResult(string Title) : IHtml
{
    /// <summary>The slide's numbers beside ours.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>Tables to show and to write.</summary>
    public IReadOnlyList<Table> Tables { get; init; } = [];

    /// <summary>Charts and diagrams, each written as <c>.svg</c> with its data as <c>.csv</c> beside.</summary>
    public IReadOnlyList<NamedPicture> Pictures { get; init; } = [];

    /// <summary>All of it as HTML, for notebooks: the figures, then the tables, then the pictures.</summary>
    public string ToHtml() => string.Concat([
        $"<h3>{HtmlTable.Text(Title)}</h3>",
        Figures.Count == 0 ? "" : Figure.ToHtml("", Figures),
        .. Tables.Select(t => t.ToHtml()),
        .. Pictures.Select(p => p.ToHtml()),
    ]);
}
