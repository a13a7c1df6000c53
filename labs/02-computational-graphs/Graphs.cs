using CourseLabs.Matrices;
using CourseLabs.Backprop.Scalars;
using CourseLabs.Examples;
using CourseLabs.Plots;
using CourseLabs.Torch;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>How the examples of this lab show a computational graph, and what they compare it with.</summary>
internal static class Graphs
{
    /// <summary>The slides' picture: the value above each wire, the gradient below.</summary>
    /// <param name="title">The heading.</param>
    /// <param name="output">The graph's output; its label is in the legend.</param>
    /// <param name="eachWire">Whether to show also what comes back over each wire into a gate, where a value branches.</param>
    public static GraphDiagram Diagram(string title, Node output, bool eachWire = false) =>
        Diagram(title, output, node => node.Gradient, $"d{output.Label}/d(node)", eachWire);

    /// <summary>The same with another number below the wires.</summary>
    public static GraphDiagram Diagram(string title, Node output, Func<Node, double> below, string nameOfBelow, bool eachWire = false)
    {
        Graph graph = Graph.Of(output);
        Dictionary<Node, string> ids = graph.Nodes.Select((node, i) => (node, i)).ToDictionary(p => p.node, p => $"n{p.i}");
        return new(
            title,
            graph.Nodes.Select(node => new GraphNode(ids[node], node.Label ?? "", node.Operation, node.Value, below(node))),
            graph.Edges.Select(edge => new GraphEdge(ids[edge.From], ids[edge.To], Gradient: eachWire ? edge.Gradient : null)))
        {
            GradientName = nameOfBelow,
        };
    }

    /// <summary>[local gradient] x [upstream gradient], edge by edge from the output back, as the slides write it.</summary>
    public static Table Edges(Node output) => new(
        "edges",
        "[local gradient] x [upstream gradient], from the output back",
        ["from gate", "to", "local", "upstream", "local x upstream"],
        [
            .. Graph.Of(output).Edges.Reverse().Select(edge => (string[])
                [Name(edge.To), Name(edge.From), .. NumberText.Row(edge.LocalGradient, edge.To.Gradient, edge.Gradient)]),
        ]);

    /// <summary>What TorchSharp's autograd has for the derivatives by each input.</summary>
    public static double[] Autograd(Func<Tensor[], Tensor> function, params IEnumerable<double> at) =>
        [.. MatrixTensors.Autograd(function, [.. at.Select(value => Matrix.FromRow(value))]).Gradients.Select(gradient => gradient[0, 0])];

    /// <summary>The label, or the gate.</summary>
    public static string Name(Node node) => node.Label ?? node.Operation;
}
