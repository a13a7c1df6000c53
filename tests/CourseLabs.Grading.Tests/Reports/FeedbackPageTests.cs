using System.Text.RegularExpressions;
using CourseLabs.Exercises;
using CourseLabs.Exercises.Judging;
using CourseLabs.Grading.Exports;
using CourseLabs.Grading.Records;
using CourseLabs.Grading.Reports;
using CourseLabs.Grading.Tests.Exports;
using Markdig;

namespace CourseLabs.Grading.Tests.Reports;

public sealed partial class FeedbackPageTests
{
    private const string Script = "<script>alert(1)</script>";

    [Fact]
    public void A_page_says_the_task_the_verdict_the_mistake_and_the_next_hint_in_both_languages()
    {
        var said = (English: Made.Lab.HintsFor("3.6", Language.English), Korean: Made.Lab.HintsFor("3.6", Language.Korean));
        var row = Row(Made.Record("Kim", 5).With("3.6", VerdictKind.KnownMistake, new(said.English.Mistakes.Values.First(), said.Korean.Mistakes.Values.First()), said.English.Mistakes.Keys.First()));

        foreach (var page in new[] { FeedbackPage.Html(row, Made.Lab, Language.English), FeedbackPage.Markdown(row, Made.Lab, Language.English) })
        {
            foreach (var part in new[] { "10 of 25 points", "25점 중 10점", said.English.Title, said.Korean.Title, "a known mistake", "알려진 실수", "Hint 2: ", "힌트 2: " })
                Assert.Contains(part, page, StringComparison.Ordinal);
        }

        Assert.Contains(said.English.Mistakes.Values.First(), FeedbackPage.Markdown(row, Made.Lab, Language.English), StringComparison.Ordinal);
        Assert.Contains(said.Korean.Nudges[1], FeedbackPage.Markdown(row, Made.Lab, Language.English), StringComparison.Ordinal);
    }

    // What a record has beside the allow-list, each with a mark of its own.
    [Fact]
    public void Nothing_else_of_a_record_gets_onto_a_page()
    {
        var record = Made.Record("Kim", 3, number: "SECRETnumber").With("3.4", VerdictKind.KnownMistake, "what is said", "SECRETmistake") with
        {
            Source = "SECRETsource",
            Notes = ["SECRETnote about Lee"],
            InputHash = "SECREThash",
            Lab = "SECRETlab",
            SandboxTier = 777,
            Seconds = 8888,
        };

        foreach (var page in Pages(Row(record)))
        {
            Assert.DoesNotContain("SECRET", page, StringComparison.Ordinal);
            Assert.DoesNotContain("777", page, StringComparison.Ordinal);
            Assert.DoesNotContain("8888", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Lee", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Markup_in_a_name_or_in_the_compilers_words_is_text()
    {
        var row = Row(Made.Record(Script, 3).With("3.4", VerdictKind.DoesNotCompile, $"error CS0246: '{Script}' [x](javascript:alert(2)) ![y](http://evil/z.png)").With("3.5", VerdictKind.WrongSignature, Script));
        var html = FeedbackPage.Html(row, Made.Lab, Language.Korean);
        var rendered = Markdown.ToHtml(FeedbackPage.Markdown(row, Made.Lab, Language.Korean));

        foreach (var page in new[] { html, rendered })
        {
            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<a ", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
            Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_page_needs_no_other_file_and_runs_no_script()
    {
        var html = FeedbackPage.Html(Row(Made.Record("Kim")), Made.Lab, Language.English);

        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http:", html, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deduction_is_said_with_its_reason()
    {
        var late = new LateRule(new(2026, 10, 4, 12, 0, 0, TimeSpan.FromHours(9)), 10);

        var page = FeedbackPage.Html(GradeSheet.Of(Made.Lab, [Made.Record("Kim", 5)], null, late).Rows[0], Made.Lab, Language.English);

        Assert.Contains("9 of 25 points (10 before the deduction)", page, StringComparison.Ordinal);
        Assert.Contains("1 day late: 10 % taken off", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GradeStatus.Missing, "Nothing was handed in.")]
    [InlineData(GradeStatus.Unreadable, "There is no Tasks.cs")]
    [InlineData(GradeStatus.InfraError, "a fault that is not yours")]
    public void Without_verdicts_a_page_says_why(GradeStatus status, string says) =>
        Assert.All(Pages(Row(Made.Record("Kim", 0) with { Status = status })), page => Assert.Contains(says, page, StringComparison.Ordinal));

    // "a * b * c" and "[^1]" are no markup, and nothing of a sentence is lost.
    [Fact]
    public void Every_hint_and_every_mistake_of_every_exercise_stands_on_the_page_as_it_was_written()
    {
        foreach (var exercise in Exercise.AllIn(typeof(CourseLabs.Checks.Lab03).Assembly))
        {
            TaskGrade[] tasks = [.. exercise.Checks.Select(c => new TaskGrade(c.Id, c.Member, VerdictKind.KnownMistake, c.Points, [],
                string.Join(' ', exercise.HintsFor(c.Id, Language.Korean).Mistakes.Values)))];
            var sheet = GradeSheet.Of(exercise, [new("Kim", exercise.Lab, GradeStatus.Graded, tasks)]);

            var page = Plain(System.Net.WebUtility.HtmlDecode(Tag().Replace(FeedbackPage.Html(sheet.Rows[0], exercise, Language.Korean), "")));

            Assert.All(exercise.Checks, c => Assert.All(
                exercise.HintsFor(c.Id, Language.Korean).Mistakes.Values.Append(exercise.HintsFor(c.Id, Language.Korean).Nudges[1]),
                sentence => Assert.Contains(Plain(sentence), page, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void The_same_row_gives_the_same_bytes() =>
        Assert.Equal(Pages(Row(Made.Record("Kim"))), Pages(Row(Made.Record("Kim"))));

    // Code is marked by backticks or by a tag.
    private static string Plain(string text) => text.Replace("`", "", StringComparison.Ordinal);

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    private static GradeRow Row(GradeRecord record) => Made.Sheet(record).Rows[0];

    private static string[] Pages(GradeRow row) => [FeedbackPage.Html(row, Made.Lab, Language.English), FeedbackPage.Markdown(row, Made.Lab, Language.English)];
}
