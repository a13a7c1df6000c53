namespace CourseLabs.Examples;

/// <summary>A guess at what a mistyped word was meant to be.</summary>
public static class Suggestion
{
    /// <summary>The candidate nearest in letters, or null when none is near: at most a third of the word's letters may differ.</summary>
    public static string? For(string word, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(word);
        var typed = word.ToUpperInvariant();
        var best = candidates
            .Where(c => c.Length > 2)
            .Select(c => (Word: c, Distance: Distance(typed, c.ToUpperInvariant())))
            .OrderBy(c => c.Distance)
            .FirstOrDefault();
        return best.Word is { } near && best.Distance <= Math.Max(1, Math.Max(word.Length, near.Length) / 3) ? near : null;
    }

    // Levenshtein's distance, two rows of its table at a time.
    private static int Distance(string a, string b)
    {
        int[] above = [.. Enumerable.Range(0, b.Length + 1)];
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            above = row;
        }

        return above[^1];
    }
}
