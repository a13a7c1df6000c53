using CourseLabs.Checks;
using CourseLabs.Exercises;
using CourseLabs.Exercises.Judging;
using CourseLabs.Grading.Exports;
using CourseLabs.Grading.Records;

namespace CourseLabs.Grading.Tests.Exports;

/// <summary>Records made by hand.</summary>
internal static class Made
{
    public static Exercise Lab { get; } = new Lab03();

    /// <summary>A record of somebody who solved the first so many tasks and has not begun the others.</summary>
    public static GradeRecord Record(string student, int solved = 5, string number = "") => new(student, Lab.Lab, GradeStatus.Graded,
        [.. Lab.Checks.Select((c, i) => i < solved
            ? new TaskGrade(c.Id, c.Member, VerdictKind.Passed, c.Points, [], new("Right.", "맞았습니다."))
            : new TaskGrade(c.Id, c.Member, VerdictKind.NotStarted, c.Points, [], new("Not started.", "아직 시작하지 않았습니다.")))])
    {
        StudentNumber = number,
        SandboxTier = 1,
        Submitted = new(2026, 10, 5, 12, 0, 0, TimeSpan.FromHours(9)),
        InputHash = "00",
        Seconds = 2.5,
    };

    /// <summary>The same with one task's verdict exchanged.</summary>
    public static GradeRecord With(this GradeRecord record, string task, VerdictKind kind, Wording feedback, params string[] mistakes) => record with
    {
        Tasks = [.. record.Tasks.Select(t => t.Task == task ? t with { Kind = kind, Feedback = feedback, Mistakes = mistakes } : t)],
    };

    public static GradeSheet Sheet(params GradeRecord[] records) => GradeSheet.Of(Lab, records);

    public static GradeSheet Sheet(Roster roster, params GradeRecord[] records) => GradeSheet.Of(Lab, records, roster);

    public static Roster Roster(string csv) => CourseLabs.Grading.Exports.Roster.Of(CsvFile.Parse("roster.csv", csv));
}
