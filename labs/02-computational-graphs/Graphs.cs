using CourseLabs.Backprop.Scalars;
using CourseLabs.Examples;
using CourseLabs.Matrices;
using CourseLabs.Plots;
using CourseLabs.Torch;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

// How the examples of this lab show a computational graph, and autograd, which they compare it with.
internal static class Graphs
{
    // The slides' picture: the value above each wire, the gradient below. With eachWire also what comes back over each wire into a
    // gate, which differs where a value branches.
    public static GraphDiagram Diagram(string title, Node output, bool eachWire = false) => Diagram(
        title, output, node => node.Gradient, $"d{output.Label}/d(node)", edge => new("", eachWire ? edge.Gradient : null));

    public static GraphDiagram Diagram(string title, Node output, Func<Node, double> below, string nameOfBelow) =>
        Diagram(title, output, node => below(node), nameOfBelow, _ => new("", null));

    // Only values on the nodes, and on each wire the derivative of the node that it leads to by the node that it comes from.
    public static GraphDiagram EdgeDiagram(string title, Node output) => Diagram(
        title, output, _ => null, "", edge => new($"d{edge.To.Label}/d{edge.From.Label} = {NumberText.Of(edge.LocalGradient)}", null));

    // [local gradient] x [upstream gradient], edge by edge from the output back, as the slides write it.
    public static Table EdgeTable(Node output) => Table.Of(
        "edges", "[local gradient] x [upstream gradient], from the output back", Graph.Of(output).Edges.Reverse(),
        ("from gate", edge => edge.To.Label ?? edge.To.Operation),
        ("to", edge => edge.From.Label ?? edge.From.Operation),
        ("local", edge => edge.LocalGradient),
        ("upstream", edge => edge.To.Gradient),
        ("local x upstream", edge => edge.Gradient));

    // The function's derivatives by each input.
    public static double[] Autograd(Func<Tensor[], Tensor> function, params double[] at) =>
        [.. MatrixTensors.Autograd(function, [.. at.Select(value => Matrix.FromRow(value))]).Gradients.Select(gradient => gradient[0, 0])];

    private static GraphDiagram Diagram(
        string title, Node output, Func<Node, double?> below, string nameOfBelow, Func<Edge, (string Label, double? Gradient)> onWire)
    {
        var graph = Graph.Of(output);
        var ids = graph.Nodes.Index().ToDictionary(n => n.Item, n => $"n{n.Index}");
        return new(
            title,
            graph.Nodes.Select(node => new GraphNode(ids[node], node.Label ?? "", node.Operation, node.Value, below(node))),
            graph.Edges.Select(edge => new GraphEdge(ids[edge.From], ids[edge.To], onWire(edge).Label, onWire(edge).Gradient)))
        {
            GradientName = nameOfBelow,
        };
    }
}
