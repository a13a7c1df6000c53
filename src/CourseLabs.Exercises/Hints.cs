using System.Text.RegularExpressions;

namespace CourseLabs.Exercises;

/// <summary>What is said of one task in one language.</summary>
/// <param name="Title">Behind the id in the heading.</param>
/// <param name="Text">What is to be done, and which slide has it; Markdown.</param>
/// <param name="Nudges">Three hints, from a nudge to the formula.</param>
/// <param name="Mistakes">The sentence for each known mistake.</param>
public sealed record TaskHints(string Title, string Text, IReadOnlyList<string> Nudges, IReadOnlyDictionary<string, string> Mistakes);

/// <summary>
/// A file hints.md: under <c>## 3.3 Title</c> what is to be done, three numbered hints, and under <c>### name</c> the sentence for each
/// known mistake.
/// </summary>
public sealed partial class Hints
{
    private static readonly TaskHints Nothing = new("", "", [], new Dictionary<string, string>());

    private readonly Dictionary<string, TaskHints> tasks = [];

    private Hints()
    {
    }

    /// <summary>The ids of the tasks, in the file's order.</summary>
    public IReadOnlyCollection<string> Ids => tasks.Keys;

    /// <summary>What is said of a task; all of it empty when the file says nothing.</summary>
    public TaskHints this[string id] => tasks.GetValueOrDefault(id, Nothing);

    /// <summary>Reads a file.</summary>
    /// <param name="markdown">The file's text.</param>
    /// <exception cref="FormatException">A task or a mistake stands there twice, or a mistake belongs to no task.</exception>
    public static Hints Parse(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        var hints = new Hints();
        foreach (var section in TaskHeading().Split("\n" + markdown.ReplaceLineEndings("\n")).Skip(1).Chunk(3))
        {
            (var id, var title, var body) = (section[0], section[1].Trim(), section[2]);
            var parts = MistakeHeading().Split(body);
            var mistakes = new Dictionary<string, string>();
            foreach (var mistake in parts.Skip(1).Chunk(2))
            {
                if (!mistakes.TryAdd(mistake[0], OneLine(mistake[1])))
                    throw new FormatException($"Task {id} has two sections \"{mistake[0]}\".");
            }

            var nudges = Nudge().Split(parts[0]);
            if (!hints.tasks.TryAdd(id, new(title, nudges[0].Trim(), [.. nudges.Skip(1).Select(OneLine)], mistakes)))
                throw new FormatException($"There are two sections of task {id}.");
        }

        return hints;
    }

    // A paragraph's line breaks are not meant.
    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"\n## +(\d+\.\d+)([^\n]*)")]
    private static partial Regex TaskHeading();

    [GeneratedRegex(@"\n### +(\S+)[^\n]*")]
    private static partial Regex MistakeHeading();

    [GeneratedRegex(@"\n\d\. ")]
    private static partial Regex Nudge();
}
