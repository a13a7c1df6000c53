using System.Text.RegularExpressions;
using CourseLabs.Examples;

namespace CourseLabs.Labs;

/// <summary>An item of docs/COURSE.md: what a slide teaches, its formula and figures, and where the code is.</summary>
/// <param name="Id">Such as <c>A7</c>.</param>
/// <param name="Title">The heading behind the id.</param>
/// <param name="Lines">Slide, Teaches, Formula, Figures, Code, Notebook and Errata, each with its text; line breaks as they stand
/// there.</param>
public sealed partial record CourseItem(string Id, string Title, IReadOnlyList<(string Label, string Text)> Lines)
{
    /// <summary>Every item, in the decks' order.</summary>
    public static IReadOnlyList<CourseItem> All { get; } = Read();

    /// <summary>One of its lines.</summary>
    /// <param name="label">Slide, Teaches, Formula, Figures, Code, Notebook or Errata.</param>
    public string this[string label] => Lines.Single(l => l.Label == label).Text;

    /// <summary>Whether the deck has a mistake here.</summary>
    public bool HasErrata => !this["Errata"].StartsWith("none", StringComparison.Ordinal);

    /// <summary>The files of its code, from the checkout's folder on, slashes between.</summary>
    public IEnumerable<string> Paths => File().Matches(this["Code"]).Select(m => m.Groups[1].Value);

    /// <summary>The slide's programs, as C#: the files of its lab that are no example.</summary>
    public IEnumerable<SlideProgram> Programs =>
        Paths.Where(p => p.StartsWith("labs/", StringComparison.Ordinal) && !p.EndsWith("Example.cs", StringComparison.Ordinal)).Select(p => new SlideProgram(p));

    /// <summary>The headings of its slides, as the deck has them.</summary>
    public IReadOnlyList<string> Headings =>
        [.. Quoted().Matches(this["Slide"].Replace('\n', ' ')).Select(m => m.Groups[1].Value)];

    /// <summary>The item that a user means by its id or by an example's name, in any case.</summary>
    /// <exception cref="UserErrorException">There is none; the message has a guess at what was meant.</exception>
    public static CourseItem Find(string key)
    {
        var id = Course.Examples.All.FirstOrDefault(e => e.Name.Equals(key, StringComparison.OrdinalIgnoreCase))?.Id ?? key;
        if (All.FirstOrDefault(item => item.Id.Equals(id, StringComparison.OrdinalIgnoreCase)) is { } found)
            return found;

        // Ids are too short for a guess by letters: those of the same deck are named.
        string[] sameDeck = [.. All.Select(i => i.Id).Where(i => key.Length > 0 && char.ToUpperInvariant(key[0]) == i[0])];
        var guess = Suggestion.For(key, Course.Examples.All.Select(e => e.Name)) is { } near ? $" Did you mean {near}?"
            : sameDeck.Length > 0 ? $" That deck has {sameDeck[0]} to {sameDeck[^1]}."
            : $" The items go from {All[0].Id} to {All[^1].Id}.";
        throw new UserErrorException($"There is no course item \"{key}\".{guess} \"labs list\" shows the examples with their items.");
    }

    private static CourseItem[] Read() => [.. Embedded("COURSE.md").Split("\n### ").Skip(1).Select(Parse)];

    // A text that this assembly holds, lines ending in LF.
    internal static string Embedded(string name)
    {
        using var stream = typeof(CourseItem).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static CourseItem Parse(string section)
    {
        var parts = section.Split("\n## ")[0].Replace("`", "", StringComparison.Ordinal).Split("\n- ");
        var heading = parts[0].Trim().Split(' ', 2);
        return new(heading[0], heading[1], [.. parts.Skip(1).Select(Line)]);
    }

    private static (string Label, string Text) Line(string line)
    {
        var parts = line.Trim().Split(": ", 2);
        return (parts[0], string.Join('\n', parts[1].Split('\n').Select(l => l.Trim())));
    }

    [GeneratedRegex(@"((?:labs|src)/[\w./-]+\.cs)")]
    private static partial Regex File();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Quoted();
}
