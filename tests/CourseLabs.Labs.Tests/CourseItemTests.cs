using System.Text.RegularExpressions;
using CourseLabs.Examples;
using CourseLabs.Tests;

namespace CourseLabs.Labs.Tests;

/// <summary>docs/COURSE.md against the code that it points to.</summary>
public sealed partial class CourseItemTests
{
    public static TheoryData<string> Ids => [.. CourseItem.All.Select(item => item.Id)];

    [Fact]
    public void Every_item_of_the_five_decks_is_there_once() => Assert.Equal(
        [.. Deck('A', 9), .. Deck('B', 4), .. Deck('C', 5), .. Deck('D', 10), .. Deck('E', 9)], CourseItem.All.Select(i => i.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_item_has_its_seven_lines(string id) => Assert.Equal(
        ["Slide", "Teaches", "Formula", "Figures", "Code", "Notebook", "Errata"], CourseItem.Find(id).Lines.Select(l => l.Label));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_file_that_an_item_names_is_there(string id)
    {
        string[] paths = [.. CourseItem.Find(id).Lines.Where(l => l.Label is "Code" or "Notebook")
            .SelectMany(l => Path().Matches(l.Text)).Select(m => m.Value)];

        Assert.NotEmpty(paths);
        Assert.All(paths, path => Assert.True(File.Exists(System.IO.Path.Combine(Checkout.Root, path)), path));
    }

    [Fact]
    public void Every_example_stands_at_its_own_item_and_nowhere_else()
    {
        var named = CourseItem.All.SelectMany(
            item => Name().Matches(item.Lines.Single(l => l.Label == "Code").Text).Select(m => (Name: m.Groups[1].Value, item.Id)));

        Assert.Equal(Course.Examples.All.Select(e => (e.Name, e.Id)).Order(), named.Order());
    }

    [Theory]
    [InlineData("a7", "A7")]
    [InlineData("Regression", "A7")]
    public void An_item_is_found_by_id_and_by_an_examples_name(string key, string id) => Assert.Equal(id, CourseItem.Find(key).Id);

    [Theory]
    [InlineData("A70", "That deck has A1 to A9.")]
    [InlineData("regresion", "Did you mean regression?")]
    [InlineData("Z1", "The items go from A1 to E9.")]
    [InlineData("", "The items go from A1 to E9.")]
    public void An_unknown_item_gets_a_guess(string key, string guess) =>
        Assert.Contains(guess, Assert.Throws<UserErrorException>(() => CourseItem.Find(key)).Message, StringComparison.Ordinal);

    private static IEnumerable<string> Deck(char letter, int items) => Enumerable.Range(1, items).Select(i => $"{letter}{i}");

    [GeneratedRegex(@"(?:labs|src|notebooks)/[\w./-]+\.\w+")]
    private static partial Regex Path();

    [GeneratedRegex(@"\(([a-z0-9-]+)\)")]
    private static partial Regex Name();
}
