using CourseLabs.Exercises;
using CourseLabs.Exercises.Judging;
using CourseLabs.Grading.Exports;
using CourseLabs.Grading.Records;

namespace CourseLabs.Grading.Reports;

/// <summary>What a student's page says in one language.</summary>
/// <param name="Lang">The language's code: en, ko.</param>
/// <param name="Language">The language's own name.</param>
/// <param name="Lab">The page's heading.</param>
/// <param name="Points">The points, in words.</param>
/// <param name="Percent">The points, of 100.</param>
/// <param name="Status">Why there are no verdicts; null where there are.</param>
/// <param name="Late">Why points were taken off; null where none were.</param>
/// <param name="HintWord">The word hint.</param>
/// <param name="Tasks">Task by task.</param>
public sealed record FeedbackSide(
    string Lang, string Language, string Lab, string Points, string Percent, string? Status, string? Late, string HintWord, IReadOnlyList<FeedbackTask> Tasks)
{
    /// <summary>Both languages, the one asked for first.</summary>
    public static IReadOnlyList<FeedbackSide> Both(GradeRow row, Exercise exercise, Language first)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(exercise);
        return [Of(row, exercise, first), Of(row, exercise, first == Exercises.Language.English ? Exercises.Language.Korean : Exercises.Language.English)];
    }

    private static FeedbackSide Of(GradeRow row, Exercise exercise, Language language)
    {
        string Say(string english, string korean) => new Wording(english, korean).In(language);
        var points = row.Tasks.Sum(t => t.Points);
        (var final, var earned) = (GradesCsv.Number(row.Final), GradesCsv.Number(row.Earned));
        var title = exercise.Lab[3..].Replace('-', ' ');
        return new(
            language == Exercises.Language.Korean ? "ko" : "en",
            Say("English", "한국어"),
            Say($"Lab {exercise.Number}: {title}", $"실습 {exercise.Number}: {title}"),
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
            row.Status == GradeStatus.Graded ? [.. row.Tasks.Select(t => FeedbackTask.Of(t, exercise, language))] : []);
    }
}

/// <summary>What is said of one task.</summary>
/// <param name="Id">The task.</param>
/// <param name="Title">Its title, in Markdown.</param>
/// <param name="Passed">Whether it is done.</param>
/// <param name="Points">Earned, of how many.</param>
/// <param name="Verdict">In a word.</param>
/// <param name="Feedback">In a sentence.</param>
/// <param name="IsOurs">Whether that sentence is the course's own, in Markdown; all others may quote the student's text.</param>
/// <param name="Hint">The next hint, in Markdown; null where there is none.</param>
/// <param name="HintNumber">Which one that is.</param>
public sealed record FeedbackTask(
    string Id, string Title, bool Passed, string Points, string Verdict, string Feedback, bool IsOurs, string? Hint, int HintNumber)
{
    internal static FeedbackTask Of(TaskGrade task, Exercise exercise, Language language)
    {
        var said = exercise.HintsFor(task.Task, language);
        // Who has tried already gets the second hint; the third is the formula.
        var number = task.Kind is VerdictKind.NotStarted or VerdictKind.DoesNotCompile ? 1 : 2;
        return new(
            task.Task, said.Title, task.Kind == VerdictKind.Passed, $"{task.Earned} / {task.Points}", VerdictWords.Of(task.Kind).In(language),
            task.Feedback.In(language), task.Kind == VerdictKind.KnownMistake,
            task.Kind == VerdictKind.Passed ? null : said.Nudges.ElementAtOrDefault(number - 1), number);
    }
}
