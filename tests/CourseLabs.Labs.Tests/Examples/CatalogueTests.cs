using System.Text.RegularExpressions;
using CourseLabs.Examples;

namespace CourseLabs.Labs.Tests;

public sealed partial class CatalogueTests
{
    [Fact]
    public void Names_are_unique_and_fit_for_a_folder()
    {
        string[] names = [.. Course.Examples.All.Select(e => e.Name)];

        Assert.Equal(names.Distinct(), names);
        Assert.All(names, name => Assert.Matches(FolderName(), name));
    }

    [Fact]
    public void Ids_and_labs_look_like_the_courses()
    {
        Assert.All(Course.Examples.All, e => Assert.Matches(CourseId(), e.Id));
        Assert.All(Course.Examples.All, e => Assert.Matches(LabFolder(), e.Lab));
    }

    [Fact]
    public void Options_of_the_same_name_are_of_the_same_kind()
    {
        var kinds = Course.Examples.All.SelectMany(e => e.Options).GroupBy(o => o.Name, o => o.GetType());

        Assert.All(kinds, kind => Assert.Single(kind.Distinct()));
    }

    [Fact]
    public void Options_do_not_take_a_name_that_every_example_has()
    {
        string[] common = ["seed", "out", "json", "quick", "device", "data", "verbose", "help"];

        Assert.Empty(Course.Examples.All.SelectMany(e => e.Options).Select(o => o.Name).Intersect(common));
    }

    [Theory]
    [InlineData("regresion", "regression")]
    [InlineData("Regressoin", "regression")]
    [InlineData("xor", null)]
    public void A_mistyped_word_is_guessed_only_when_it_is_near(string typed, string? guess) =>
        Assert.Equal(guess, Suggestion.For(typed, ["regression", "perceptron", "chain-rule"]));

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex FolderName();

    [GeneratedRegex("^[A-E][1-9][0-9]?$")]
    private static partial Regex CourseId();

    [GeneratedRegex("^0[1-9](-[a-z]+)+$")]
    private static partial Regex LabFolder();
}
