namespace CourseLabs.Backprop.Losses;

/// <summary>Losses by name, for a command line.</summary>
public static class LossNames
{
    private static readonly SortedDictionary<string, Loss> Losses = new(
        new Loss[] { new HalfSquaredError(), new MeanSquaredError(), new MeanAbsoluteError(), new BinaryCrossEntropy(), new CrossEntropy() }
            .ToDictionary(loss => loss.Name), StringComparer.Ordinal);

    /// <summary>Every name, in alphabetical order.</summary>
    public static IReadOnlyCollection<string> All => Losses.Keys;

    /// <summary>The loss of a name.</summary>
    /// <param name="name">One of <see cref="All"/>.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentException">There is none of this name; the message lists those there are.</exception>
    public static Loss Get(string name) => Losses.TryGetValue(name, out var loss)
        ? loss
        : throw new ArgumentException($"There is no loss \"{name}\"; there are {string.Join(", ", All)}.", nameof(name));
}
