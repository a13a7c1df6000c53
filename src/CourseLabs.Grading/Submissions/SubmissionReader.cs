using System.Text.RegularExpressions;
using CourseLabs.Exercises;
using CourseLabs.Exercises.Source;

namespace CourseLabs.Grading.Submissions;

/// <summary>
/// Finds in a folder (or one zip) what each student handed in: folders, zips, single files, and the bulk downloads of Canvas and Moodle. Of
/// each it reads Tasks.cs and nothing else; a submission that makes trouble is one without text, never an end of the run.
/// </summary>
/// <param name="lab">The lab's folder, such as <c>03-backpropagation</c>: where a submission has several Tasks.cs, its own is taken.</param>
public sealed partial class SubmissionReader(string lab)
{
    private const string MacFolder = "__MACOSX"; // what macOS puts into a zip beside the files
    private const int LongestText = 1 << 20;
    private const int LongestZip = 100 << 20;

    private readonly List<string> others = [];

    /// <summary>What lay beside the submissions of the last <see cref="Read"/> and is none: a roster, a readme, an archive that is no zip.</summary>
    public IReadOnlyList<string> Others => others;

    /// <summary>All submissions, by student.</summary>
    /// <param name="path">A folder, or a zip with all of them.</param>
    /// <exception cref="GradingException">There is nothing of the kind.</exception>
    public IReadOnlyList<Submission> Read(string path)
    {
        others.Clear();
        List<Submission> all;
        if (Directory.Exists(path))
            all = [.. Entries(path).SelectMany(entry => Directory.Exists(entry) ? OfFolder(entry) : OfFile(entry, Path.GetFileName(entry)))];
        else if (File.Exists(path))
            all = [.. OfFile(path, Path.GetFileName(path), isClass: true)];
        else
            throw new GradingException($"There is no folder {path} with submissions.");
        if (all.Count == 0)
            throw new GradingException($"The folder {path} has no submissions: it should have a folder, a zip or a Tasks.cs for each student.");
        return [.. Distinct(Merged(all)).OrderBy(s => s.Student, StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Entries(string folder) => Directory.EnumerateFileSystemEntries(folder)
        .Where(e => !Path.GetFileName(e).StartsWith('.') && Path.GetFileName(e) != MacFolder && new FileInfo(e).LinkTarget is null).Order(StringComparer.Ordinal);

    private List<Submission> OfFolder(string folder)
    {
        var name = LmsName.Of(Path.GetFileName(folder), isFile: false);
        return Guarded(name, Path.GetFileName(folder), () => [OfFiles(name, Path.GetFileName(folder), HandedInFiles.OfFolder(folder))]);
    }

    private List<Submission> OfFile(string path, string source, bool isClass = false)
    {
        var name = LmsName.Of(Path.GetFileName(path), isFile: true);
        if (IsZip(path))
            return Guarded(name, source, () => OfZip(name, source, File.OpenRead(path), isClass));
        // "20260001 Kim.cs", "Lee_Tasks.cs": the rest of the name is the student's.
        if (!name.IsOfLms && !IsTasks(name.File) && path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))
            name = name with { Student = Beside().Replace(Path.GetFileNameWithoutExtension(path), ""), File = StudentCompiler.FileName };
        if (IsTasks(name.File) && name.Student.Length > 0)
            return Guarded(name, source, () => [OfFiles(name, source, [new(name.File, File.GetLastWriteTimeUtc(path), () => File.OpenRead(path))])]);
        if (!name.IsOfLms) // an LMS hands out every file of a student
            others.Add(source);
        return [];
    }

    // A zip of one student's, or of the whole class.
    private List<Submission> OfZip(LmsName owner, string source, Stream stream, bool isClass = false, bool mayBeBulk = true)
    {
        using var zip = HandedInFiles.OpenZip(stream);
        var files = HandedInFiles.OfZip(zip);
        var groups = files.GroupBy(f => f.Path.Split('/')[0]).ToArray();
        var isBulk = (isClass && HasStudentsFolders(groups))
            || (mayBeBulk && !owner.IsOfLms && groups.Any(g => LmsName.Of(g.Key, isFile: !IsInFolder(g.First())).IsOfLms));
        if (!isBulk)
            return [OfFiles(owner, source, files)];
        return [.. groups.Where(g => g.Key != MacFolder).SelectMany(g =>
        {
            var single = !IsInFolder(g.First());
            var name = LmsName.Of(g.Key, single);
            return Guarded(name, $"{source}/{g.Key}", () => single && IsZip(g.Key)
                ? OfZip(name, $"{source}/{g.Key}", new MemoryStream(g.First().Read(LongestZip)))
                : [OfFiles(name, $"{source}/{g.Key}", single ? [g.First() with { Path = name.File }] : [.. g.Select(f => f with { Path = f.Path[(g.Key.Length + 1)..] })])]);
        })];
    }

    // Several folders with an answer each are students, unless they have the names of labs: then all are of one student.
    private bool HasStudentsFolders(IGrouping<string, HandedInFile>[] groups) =>
        groups.Count(g => g.Any(f => IsTasks(f.Name) && IsInFolder(f) && !Ignored(f))) > 1
        && !groups.Any(g => g.Key.StartsWith("lab", StringComparison.OrdinalIgnoreCase) || g.Key.StartsWith(lab[..3], StringComparison.Ordinal));

    private static bool IsInFolder(HandedInFile file) => file.Path.Contains('/', StringComparison.Ordinal);

    private Submission OfFiles(LmsName name, string source, IReadOnlyList<HandedInFile> files)
    {
        // What an LMS puts into a folder of the student's own: one zip.
        if (files.Where(f => IsTasks(f.Name)).All(Ignored) && files.FirstOrDefault(f => IsZip(f.Name)) is { } inner)
            return OfZip(name, $"{source}/{inner.Path}", new MemoryStream(inner.Read(LongestZip)), mayBeBulk: false)[0];
        HandedInFile[] found = [.. files.Where(f => IsTasks(f.Name) && !Ignored(f))];
        HandedInFile[] own = [.. found.Where(f => f.Path.Split('/').SkipLast(1).Any(s => s.Contains(lab[..2], StringComparison.Ordinal)))];
        var candidates = own.Length > 0 ? own : found;
        var notes = new List<Wording>();
        if (name.IsLate is true)
            notes.Add(new("The LMS calls it late.", "LMS에 지각 제출로 표시되어 있습니다."));
        if (candidates.Length == 0)
        {
            notes.Add(new($"There is no {StudentCompiler.FileName} in it.", $"{StudentCompiler.FileName} 파일이 없습니다."));
            return New(name, source, null, null, notes);
        }

        var chosen = candidates.OrderBy(f => f.Path.Count(c => c == '/')).ThenBy(f => f.Path, StringComparer.Ordinal).First();
        if (candidates.Length > 1)
        {
            var list = string.Join(", ", candidates.Take(5).Select(f => f.Path));
            notes.Add(new($"It has several: {list}. Graded was {chosen.Path}.", $"파일이 여러 개입니다: {list}. 채점한 파일: {chosen.Path}."));
        }

        try
        {
            return New(name, $"{source}/{chosen.Path}", StudentText.Read(chosen.Read(LongestText), chosen.Name), chosen.Written, notes);
        }
        catch (InvalidDataException e)
        {
            notes.Add(e.Message);
            return New(name, $"{source}/{chosen.Path}", null, chosen.Written, notes);
        }
    }

    // What one submission does wrong is its own fault.
    private static List<Submission> Guarded(LmsName name, string source, Func<List<Submission>> read)
    {
        try
        {
            return read();
        }
        catch (UnauthorizedAccessException e) // not the student's fault
        {
            return [New(name, source, null, null, [e.Message]) with { IsForbidden = true }];
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return [New(name, source, null, null, [e.Message])];
        }
    }

    private static Submission New(LmsName name, string source, string? text, DateTimeOffset? written, IReadOnlyList<Wording> notes) =>
        new(name.Student, source, text) { StudentNumber = name.Number, Submitted = written, MarkedLate = name.IsLate, Notes = notes };

    // Canvas hands out each file of a student by itself: the one with a text is the submission.
    private static IEnumerable<Submission> Merged(IEnumerable<Submission> all) => all
        .GroupBy(s => s.StudentNumber.Length > 0 ? (s.Student, s.StudentNumber) : (s.Source, ""))
        .Select(g => g.FirstOrDefault(s => s.Text is not null) ?? g.First());

    // Two of one name: each is kept, and told apart by where it was found.
    private static IEnumerable<Submission> Distinct(IEnumerable<Submission> all) => all.GroupBy(s => s.Student).SelectMany(g => g.Count() == 1 ? g : g.Select(s => s with
    {
        Student = s.StudentNumber.Length > 0 ? $"{s.Student} {s.StudentNumber}" : $"{s.Student} ({s.Source})",
        Notes = [.. s.Notes, new($"Another submission has the name {s.Student} too.", $"이름이 {s.Student}인 제출물이 또 있습니다.")],
    }));

    private static bool Ignored(HandedInFile file) =>
        file.Path.Split('/').Any(part => part is "bin" or "obj" or "artifacts" or MacFolder or "packages" || part.StartsWith('.'));

    private static bool IsZip(string name) => name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    private static bool IsTasks(string name) => Tasks().IsMatch(name);

    [GeneratedRegex(@"^Tasks[-_ ]+|[-_ ]+Tasks$|^Tasks$", RegexOptions.IgnoreCase)]
    private static partial Regex Beside();

    // An LMS numbers a file that is handed in again: Tasks-1.cs; a browser: Tasks (1).cs.
    [GeneratedRegex(@"^Tasks(-\d+| ?\(\d+\))?\.cs$", RegexOptions.IgnoreCase)]
    private static partial Regex Tasks();
}
