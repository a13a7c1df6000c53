using System.Text.RegularExpressions;

namespace CourseLabs.Labs;

/// <summary>A deck of docs/COURSE.md.</summary>
/// <param name="Letter">That its items' ids start with.</param>
/// <param name="Title">Its title.</param>
public sealed partial record CourseDeck(char Letter, string Title)
{
    /// <summary>The five decks, in their order.</summary>
    public static IReadOnlyList<CourseDeck> All { get; } =
        [.. Heading().Matches(CourseItem.Embedded("COURSE.md")).Select(m => new CourseDeck(m.Groups[1].Value[0], m.Groups[2].Value))];

    /// <summary>Its items, in its order.</summary>
    public IEnumerable<CourseItem> Items => CourseItem.All.Where(item => item.Id[0] == Letter);

    // "## A. forward-backward-propagation (Forward & Backward Propagation, the PyTorch deck)"
    [GeneratedRegex(@"^## ([A-Z])\. \S+ \((.+)\)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
