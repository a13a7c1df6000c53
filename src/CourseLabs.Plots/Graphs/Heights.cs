namespace CourseLabs.Plots.Graphs;

/// <summary>
/// Finds the height of each slot: as near to its neighbors as the slots above and below it in its layer allow, long edges
/// straighter than short ones.
/// </summary>
internal static class Heights
{
    private const double NodeGap = 20;
    private const double BendGap = 12;
    private const int Sweeps = 20;

    public static void Assign(IReadOnlyList<IReadOnlyList<Slot>> layers)
    {
        foreach (var layer in layers)
            Place(layer, _ => []);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (var layer in layers.Reverse())
                Place(layer, slot => slot.After);
            foreach (var layer in layers) // the last word: a gate stands in the middle of what enters it
                Place(layer, slot => slot.Before);
        }

        var top = layers.SelectMany(layer => layer).Min(slot => slot.Y - slot.Shape.Up);
        foreach (var slot in layers.SelectMany(layer => layer))
            slot.Y -= top;
    }

    // Least squares: the sum of weight * (height - wish)^2 is least among all heights that keep the distances. Less the distances,
    // that is isotonic regression: neighbors in the wrong order merge into blocks at their mean (pool adjacent violators).
    private static void Place(IReadOnlyList<Slot> layer, Func<Slot, IEnumerable<Slot>> neighbors)
    {
        var blocks = new List<(double Sum, double Weight, int Count)>();
        var offsets = new double[layer.Count];
        for (var i = 0; i < layer.Count; i++)
        {
            offsets[i] = i == 0 ? 0 : offsets[i - 1] + Distance(layer[i - 1], layer[i]);
            var (wish, weight) = Wish(layer[i], neighbors(layer[i]));
            blocks.Add(((wish - offsets[i]) * weight, weight, 1));
            while (blocks.Count > 1 && blocks[^2].Sum / blocks[^2].Weight > blocks[^1].Sum / blocks[^1].Weight)
            {
                var (a, b) = (blocks[^2], blocks[^1]);
                blocks.RemoveRange(blocks.Count - 2, 2);
                blocks.Add((a.Sum + b.Sum, a.Weight + b.Weight, a.Count + b.Count));
            }
        }

        var heights = blocks.SelectMany(block => Enumerable.Repeat(block.Sum / block.Weight, block.Count)).ToList();
        for (var i = 0; i < layer.Count; i++)
            layer[i].Y = heights[i] + offsets[i];
    }

    private static (double Wish, double Weight) Wish(Slot slot, IEnumerable<Slot> neighbors)
    {
        var (sum, weight) = (0.0, 0.0);
        foreach (var neighbor in neighbors)
        {
            var w = (slot.IsBend, neighbor.IsBend) switch { (true, true) => 8, (false, false) => 1, _ => 2 };
            sum += w * neighbor.Y;
            weight += w;
        }

        return weight == 0 ? (slot.Y, 0.1) : (sum / weight, weight);
    }

    private static double Distance(Slot above, Slot below) =>
        above.Shape.Down + below.Shape.Up + (above.IsBend && below.IsBend ? BendGap : NodeGap);
}
