using CourseLabs.Exercises;
using CourseLabs.Exercises.Judging;

namespace CourseLabs.Grading.Records;

/// <summary>What became of one submission.</summary>
public enum GradeStatus
{
    /// <summary>It was graded.</summary>
    Graded,

    /// <summary>It has no Tasks.cs that can be read: 0 points, and somebody should look.</summary>
    Unreadable,

    /// <summary>The roster has the student, the folder has no submission: 0 points.</summary>
    Missing,

    /// <summary>The grader itself failed; an older score stays.</summary>
    InfraError,
}

/// <summary>The verdict of one task, as it is kept and as a student may read it.</summary>
/// <param name="Task">The task's id.</param>
/// <param name="Member">The student's method.</param>
/// <param name="Kind">What was found.</param>
/// <param name="Points">What the task is worth.</param>
/// <param name="Mistakes">The known mistakes' names.</param>
/// <param name="Feedback">In words, without a number of the input.</param>
public sealed record TaskGrade(string Task, string Member, VerdictKind Kind, int Points, IReadOnlyList<string> Mistakes, Wording Feedback)
{
    /// <summary>The points earned.</summary>
    public int Earned => Kind == VerdictKind.Passed ? Points : 0;

    /// <summary>Where there is no verdict: 0 points.</summary>
    public static TaskGrade Nothing(Check check)
    {
        ArgumentNullException.ThrowIfNull(check);
        return new(check.Id, check.Member, VerdictKind.NotStarted, check.Points, [], "");
    }

    /// <summary>What is kept of a verdict.</summary>
    public static TaskGrade Of(Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return new(verdict.Task, verdict.Member, verdict.Kind, verdict.Points, verdict.Mistakes, verdict.Feedback);
    }
}

/// <summary>All that is kept of one submission: one JSON file in the results' folder.</summary>
/// <param name="Student">Who handed in: the name of the folder, zip or file, or what the LMS put into it.</param>
/// <param name="Lab">The lab's folder.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Tasks">The verdicts, in the exercise's order.</param>
public sealed record GradeRecord(string Student, string Lab, GradeStatus Status, IReadOnlyList<TaskGrade> Tasks)
{
    /// <summary>The LMS's number of the student, where the file's name has one; else empty.</summary>
    public string StudentNumber { get; init; } = "";

    /// <summary>Where the file was found, within the submissions' folder.</summary>
    public string Source { get; init; } = "";

    /// <summary>What a person should look at; empty where nothing is odd.</summary>
    public IReadOnlyList<Wording> Notes { get; init; } = [];

    /// <summary>When it was handed in, as far as the files tell.</summary>
    public DateTimeOffset? Submitted { get; init; }

    /// <summary>Whether the LMS calls it late; null where the file's name does not tell.</summary>
    public bool? MarkedLate { get; init; }

    /// <summary>How the student's code was kept apart: 1 bubblewrap, 2 Landlock, 3 not at all; 0 where none ran.</summary>
    public int SandboxTier { get; init; }

    /// <summary>The hash of all that the verdicts come from: the student's text, the checks, the seed. While it is the same, nothing is graded again.</summary>
    public string InputHash { get; init; } = "";

    /// <summary>How long grading took.</summary>
    public double Seconds { get; init; }

    /// <summary>The points earned.</summary>
    public int Earned => Tasks.Sum(t => t.Earned);

    /// <summary>The points that can be earned.</summary>
    public int Points => Tasks.Sum(t => t.Points);
}
