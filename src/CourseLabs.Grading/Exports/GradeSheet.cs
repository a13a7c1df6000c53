using CourseLabs.Exercises;
using CourseLabs.Grading.Records;

namespace CourseLabs.Grading.Exports;

/// <summary>The class's grades: a row a student. All exports and pages are made of it, and it of the records alone.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Rows">In the roster's order, then those of nobody on it, by name.</param>
public sealed record GradeSheet(Exercise Exercise, IReadOnlyList<GradeRow> Rows)
{
    /// <summary>The points that can be earned.</summary>
    public int Points => Exercise.Checks.Sum(c => c.Points);

    /// <summary>Puts the records into rows.</summary>
    /// <param name="exercise">The exercise.</param>
    /// <param name="records">What became of each submission.</param>
    /// <param name="roster">The class; null when it is not known.</param>
    /// <param name="late">What is taken off for handing in late; null for nothing.</param>
    public static GradeSheet Of(Exercise exercise, IReadOnlyList<GradeRecord> records, Roster? roster = null, LateRule? late = null)
    {
        ArgumentNullException.ThrowIfNull(exercise);
        ArgumentNullException.ThrowIfNull(records);
        GradeRecord[] ordered = [.. records.OrderBy(r => r.Student, StringComparer.Ordinal)];
        if (roster is null)
            return new(exercise, [.. ordered.Select(r => GradeRow.Of(exercise, r, null, late, []))]);

        var students = new StudentNames<RosterStudent>(roster.Students.Select(s => (s, (IEnumerable<string>)[s.Number], s.Name)));
        var owners = ordered.ToLookup(r => students.Find([r.StudentNumber], r.Student));
        var rows = new List<GradeRow>();
        foreach (var student in roster.Students)
        {
            // Two submissions of one student: a score is never lost, as in RecordMerge.
            GradeRecord[] own = [.. owners[student].OrderByDescending(r => r.Status == GradeStatus.Graded).ThenByDescending(r => r.Earned)];
            if (own.Length == 0)
                rows.Add(GradeRow.Missing(exercise, student));
            for (var i = 0; i < own.Length; i++)
            {
                rows.Add(GradeRow.Of(exercise, own[i], i == 0 ? student : null, late, own.Length == 1 ? [] : i == 0
                    ? [new($"There are {own.Length} submissions of this student: this one counts.", $"이 학생의 제출물이 {own.Length}개입니다. 이것을 반영합니다.")]
                    : [new($"Another submission of {student.Name} counts.", $"{student.Name} 학생의 다른 제출물을 반영합니다.")]) with { Counts = i == 0 });
            }
        }

        foreach (var record in owners[null])
            rows.Add(GradeRow.Of(exercise, record, null, late, [new("Nobody on the roster, or a name that two have.", "명단에 없거나 이름이 같은 학생이 둘 이상입니다.")]));
        return new(exercise, rows);
    }
}

/// <summary>One student's grade.</summary>
/// <param name="Student">The name: the roster's, else the submission's.</param>
/// <param name="Number">The number: the roster's, else the LMS's.</param>
/// <param name="Status">What became of the submission.</param>
/// <param name="Earned">The points earned.</param>
/// <param name="DaysLate">How many days late, as far as a time is known.</param>
/// <param name="Final">What is left of the points.</param>
/// <param name="Tasks">The verdicts, in the exercise's order.</param>
public sealed record GradeRow(string Student, string Number, GradeStatus Status, int Earned, int DaysLate, decimal Final, IReadOnlyList<TaskGrade> Tasks)
{
    /// <summary>What it is made of; null where nothing was handed in.</summary>
    public GradeRecord? Record { get; init; }

    /// <summary>What a person should look at.</summary>
    public IReadOnlyList<Wording> Notes { get; init; } = [];

    /// <summary>What is said of the lateness; null for nothing.</summary>
    public Wording? Late { get; init; }

    /// <summary>Whether it is the student's grade: false for a second submission, whose better one counts.</summary>
    public bool Counts { get; init; } = true;

    /// <summary>The numbers that a gradebook may know the student by.</summary>
    public IEnumerable<string> Numbers => [Number, Record?.StudentNumber ?? ""];

    internal static GradeRow Of(Exercise exercise, GradeRecord record, RosterStudent? student, LateRule? late, IReadOnlyList<Wording> notes)
    {
        (var days, var final, var said) = late?.Apply(record.Earned, record.Submitted, record.MarkedLate, student) ?? (0, record.Earned, null);
        return new(student?.Name ?? record.Student, student?.Number is { Length: > 0 } number ? number : record.StudentNumber, record.Status, record.Earned, days, final,
            [.. exercise.Checks.Select(c => record.Tasks.FirstOrDefault(t => t.Task == c.Id) ?? TaskGrade.Nothing(c))])
        {
            Record = record,
            Late = said,
            Notes = [.. record.Notes, .. notes, .. said is { } lateness ? [lateness] : Array.Empty<Wording>()],
        };
    }

    internal static GradeRow Missing(Exercise exercise, RosterStudent student) =>
        new(student.Name, student.Number, GradeStatus.Missing, 0, 0, 0, [.. exercise.Checks.Select(TaskGrade.Nothing)]);
}
