using CourseLabs.Display;
using CourseLabs.Plots.Drawing;
using CourseLabs.Plots.Graphs;

namespace CourseLabs.Plots;

/// <summary>
/// A computational graph, drawn in layers from the inputs on the left to the outputs on the right as in the notes of cs231n:
/// values above the wires, gradients below.
/// <code>
/// var graph = new GraphDiagram("f = (x + y) z",
///     [new("x", "x", Value: -2, Gradient: -4), new("y", "y", Value: 5, Gradient: -4), new("q", "q", "+", 3, -4)],
///     [new("x", "q"), new("y", "q")]);
/// </code>
/// </summary>
/// <remarks>
/// Nodes lie in the layer after the last node that they depend on, outputs in the last one; the order within a layer keeps
/// wires from crossing (the layered drawing of K. Sugiyama et al., IEEE Trans. SMC 11(2), 1981). No wire runs through a node.
/// </remarks>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class GraphDiagram : IPicture, IHtml
{
    /// <summary>A diagram of the nodes and the edges between them.</summary>
    /// <param name="title">Stands above the graph; may be empty. A long title is wrapped.</param>
    /// <param name="nodes">At least one; the first ones stand on top where nothing else decides.</param>
    /// <param name="edges">Between the nodes, without a cycle.</param>
    /// <exception cref="ArgumentException">There is no node, an id is given twice or unknown, or edges form a cycle.</exception>
    public GraphDiagram(string title, IEnumerable<GraphNode> nodes, IEnumerable<GraphEdge> edges)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(edges);
        Title = title;
        Nodes = Array.AsReadOnly(nodes.ToArray());
        Edges = Array.AsReadOnly(edges.ToArray());
        GraphCheck.Demand(Nodes, Edges);
    }

    /// <inheritdoc/>
    public string Title { get; }

    /// <summary>The nodes in the order in which they were given.</summary>
    public IReadOnlyList<GraphNode> Nodes { get; }

    /// <summary>The edges in the order in which they were given.</summary>
    public IReadOnlyList<GraphEdge> Edges { get; }

    /// <summary>What the numbers above the wires are, for the legend.</summary>
    public string ValueName { get; init; } = "value";

    /// <summary>What the numbers below the wires are, for the legend.</summary>
    public string GradientName { get; init; } = "gradient";

    /// <summary>How many significant digits the picture shows of a number, 1 to 9; the CSV has all of them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public int Digits
    {
        get;
        init => field = value is >= 1 and <= 9
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Digits), value, "A diagram shows between 1 and 9 digits of a number.");
    } = 3;

    /// <inheritdoc/>
    public byte[] ToPng() => Sheet().ToPng();

    /// <inheritdoc/>
    public string ToHtml() => Sheet().ToHtml(Title);

    /// <summary>One line a node and one line an edge: <c>kind,id,label,operation,value,gradient,from,to</c>.</summary>
    public string ToCsv() =>
        Csv.Rows(
        [
            ["kind", "id", "label", "operation", "value", "gradient", "from", "to"],
            .. Nodes.Select(n => new[] { "node", n.Id, n.Label, n.Operation, Csv.Number(n.Value), Csv.Number(n.Gradient), "", "" }),
            .. Edges.Select(e => new[] { "edge", "", e.Label, "", "", Csv.Number(e.Gradient), e.From, e.To }),
        ]);

    internal Sheet Sheet() => GraphPainter.Of(this);
}
