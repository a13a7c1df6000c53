using CourseLabs.Exercises;
using CourseLabs.Exercises.Judging;
using CourseLabs.Grading.Exports;
using CourseLabs.Grading.Records;
using Markdig;

namespace CourseLabs.Grading.Reports;

/// <summary>
/// What one student may read of the grading, in both languages. It is made of an allow-list: the tasks' ids, titles, points and verdicts, the
/// feedback that holds no number of an input, the mistakes' sentences and the next hint. Notes, other students, the seed and the inputs do
/// not get here.
/// </summary>
public static class FeedbackPage
{
    private static readonly PageTemplate HtmlPage = new("feedback.html");
    private static readonly PageTemplate MarkdownPage = new("feedback.md");
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>The page as HTML, in one file, in both languages; the one asked for is shown first.</summary>
    public static string Html(GradeRow row, Exercise exercise, Language first)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(exercise);
        return HtmlPage.Render(first, ("student", row.Student), ("languages", Both(row, exercise, first, Rendered))).Text;
    }

    /// <summary>The page as Markdown, both languages one below the other.</summary>
    public static string Markdown(GradeRow row, Exercise exercise, Language first)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(exercise);
        return MarkdownPage.Render(first, ("student", row.Student), ("languages", Both(row, exercise, first, text => new(text)))).Text;
    }

    private static Side[] Both(GradeRow row, Exercise exercise, Language first, Func<string, Markup> hint) =>
        [.. new[] { first, first == Language.English ? Language.Korean : Language.English }.Select(l => Side.Of(row, exercise, l, hint))];

    // The course's own sentences, in Markdown; a paragraph's tags would not stand in a line.
    private static Markup Rendered(string markdown) => new(Markdig.Markdown.ToHtml(markdown, Pipeline).Trim().Replace("<p>", "", StringComparison.Ordinal).Replace("</p>", "", StringComparison.Ordinal));

    /// <summary>One language of the page.</summary>
    private sealed record Side(
        string Lang, string Language, string Lab, string Points, string Percent, string? Status, string? Late, string HintWord, IReadOnlyList<TaskText> Tasks)
    {
        public static Side Of(GradeRow row, Exercise exercise, Language language, Func<string, Markup> markup)
        {
            string Say(string english, string korean) => new Wording(english, korean).In(language);
            var points = row.Tasks.Sum(t => t.Points);
            (var final, var earned) = (GradesCsv.Number(row.Final), GradesCsv.Number(row.Earned));
            return new(
                language == Exercises.Language.Korean ? "ko" : "en",
                Say("English", "한국어"),
                Say($"Lab {exercise.Number}: {Title(exercise)}", $"실습 {exercise.Number}: {Title(exercise)}"),
                Say($"{final} of {points} points", $"{points}점 중 {final}점") + (final == earned ? "" : Say($" ({earned} before the deduction)", $" (감점 전 {earned}점)")),
                GradesCsv.Number(points == 0 ? 0 : 100 * row.Final / points),
                row.Status switch
                {
                    GradeStatus.Graded => null,
                    GradeStatus.Unreadable => Say("There is no Tasks.cs in what you handed in that can be read. Ask your instructor.", "제출물에 읽을 수 있는 Tasks.cs가 없습니다. 담당 교수에게 문의하세요."),
                    GradeStatus.Missing => Say("Nothing was handed in.", "제출물이 없습니다."),
                    _ => Say("It could not be graded yet, by a fault that is not yours.", "아직 채점하지 못했습니다. 학생의 잘못이 아닙니다."),
                },
                row.Late?.In(language),
                Say("Hint", "힌트"),
                row.Status == GradeStatus.Graded ? [.. row.Tasks.Select(t => TaskText.Of(t, exercise, language, markup))] : []);
        }
    }

    private static string Title(Exercise exercise) => exercise.Lab[3..].Replace('-', ' ');

    /// <summary>What is said of one task.</summary>
    private sealed record TaskText(string Id, Markup Title, bool Passed, string Points, string Verdict, object Feedback, Markup? Hint, int HintNumber)
    {
        public static TaskText Of(TaskGrade task, Exercise exercise, Language language, Func<string, Markup> markup)
        {
            var said = exercise.HintsFor(task.Task, language);
            // Who has tried already gets the second hint; the third is the formula.
            var number = task.Kind is VerdictKind.NotStarted or VerdictKind.DoesNotCompile ? 1 : 2;
            var hint = task.Kind == VerdictKind.Passed ? null : said.Nudges.ElementAtOrDefault(number - 1);
            // A known mistake's sentence is the course's own, in Markdown; everything else may quote the student's text.
            var feedback = task.Feedback.In(language);
            return new(task.Task, markup(said.Title), task.Kind == VerdictKind.Passed, $"{task.Earned} / {task.Points}", VerdictWords.Of(task.Kind).In(language),
                task.Kind == VerdictKind.KnownMistake ? markup(feedback) : feedback, hint is null ? null : markup(hint), number);
        }
    }
}
