namespace CourseLabs.Plots;

/// <summary>A node of a <see cref="GraphDiagram"/>: an input, or a gate that computes something from the nodes before it.</summary>
/// <param name="Id">What edges call the node; unique in its diagram.</param>
/// <param name="Label">Its name: <c>q</c>; may be empty. A node with neither name nor operation shows its id.</param>
/// <param name="Operation">What the gate does: <c>+</c>, <c>×</c>, <c>exp</c>; empty for an input, which is drawn without a gate.</param>
/// <param name="Value">Stands above the wire that leaves the node.</param>
/// <param name="Gradient">Stands below that wire.</param>
public sealed record GraphNode(string Id, string Label, string Operation = "", double? Value = null, double? Gradient = null);

/// <summary>A wire of a <see cref="GraphDiagram"/>; two nodes may have several.</summary>
/// <param name="From">The id of the node that it leaves.</param>
/// <param name="To">The id of the node that it enters.</param>
/// <param name="Label">Stands above it; may be empty.</param>
/// <param name="Gradient">What flows back along this wire alone; stands below it.</param>
public sealed record GraphEdge(string From, string To, string Label = "", double? Gradient = null);
