using System.Globalization;
using System.Text.RegularExpressions;
using CourseLabs.Notebooks;
using Microsoft.DotNet.Interactive.Documents;

namespace CourseLabs.Cli.Output;

/// <summary>
/// Whether a notebook's outputs are those that its cells give now: the same kinds in the same order, with the same texts, each number
/// within <c>tolerance * max(1, |number|)</c>, or any in a cell with the tag <c>numbers-vary</c>. How a picture is drawn may differ.
/// </summary>
/// <param name="Tolerance">How far a number may be off.</param>
internal sealed partial record NotebookComparison(double Tolerance)
{
    /// <summary>Where the two differ.</summary>
    /// <param name="kept">The notebook as it was.</param>
    /// <param name="ran">The same notebook, its cells run.</param>
    /// <returns>A line for each cell that differs; none when all is the same.</returns>
    public IEnumerable<string> Differences(NotebookFile kept, NotebookFile ran)
    {
        foreach (var ((old, vary), (now, _)) in kept.Code.Zip(ran.Code))
            if (Difference(Lines(old), Lines(now), vary ? double.PositiveInfinity : Tolerance) is { } difference)
                yield return $"code cell {now.ExecutionOrder}: {difference}";
    }

    // Everything that a reader sees below a cell, the kind of each output in a line before it.
    private static string[] Lines(InteractiveDocumentElement cell) =>
        string.Join('\n', cell.Outputs.Select(Text).Prepend($"number_{cell.ExecutionOrder}"))
            .Replace("<tr>", "\n<tr>", StringComparison.Ordinal).Split('\n');

    private static string Text(InteractiveDocumentOutputElement output) => output switch
    {
        TextElement text => $"{text.Name}\n{text.Text}",
        ErrorElement error => $"error\n{string.Join('\n', error.StackTrace)}",
        DisplayElement display => $"shown\n{Text(display.Data)}",
        ReturnValueElement result => $"result\n{Text(result.Data)}",
        _ => throw new NotSupportedException($"an output of the kind {output.GetType().Name}"),
    };

    private static string Text(IDictionary<string, object> data) =>
        string.Join('\n', data.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{d.Key}\n{Drawing().Replace(Text(d.Value), "")}"));

    // A file keeps a text as the list of its lines.
    private static string Text(object value) => value is IEnumerable<object> lines ? string.Concat(lines) : $"{value}";

    private static string? Difference(string[] old, string[] now, double tolerance)
    {
        foreach (var (before, after) in old.Zip(now))
            if (!IsSame(before, after, tolerance))
                return $"\"{Cut(before)}\" is now \"{Cut(after)}\"";
        return old.Length == now.Length ? null : $"it has {old.Length} lines, and now {now.Length}";
    }

    private static bool IsSame(string before, string after, double tolerance) =>
        Number().Replace(before, "<number>") == Number().Replace(after, "<number>")
        && Numbers(before).Zip(Numbers(after)).All(p => IsNear(p.First, p.Second, tolerance));

    // 1e999 is infinite as a double: near itself alone.
    private static bool IsNear(double before, double after, double tolerance) =>
        before.Equals(after) || double.IsInfinity(tolerance)
        || (double.IsFinite(before) && Math.Abs(before - after) <= tolerance * Math.Max(1, Math.Abs(before)));

    private static IEnumerable<double> Numbers(string line) =>
        Number().Matches(line).Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture));

    private static string Cut(string line) => line.Length <= 80 ? line : line[..80] + "...";

    // Pixels and their size, which come from the machine's fonts; the title stays, as the picture's alt.
    [GeneratedRegex("width=\"[0-9]+\"|src=\"data:[^\"]*\"")]
    private static partial Regex Drawing();

    // Not within a word: conv2, float32 and hex digits are texts. A number that is written narrower may have more spaces before it.
    [GeneratedRegex(@" *(?<![\w.])[-+]?\d+(\.\d+)?([eE][-+]?\d+)?(?!\w)")]
    private static partial Regex Number();
}
