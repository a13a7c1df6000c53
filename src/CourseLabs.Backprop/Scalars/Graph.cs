using System.Globalization;
using System.Text;

namespace CourseLabs.Backprop.Scalars;

/// <summary>An edge of a <see cref="Graph"/>, from an input to the gate that uses it.</summary>
/// <param name="From">The input.</param>
/// <param name="To">The gate.</param>
/// <param name="LocalGradient">The derivative on the edge (COURSE E4): of the gate's value by the input's.</param>
public sealed record Edge(Node From, Node To, double LocalGradient)
{
    /// <summary>What the edge carries back: [local gradient] x [upstream gradient].</summary>
    public double Gradient => LocalGradient * To.Gradient;
}

/// <summary>The computational graph behind a node, to be drawn or looked through (COURSE A5, A6, E4).</summary>
public sealed class Graph
{
    private Graph(IReadOnlyList<Node> nodes) =>
        (Nodes, Edges) = (nodes, [.. nodes.SelectMany(to => to.Inputs.Select(edge => new Edge(edge.Input, to, edge.LocalGradient)))]);

    /// <summary>The nodes: each behind all that it was computed from, so the last is the output.</summary>
    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>The edges, in the order of the nodes that they lead to; two where a gate uses a node twice.</summary>
    public IReadOnlyList<Edge> Edges { get; }

    /// <summary>The graph that an output was computed by.</summary>
    /// <param name="output">The output.</param>
    public static Graph Of(Node output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var (nodes, listed) = (new List<Node>(), new HashSet<Node>());
        var stack = new Stack<Node>([output]);
        while (stack.TryPeek(out var node))
        {
            if (node.Inputs.FirstOrDefault(edge => !listed.Contains(edge.Input)).Input is { } missing)
                stack.Push(missing);
            else if (listed.Add(stack.Pop()))
                nodes.Add(node);
        }
        return new(nodes);
    }

    /// <summary>
    /// Where NaN and infinity come from: a sentence for each node whose value is not finite though its inputs' are. Where all values are
    /// finite, one for each node whose gradient is not.
    /// </summary>
    public IReadOnlyList<string> NotFinite()
    {
        List<string> values =
        [
            .. Nodes.Where(node => !double.IsFinite(node.Value) && node.Inputs.All(edge => double.IsFinite(edge.Input.Value)))
                .Select(node => $"The value of {Name(node)} is {Text(node.Value)}{Given(node)}."),
        ];
        return values.Count > 0 ? values
            : [
                .. Nodes.Where(node => !double.IsFinite(node.Gradient))
                    .Select(node => $"The gradient of {Name(node)} is {Text(node.Gradient)}."),
            ];
    }

    /// <summary>
    /// The graph in Graphviz's language, inputs left and output right: value and gradient on each node, the local gradient on each edge.
    /// </summary>
    public string ToDot()
    {
        var dot = new StringBuilder("digraph {\n  rankdir=LR;\n  node [shape=record];\n");
        var ids = new Dictionary<Node, string>();
        foreach (var node in Nodes)
        {
            ids[node] = $"n{ids.Count}";
            var head = string.Join(" = ", new[] { node.Label, node.Operation }.Where(text => !string.IsNullOrEmpty(text)));
            dot.Append($"  {ids[node]} [label=\"{Escaped(head)} | value {Text(node.Value)} | gradient {Text(node.Gradient)}\"];\n");
        }
        foreach (var edge in Edges)
            dot.Append($"  {ids[edge.From]} -> {ids[edge.To]} [label=\"{Text(edge.LocalGradient)}\"];\n");
        return dot.Append("}\n").ToString();
    }

    private static string Name(Node node) => node switch
    {
        { Label: { } label } => $"\"{label}\"",
        { Operation: "" } => "an input",
        _ => $"the gate \"{node.Operation}\"",
    };

    private static string Given(Node node) =>
        node.Inputs.Any() ? $", given {string.Join(" and ", node.Inputs.Select(edge => Text(edge.Input.Value)))}" : "";

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    // These have a meaning in a record's label.
    private static string Escaped(string text) => string.Concat(text.Select(c => "\"\\{}|<>".Contains(c) ? $"\\{c}" : $"{c}"));
}
