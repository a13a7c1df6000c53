using CourseLabs.Exercises;
using CourseLabs.Exercises.Judging;
using CourseLabs.Grading.Exports;
using CourseLabs.Grading.Records;
using CourseLabs.Grading.Reports;
using CourseLabs.Grading.Tests.Exports;

namespace CourseLabs.Grading.Tests.Reports;

public sealed class ClassReportTests
{
    private static readonly string Forgotten = Made.Lab.HintsFor("3.4", Language.English).Mistakes["derivative-missing"];

    private static readonly GradeRecord[] Class =
    [
        Made.Record("a", 11), Made.Record("b", 3).With("3.4", VerdictKind.KnownMistake, Forgotten, "derivative-missing"),
        Made.Record("c", 3).With("3.4", VerdictKind.KnownMistake, Forgotten, "derivative-missing").With("3.5", VerdictKind.Relation, "The result has the opposite sign."),
        Made.Record("d", 0) with { Status = GradeStatus.Unreadable, Notes = ["There is no Tasks.cs in it."] },
        Made.Record("e", 6) with { Seconds = 41.2 },
    ];

    [Fact]
    public void The_page_says_what_an_instructor_wants_to_know()
    {
        var page = ClassReport.Html(Made.Sheet(Class), 4711, [], Language.English);

        foreach (var part in new[] { "<b>5</b> students", "<b>4</b> graded", "<b>1</b> unreadable", "4711", "41.2 s</b> (e)", "There is no Tasks.cs in it.", "bubblewrap", "opposite sign. (1)", "No pair stands out." })
            Assert.Contains(part, page, StringComparison.Ordinal);
        Assert.Contains($"{System.Net.WebUtility.HtmlEncode(Forgotten).Replace("&#39;", "&#x27;", StringComparison.Ordinal)} (2)", page, StringComparison.Ordinal);
        Assert.Contains("2 (50 %)", page, StringComparison.Ordinal); // task 3.4
    }

    [Fact]
    public void It_says_so_where_submissions_ran_without_a_sandbox()
    {
        Assert.DoesNotContain("without a sandbox", ClassReport.Html(Made.Sheet(Class), 1, [], Language.English), StringComparison.Ordinal);
        Assert.Contains("without a sandbox", ClassReport.Html(Made.Sheet(Made.Record("a") with { SandboxTier = 3 }), 1, [], Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_so_where_nobody_looked_for_similar_code() =>
        Assert.Contains("--submissions", ClassReport.Html(Made.Sheet(Class), 1, null, Language.English), StringComparison.Ordinal);

    [Fact]
    public void Markup_in_names_notes_and_code_is_text()
    {
        const string Script = "<script>alert(1)</script>";
        var record = Made.Record(Script) with { Notes = [Script] };
        var pair = new SimilarCode([Script, "b"], 0.9, 30, [new("3.1", 0.9, [$"return \"{Script}\";", "</pre><img src=x>"])]);

        var page = ClassReport.Html(Made.Sheet(record), 1, [pair], Language.Korean);

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Contains("return &quot;&lt;script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_class_has_a_page_too() =>
        Assert.Contains("<b>0</b> students", ClassReport.Html(GradeSheet.Of(Made.Lab, []), 1, [], Language.English), StringComparison.Ordinal);

    [Fact]
    public void The_same_records_give_the_same_bytes() =>
        Assert.Equal(ClassReport.Html(Made.Sheet(Class), 7, [], Language.Korean), ClassReport.Html(Made.Sheet([.. Class.Reverse()]), 7, [], Language.Korean));
}
