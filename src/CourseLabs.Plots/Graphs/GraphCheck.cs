namespace CourseLabs.Plots.Graphs;

/// <summary>What a diagram asks of its nodes and edges.</summary>
internal static class GraphCheck
{
    public static void Demand(IReadOnlyList<GraphNode> nodes, IReadOnlyList<GraphEdge> edges)
    {
        if (nodes.Count == 0)
            throw new ArgumentException("A graph needs at least one node.", nameof(nodes));
        var ids = new HashSet<string>();
        foreach (var node in nodes)
            if (!ids.Add(node.Id))
                throw new ArgumentException($"Two nodes have the id \"{node.Id}\"; each needs its own.", nameof(nodes));
        foreach (var edge in edges)
            foreach (var id in (ReadOnlySpan<string>)[edge.From, edge.To])
                if (!ids.Contains(id))
                    throw new ArgumentException(
                        $"The edge \"{edge.From}\" -> \"{edge.To}\" names \"{id}\", and no node has that id.", nameof(edges));
        if (Cycle(edges) is not { } cycle)
            return;
        var named = string.Join(" -> ", cycle.Select(id => $"\"{id}\""));
        throw new ArgumentException($"The edges form a cycle, {named}; a computational graph has none.", nameof(edges));
    }

    // Nodes that nothing unfinished leads to are finished, one after the other; those that remain have a predecessor among them.
    private static List<string>? Cycle(IReadOnlyList<GraphEdge> edges)
    {
        var open = edges.ToList();
        for (var before = -1; open.Count != before;)
        {
            before = open.Count;
            var targets = open.Select(e => e.To).ToHashSet();
            open.RemoveAll(e => !targets.Contains(e.From));
        }

        if (open.Count == 0)
            return null;
        var back = new List<string> { open[0].From };
        while (back.IndexOf(back[^1]) == back.Count - 1)
            back.Add(open.First(e => e.To == back[^1]).From);
        back.Reverse();
        return back[..(back.IndexOf(back[0], 1) + 1)];
    }
}
