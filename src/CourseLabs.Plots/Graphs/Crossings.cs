namespace CourseLabs.Plots.Graphs;

/// <summary>
/// Orders the slots of each layer so that few wires cross: each slot goes to the mean place of its neighbors in the layer
/// before, then in the layer after, and so on (the barycenter method); the best order found stays.
/// </summary>
internal static class Crossings
{
    private const int Sweeps = 24;

    public static IReadOnlyList<IReadOnlyList<Slot>> Reduce(IReadOnlyList<IReadOnlyList<Slot>> layers)
    {
        var (current, best) = (Number(layers), layers);
        var least = Count(best);
        for (var sweep = 0; sweep < Sweeps && least > 0; sweep++)
        {
            var forward = sweep % 2 == 0;
            var next = current.ToArray();
            for (var i = 1; i < next.Length; i++)
            {
                var layer = forward ? i : next.Length - 1 - i;
                // A stable sort, so that equals keep the order in which the nodes were given.
                next[layer] = [.. next[layer].OrderBy(slot => Mean(slot, forward ? slot.Before : slot.After))];
                Number(next[layer]);
            }

            current = next;
            if (Count(current) is var crossings && crossings < least)
                (least, best) = (crossings, current);
        }

        return Number(best);
    }

    /// <summary>How many pairs of wires cross between neighboring layers.</summary>
    public static int Count(IReadOnlyList<IReadOnlyList<Slot>> layers)
    {
        var crossings = 0;
        foreach (var layer in layers)
        {
            var wires = layer.SelectMany(from => from.After, (from, to) => (From: from.Order, To: to.Order)).ToList();
            for (var i = 0; i < wires.Count; i++)
                for (var j = 0; j < i; j++)
                    if ((wires[i].From - wires[j].From) * (wires[i].To - wires[j].To) < 0)
                        crossings++;
        }

        return crossings;
    }

    private static double Mean(Slot slot, List<Slot> neighbors) =>
        neighbors.Count == 0 ? slot.Order : neighbors.Average(n => n.Order);

    private static IReadOnlyList<IReadOnlyList<Slot>> Number(IReadOnlyList<IReadOnlyList<Slot>> layers)
    {
        foreach (var layer in layers)
            Number(layer);
        return layers;
    }

    private static void Number(IReadOnlyList<Slot> layer)
    {
        for (var i = 0; i < layer.Count; i++)
            layer[i].Order = i;
    }
}
