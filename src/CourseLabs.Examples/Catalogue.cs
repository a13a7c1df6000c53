using System.Globalization;

namespace CourseLabs.Examples;

/// <summary>The examples, in the decks' order: A1, A2, ... A7, B1, ...</summary>
/// <param name="examples">In any order; those with the same id stay in the order given.</param>
public sealed class Catalogue(params IEnumerable<Example> examples)
{
    /// <summary>All, in the decks' order.</summary>
    public IReadOnlyList<Example> All { get; } = [.. examples.OrderBy(e => e.Id[0]).ThenBy(e => Number(e.Id))];

    /// <summary>
    /// The examples that a user means by COURSE ids (<c>A7</c>), names (<c>regression</c>) and labs (<c>05</c>), each once, in the order
    /// asked.
    /// </summary>
    /// <param name="keys">What the user typed; none means every example.</param>
    /// <exception cref="UserErrorException">A key names nothing; the message has a guess at what was meant.</exception>
    public IReadOnlyList<Example> Find(IReadOnlyCollection<string> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return keys.Count == 0 ? All : [.. keys.SelectMany(Named).Distinct()];
    }

    private IEnumerable<Example> Named(string key)
    {
        Example[] found = [.. All.Where(e => Names(e).Contains(key, StringComparer.OrdinalIgnoreCase))];
        if (found.Length > 0)
            return found;
        var guess = Suggestion.For(key, All.SelectMany(Names)) is { } near ? $" Did you mean {near}?" : "";
        throw new UserErrorException($"There is no example \"{key}\".{guess} \"labs list\" shows them all.");
    }

    private static string[] Names(Example example) =>
        [example.Name, example.Id, example.Lab, example.Lab[..2], example.Lab[..2].TrimStart('0')];

    private static int Number(string id) => int.Parse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);
}
