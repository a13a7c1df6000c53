namespace CourseLabs.Labs.Examples;

/// <summary>What an example computed: all that the command, the report, the notebook and the tests show.</summary>
/// <param name="Title">The heading.</param>
public sealed record ExampleResult(string Title)
{
    /// <summary>The slide's numbers beside ours.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>Tables to show and to write.</summary>
    public IReadOnlyList<Table> Tables { get; init; } = [];

    /// <summary>Charts and diagrams, each written as <c>.svg</c> with its data as <c>.csv</c> beside.</summary>
    public IReadOnlyList<NamedPicture> Pictures { get; init; } = [];
}
