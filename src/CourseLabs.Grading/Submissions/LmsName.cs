using System.Text;
using System.Text.RegularExpressions;

namespace CourseLabs.Grading.Submissions;

/// <summary>The names that learning management systems give to what was handed in.</summary>
/// <param name="Student">The student.</param>
/// <param name="Number">The LMS's number of the student; empty where the name has none.</param>
/// <param name="File">The file's own name; empty for a folder.</param>
/// <param name="IsLate">Whether the LMS calls it late; null where the name does not tell.</param>
internal sealed partial record LmsName(string Student, string Number, string File, bool? IsLate)
{
    /// <summary>Reads a name: Canvas's <c>kimminji_LATE_1234_56789_Tasks.cs</c>, Moodle's <c>김민지_1234_assignsubmission_file_</c>, or any other.</summary>
    public static LmsName Of(string name, bool isFile)
    {
        name = name.Normalize(NormalizationForm.FormC); // macOS takes Korean syllables apart
        if (Moodle().Match(name) is { Success: true } moodle)
            return new(moodle.Groups["student"].Value, moodle.Groups["number"].Value, moodle.Groups["file"].Value, null);
        if (isFile && Canvas().Match(name) is { Success: true } canvas)
            return new(canvas.Groups["student"].Value, canvas.Groups["number"].Value, canvas.Groups["file"].Value, canvas.Groups["late"].Success);
        return new(isFile ? Path.GetFileNameWithoutExtension(name) : name, "", isFile ? name : "", null);
    }

    /// <summary>Whether the name is one that an LMS makes: then the files beside it are other students'.</summary>
    public bool IsOfLms => Number.Length > 0;

    [GeneratedRegex(@"^(?<student>.+?)_(?<number>\d+)_assignsubmission_(file|onlinetext)_?(?<file>.*)$")]
    private static partial Regex Moodle();

    [GeneratedRegex(@"^(?<student>[^_]+)(?<late>_LATE)?_(?<number>\d+)_\d+_(?<file>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Canvas();
}
