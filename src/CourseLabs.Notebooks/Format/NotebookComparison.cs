using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CourseLabs.Notebooks.Format;

/// <summary>
/// Whether a notebook's outputs are those that its cells give now: as many, of the same kinds, with the same texts, each number within
/// <c>tolerance * max(1, |number|)</c>, or any in a cell with the tag <c>numbers-vary</c>. The drawing of an SVG may differ.
/// </summary>
/// <param name="Tolerance">How far a number may be off.</param>
public sealed partial record NotebookComparison(double Tolerance)
{
    /// <summary>Where the two differ.</summary>
    /// <param name="kept">The notebook as it was.</param>
    /// <param name="ran">The same notebook, its cells run.</param>
    /// <returns>A line for each cell that differs; none when all is the same.</returns>
    public IEnumerable<string> Differences(Notebook kept, Notebook ran)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(ran);
        foreach (var (old, now) in kept.Cells.Zip(ran.Cells).Where(pair => pair.Second.IsCode))
            if (Difference(old, now) is { } difference)
                yield return $"code cell {now.ExecutionCount}: {difference}";
    }

    private string? Difference(Cell old, Cell now)
    {
        if (old.ExecutionCount != now.ExecutionCount)
            return $"its execution count is {Show(old.ExecutionCount)}, not {Show(now.ExecutionCount)}: run all cells from the top, and save";
        if (old.Outputs.Count != now.Outputs.Count)
            return $"it has {old.Outputs.Count} outputs, and now gives {now.Outputs.Count}";
        double tolerance = now.NumbersVary ? double.PositiveInfinity : Tolerance;
        return old.Outputs.Zip(now.Outputs).Select(pair => Difference(Texts(pair.First), Texts(pair.Second), tolerance)).FirstOrDefault(d => d is not null);
    }

    private static string Show(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "missing";

    // An output as its parts: what it is, and its texts. An execution count was compared above.
    private static SortedDictionary<string, string> Texts(JsonObject output)
    {
        var parts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, node) in output.Where(p => p.Key is not ("metadata" or "execution_count" or "data")).Concat(output["data"] as JsonObject ?? []))
            parts[name] = Svg().Replace(node.AsLines() ?? node?.ToJsonString() ?? "", "<svg/>").Replace("<tr>", "\n<tr>", StringComparison.Ordinal);
        return parts;
    }

    private static string? Difference(SortedDictionary<string, string> old, SortedDictionary<string, string> now, double tolerance) =>
        !old.Keys.SequenceEqual(now.Keys)
            ? $"it shows {string.Join(", ", old.Keys)}, and now {string.Join(", ", now.Keys)}"
            : old.Keys.Select(key => Difference(old[key], now[key], tolerance)).FirstOrDefault(d => d is not null);

    private static string? Difference(string old, string now, double tolerance)
    {
        string[] oldLines = old.Split('\n'), nowLines = now.Split('\n');
        foreach (var (before, after) in oldLines.Zip(nowLines))
            if (!IsSame(before, after, tolerance))
                return $"\"{Cut(before)}\" is now \"{Cut(after)}\"";
        return oldLines.Length == nowLines.Length ? null : $"it has {oldLines.Length} lines, and now {nowLines.Length}";
    }

    private static bool IsSame(string before, string after, double tolerance)
    {
        if (before == after)
            return true;
        string[] a = Numbers(before), b = Numbers(after);
        return Text(before) == Text(after) && a.Zip(b).All(pair => IsNear(pair.First, pair.Second, tolerance));
    }

    private static string[] Numbers(string line) => [.. Number().Matches(line).Select(m => m.Value)];

    // A number that is written narrower may have more spaces before it.
    private static string Text(string line) => Number().Replace(line, "<number>");

    private static bool IsNear(string before, string after, double tolerance)
    {
        double a = double.Parse(before, CultureInfo.InvariantCulture), b = double.Parse(after, CultureInfo.InvariantCulture);
        return Math.Abs(a - b) <= tolerance * Math.Max(1, Math.Abs(a));
    }

    private static string Cut(string line) => line.Length <= 80 ? line : line[..80] + "...";

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Svg();

    // Not within a word: conv2, float32 and hex digits are texts.
    [GeneratedRegex(@" *(?<![\w.])[-+]?\d+(\.\d+)?([eE][-+]?\d+)?(?!\w)")]
    private static partial Regex Number();
}
