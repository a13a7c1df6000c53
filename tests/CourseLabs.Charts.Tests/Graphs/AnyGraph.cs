using FsCheck;
using FsCheck.Fluent;

namespace CourseLabs.Charts.Tests.Graphs;

internal static class AnyGraph
{
    private static readonly string[] _operations = ["", "+", "×", "exp", "sigmoid of a sum"];

    /// <summary>Graphs of up to 40 nodes, from none of the possible edges to many, several between the same nodes among them.</summary>
    public static Gen<GraphDiagram> Acyclic { get; } =
        from size in Gen.Choose(1, 40)
        from nodes in Node.ArrayOf(size)
        from pairs in Gen.Choose(0, size - 1).Two().ArrayOf().Select(a => a.Take(70))
        from texts in (from label in Any.Text.Select(t => t.Length % 3 == 0 ? t : "") from gradient in Number select (label, gradient)).ArrayOf(70)
        from title in Any.Text
        select new GraphDiagram(
            title,
            nodes.Select((n, i) => n with { Id = $"n{i}" }),
            pairs.Zip(texts).Where(e => e.First.Item1 != e.First.Item2).Select(e => new GraphEdge(
                $"n{Math.Min(e.First.Item1, e.First.Item2)}", $"n{Math.Max(e.First.Item1, e.First.Item2)}", e.Second.label, e.Second.gradient)));

    private static Gen<double?> Number => Gen.OneOf(Any.Number.Select(n => (double?)n), Gen.Constant((double?)null));

    private static Gen<GraphNode> Node =>
        from label in Any.Text
        from operation in Gen.Elements(_operations)
        from value in Number
        from gradient in Number
        select new GraphNode("", label, operation, value, gradient);
}
