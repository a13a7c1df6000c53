using CourseLabs.Exercises.Source;
using CourseLabs.Labs;
using CourseLabs.Tests;

namespace CourseLabs.Cli.Tests.FrontDoor;

/// <summary>The pages: each command that they name is one, each link leads somewhere, the Korean ones say what the English do.</summary>
public sealed class PageTests
{
    private static readonly MarkdownPage English = new("README.md"), Korean = new("README.ko.md");

    /// <summary>Every page of the checkout.</summary>
    public static TheoryData<string> Pages =>
    [
        .. from folder in new[] { "", "docs", "labs", "notebooks", "src" }
           from file in Directory.EnumerateFiles(
               Path.Combine(Checkout.Root, folder), "*.md", folder == "labs" ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly)
           select Path.GetRelativePath(Checkout.Root, file).Replace('\\', '/'),
    ];

    /// <summary>Those that there are in Korean too.</summary>
    public static TheoryData<string> Twins =>
        [.. Pages.Select(row => row.Data).Where(page => page.EndsWith(".ko.md", StringComparison.Ordinal))];

    /// <summary>What the READMEs name, as it can be run quickly.</summary>
    public static TheoryData<string> QuickCommands =>
        [.. English.Commands.Concat(Korean.Commands).Select(line => new NamedCommand(line).Quick).OfType<string>().Distinct()];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_command_that_a_page_names_is_one(string page) =>
        Assert.All(new MarkdownPage(page).Commands, line => new NamedCommand(line).AssertIsRight());

    [Theory]
    [MemberData(nameof(QuickCommands))]
    public void What_the_readme_says_to_type_runs(string command) => LabsRun.Says(ExitCode.Ok, command);

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_to_a_file_and_every_anchor_to_a_heading(string page)
    {
        var from = new MarkdownPage(page);
        Assert.All(from.Links, link =>
        {
            var target = link.Target.Length == 0 ? page : Path.Combine(from.Folder, link.Target);
            Assert.True(Path.Exists(Path.Combine(Checkout.Root, target)), $"{page} links to {link.Target}, which is not there.");
            if (link.Anchor.Length > 0)
                Assert.Contains(link.Anchor, new MarkdownPage(target).Headings.Select(h => h.Anchor));
        });
    }

    [Theory]
    [MemberData(nameof(Twins))]
    public void A_Korean_page_has_the_headings_and_the_commands_of_the_English(string page)
    {
        MarkdownPage korean = new(page), english = new(page.Replace(".ko.md", ".md", StringComparison.Ordinal));

        Assert.Equal(english.Headings.Select(h => h.Level), korean.Headings.Select(h => h.Level));
        Assert.Equal(Distinct(english.Commands.Select(InKorean)), Distinct(korean.Commands.Select(InKorean)));
    }

    [Fact]
    public void Both_readmes_link_to_each_other_and_else_to_the_same_pages()
    {
        Assert.Equal("README.ko.md", English.Links.First().Target);
        Assert.Equal("README.md", Korean.Links.First().Target);
        Assert.Equal(
            Distinct(English.Links.Skip(1).Select(l => OfEnglish(l.Target))),
            Distinct(Korean.Links.Skip(1).Select(l => OfEnglish(l.Target))));
        Assert.Equal(English.Links.Count(), Korean.Links.Count());
    }

    [Fact]
    public void Both_readmes_show_the_same_output_and_the_same_times()
    {
        Assert.Equal(English.Code.Select(WithoutRemark), Korean.Code.Select(WithoutRemark));
        Assert.NotEmpty(Times(English));
        Assert.Equal(Times(English), Times(Korean));
    }

    [Fact]
    public void The_readme_has_a_row_for_every_command_and_every_lab()
    {
        var commands = App.Root(new Terminal(TextWriter.Null, TextWriter.Null), Course.Examples).Subcommands.Select(c => c.Name);

        Assert.All(commands, name => Assert.Contains(English.Rows, row => row.Contains($"`./labs.sh {name}", StringComparison.Ordinal)));
        Assert.All(
            Course.Examples.All.Select(e => e.Lab).Distinct(),
            lab => Assert.Contains(English.Rows, row => row.StartsWith($"| `{lab}` ", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_rows_of_examples_that_the_readme_shows_are_printed()
    {
        string[] shown = [.. English.Code.SkipWhile(line => !line.StartsWith('╭')).TakeWhile(line => !line.StartsWith('╰'))];
        var ids = shown.Skip(3).Select(row => row.Split('│')[1].Trim());

        using var run = LabsRun.Of($"run {string.Join(' ', ids)}");

        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Contains(string.Join('\n', shown), run.Out.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_readme_shows_of_a_check_is_printed_for_that_mistake()
    {
        var file = Path.GetTempFileName();
        var solutions = File.ReadAllText(Path.Combine(Checkout.Root, "labs", "03-backpropagation", "exercise", StudentCompiler.FileName));
        File.WriteAllText(file, solutions.Replace("return (a - t) * a * (1 - a);", "return a - t;", StringComparison.Ordinal));
        string[] shown = [.. English.Code.SkipWhile(line => line != "$ ./labs.sh check 03").Skip(1).Take(3)];

        LabsRun.Says(
            ExitCode.FellShort, $"check 03 --file {file}",
            [.. shown.Select(line => line.Replace("labs/03-backpropagation/exercise/Tasks.cs", file, StringComparison.Ordinal))]);
        File.Delete(file);
    }

    private static string[] Distinct(IEnumerable<string> lines) => [.. lines.Distinct().Order(StringComparer.Ordinal)];

    // A Korean page may ask for Korean.
    private static string InKorean(string command) => command.Replace(" --lang ko", "", StringComparison.Ordinal);

    private static string OfEnglish(string target) => target.Replace(".ko.md", ".md", StringComparison.Ordinal);

    private static string WithoutRemark(string line) => line.Split(" # ")[0].TrimEnd();

    private static IEnumerable<string> Times(MarkdownPage page) =>
        page.Rows.SkipWhile(row => !row.StartsWith("| workload |", StringComparison.Ordinal)).TakeWhile(row => row != "| | |");
}
