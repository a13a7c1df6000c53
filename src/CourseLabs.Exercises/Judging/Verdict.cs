namespace CourseLabs.Exercises.Judging;

/// <summary>What can be said of a student's member, in the order in which it is looked for.</summary>
public enum VerdictKind
{
    /// <summary>The compiler refuses it.</summary>
    DoesNotCompile,

    /// <summary>The blank is still there.</summary>
    NotStarted,

    /// <summary>There is no such method, or it takes or returns something else.</summary>
    WrongSignature,

    /// <summary>It threw an exception.</summary>
    Threw,

    /// <summary>It ended the process.</summary>
    EndedProcess,

    /// <summary>It did not return in time.</summary>
    TooSlow,

    /// <summary>It changed what it was given.</summary>
    InputChanged,

    /// <summary>The result has another shape or type.</summary>
    WrongShape,

    /// <summary>A number that should be finite is not.</summary>
    NotFinite,

    /// <summary>The result is that of a mistake known by name.</summary>
    KnownMistake,

    /// <summary>The result stands in a simple relation to the right one.</summary>
    Relation,

    /// <summary>The result is another one.</summary>
    Wrong,

    /// <summary>It is right.</summary>
    Passed,
}

/// <summary>What is said of one task: the terminal, a test, a notebook's cell and the gradebook show this object.</summary>
/// <param name="Task">The task's id.</param>
/// <param name="Member">The student's method.</param>
/// <param name="Kind">What was found.</param>
/// <param name="Message">In words.</param>
/// <param name="Points">What the task is worth.</param>
public sealed record Verdict(string Task, string Member, VerdictKind Kind, Wording Message, int Points)
{
    /// <summary>The names of the known mistakes that the result agrees with; with two or more, it is one of them.</summary>
    public IReadOnlyList<string> Mistakes { get; init; } = [];

    /// <summary>
    /// The same without a number of the input or of the student's result, and without a text that the student's code could make up: what a
    /// graded student may read, whose inputs are not to be known.
    /// </summary>
    public Wording Feedback { get; init; } = Message;

    /// <summary>What the method printed, cut.</summary>
    public string Printed { get; init; } = "";

    /// <summary>Whether the task is solved.</summary>
    public bool Passed => Kind == VerdictKind.Passed;

    /// <summary>The points earned.</summary>
    public int Earned => Passed ? Points : 0;
}
