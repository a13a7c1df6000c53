using CourseLabs.Exercises;

namespace CourseLabs.Grading.Submissions;

/// <summary>What one student handed in, as far as grading needs it: the text of Tasks.cs.</summary>
/// <param name="Student">The name of the folder, zip or file, or what the LMS put into it.</param>
/// <param name="Source">Where the file was found, within the submissions' folder.</param>
/// <param name="Text">The file's text; null when there is none that can be read.</param>
public sealed record Submission(string Student, string Source, string? Text)
{
    /// <summary>The LMS's number of the student; empty where the name has none.</summary>
    public string StudentNumber { get; init; } = "";

    /// <summary>When it was handed in, as far as the files tell.</summary>
    public DateTimeOffset? Submitted { get; init; }

    /// <summary>Whether the LMS calls it late; null where the file's name does not tell.</summary>
    public bool? MarkedLate { get; init; }

    /// <summary>Whether the file is there and this user may not read it: a fault of who grades.</summary>
    public bool IsForbidden { get; init; }

    /// <summary>What a person should look at.</summary>
    public IReadOnlyList<Wording> Notes { get; init; } = [];
}
