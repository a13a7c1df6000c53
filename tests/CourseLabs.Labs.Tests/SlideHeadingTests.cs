using System.Text.RegularExpressions;
using CourseLabs.Tests;

namespace CourseLabs.Labs.Tests;

/// <summary>Items and examples name their slide by the deck's heading; docs/GLOSSARY.md lists the headings with their English.</summary>
public sealed class SlideHeadingTests
{
    public static TheoryData<string> Ids => [.. CourseItem.All.Select(item => item.Id)];

    public static TheoryData<string> Names => [.. Course.Examples.All.Select(example => example.Name)];

    // Heading and the items that it belongs to.
    private static ILookup<string, string> Glossary { get; } = File
        .ReadLines(Path.Combine(Checkout.Root, "docs", "GLOSSARY.md"))
        .SkipWhile(line => line != "## Headings of the slides")
        .Where(line => line.StartsWith('|'))
        .Select(line => line.Trim('|').Split(" | ").Select(cell => cell.Trim()).ToArray())
        .SelectMany(row => row[0].Split("; ").SelectMany(heading => row[^1].Split(", ").Select(id => (heading, id))))
        .ToLookup(pair => pair.heading, pair => pair.id);

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_glossary_has_each_heading_that_an_item_names(string id)
    {
        var headings = CourseItem.Find(id).Headings;

        Assert.NotEmpty(headings);
        Assert.All(headings, heading => Assert.Contains(id, Glossary[heading]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_example_names_a_heading_of_its_item_above_its_class(string name)
    {
        var example = Course.Examples.All.Single(e => e.Name == name);
        var type = example.GetType().Name;
        var source = File.ReadAllText(Path.Combine(Checkout.Root, "labs", example.Lab, $"{type}.cs")).ReplaceLineEndings("\n");

        var comment = Regex.Match(source, $@"((?:// [^\n]*\n)+)public sealed class {type}\(")
            .Groups[1].Value.Replace("\n// ", " ", StringComparison.Ordinal);

        Assert.Contains(CourseItem.Find(example.Id).Headings, heading => comment.Contains($"\"{heading}\"", StringComparison.Ordinal));
        Assert.Contains($"COURSE {example.Id}", comment, StringComparison.Ordinal);
    }
}
