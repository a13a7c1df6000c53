using CourseLabs.Exercises.Source;
using CourseLabs.Grading.Records;
using CourseLabs.Grading.Submissions;

namespace CourseLabs.Grading.Exports;

/// <summary>The submissions as JPlag reads them: a folder a student below <c>submissions</c>, and the stub in <c>base</c>.</summary>
public static class JPlagFolder
{
    /// <summary>The files by their path within the folder.</summary>
    /// <param name="submissions">What was handed in.</param>
    /// <param name="stub">What every student began with.</param>
    public static IReadOnlyList<(string Path, string Text)> Files(IEnumerable<Submission> submissions, string stub) =>
    [
        (Path.Combine("base", StudentCompiler.FileName), stub),
        .. submissions.Where(s => s.Text is not null).Select(s => (Path.Combine("submissions", FileNames.For(s.Student), StudentCompiler.FileName), s.Text!)),
    ];
}
