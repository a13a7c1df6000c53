using CourseLabs.Plots.Drawing;

namespace CourseLabs.Plots.Graphs;

/// <summary>
/// The slots of each layer, left to right. An edge has a bend in each layer between its nodes, so that it can go around what
/// stands there.
/// </summary>
internal static class Layers
{
    public static IReadOnlyList<IReadOnlyList<Slot>> Of(GraphDiagram graph, Lettering letters)
    {
        var ranks = Ranks(graph);
        var last = ranks.Values.Max();
        var layers = Enumerable.Range(0, last + 1).Select(_ => new List<Slot>()).ToList();
        var slots = new Dictionary<string, Slot>();
        foreach (var node in graph.Nodes)
            layers[ranks[node.Id]].Add(slots[node.Id] = new Slot(new NodeShape(node, graph.Digits, letters)));

        foreach (var edge in graph.Edges)
        {
            var (from, to) = (ranks[edge.From], ranks[edge.To]);
            var at = slots[edge.From];
            for (var rank = from + 1; rank < to; rank++)
            {
                // The texts of an edge stand at one of its bends.
                var bend = new Slot(new Bend(rank == (from + to) / 2 ? edge : null, graph.Digits, letters));
                layers[rank].Add(bend);
                Join(at, bend);
                at = bend;
            }

            Join(at, slots[edge.To]);
        }

        return layers;
    }

    private static void Join(Slot from, Slot to)
    {
        from.After.Add(to);
        to.Before.Add(from);
    }

    private static Dictionary<string, int> Ranks(GraphDiagram graph)
    {
        var ranks = graph.Nodes.ToDictionary(n => n.Id, _ => 0);
        for (var moved = true; moved;)
        {
            moved = false;
            foreach (var edge in graph.Edges.Where(e => ranks[e.To] <= ranks[e.From]))
            {
                ranks[edge.To] = ranks[edge.From] + 1;
                moved = true;
            }
        }

        // Outputs stand on the right, all in one layer.
        var last = ranks.Values.Max();
        foreach (var output in graph.Edges.Select(e => e.To).Except(graph.Edges.Select(e => e.From)))
            ranks[output] = last;

        // Edges that have texts, and several between the same nodes, need a layer between their ends.
        var wide = graph.Edges.GroupBy(e => (e.From, e.To)).Where(g => g.Count() > 1 || Bend.HasText(g.First()))
            .Select(g => (From: ranks[g.Key.From], To: ranks[g.Key.To])).Where(e => e.To == e.From + 1)
            .Select(e => e.From).ToHashSet();
        return ranks.ToDictionary(r => r.Key, r => r.Value + wide.Count(gap => gap < r.Value));
    }
}
