using CourseLabs.Exercises.Projects;
using CourseLabs.Exercises.Reports;

namespace CourseLabs.Exercises.Tests.Projects;

/// <summary>What stands behind <c>dotnet run --</c> in a student's project, and how its table is laid out.</summary>
public sealed class ProgramTests
{
    [Fact]
    public void Arguments_are_read()
    {
        var arguments = ProgramArguments.Parse(["--task", "3.2", "--hint", "--task", "3.10", "--seed", "-7", "--lang", "ko"]);

        Assert.Equal(["3.2", "3.10"], arguments.Tasks);
        Assert.Equal((1, -7L, Language.Korean), (arguments.Hint, arguments.Seed, arguments.Language));
        Assert.Equal(3, ProgramArguments.Parse(["--hint", "3"]).Hint);
        Assert.Equal("all", ProgramArguments.Parse(["reset", "all"]).Reset);
        Assert.Equal((0, 0L, Language.English, null), ProgramArguments.Parse([]) is var none ? (none.Hint, none.Seed, none.Language, none.Reset) : default);
    }

    [Theory]
    [InlineData("--hint 4", "--hint takes 1, 2 or 3, not \"4\".")]
    [InlineData("--lang fr", "--lang takes en or ko, not \"fr\".")]
    [InlineData("--lang", "--lang takes en or ko.")]
    [InlineData("--seed x", "--seed takes a whole number, not \"x\".")]
    [InlineData("--task", "--task takes a task's number, such as 3.2.")]
    [InlineData("reset", "reset takes a task's number, such as 3.2, or all.")]
    [InlineData("3.2", "What is \"3.2\"? There are:")]
    public void Wrong_use_is_told_in_a_sentence(string arguments, string sentence) =>
        Assert.StartsWith(sentence, Assert.Throws<InvalidDataException>(() => ProgramArguments.Parse(arguments.Split(' '))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_tables_columns_stand_below_each_other_in_Korean_too()
    {
        using var writer = new StringWriter();
        TextTable.Write(writer, "실습", ["문제", "점수"], [["3.2 중앙 차분", "1"], ["3.10 σ", "2"]]);

        Assert.Equal(
            """
            실습
            문제           점수
            ─────────────  ────
            3.2 중앙 차분  1
            3.10 σ         2

            """.ReplaceLineEndings(),
            writer.ToString());
        Assert.Equal(13, TextTable.Width("3.2 중앙 차분"));
    }
}
