using CourseLabs.Checks;
using CourseLabs.Examples;
using CourseLabs.Exercises;
using CourseLabs.Exercises.Source;

namespace CourseLabs.Cli.Running;

/// <summary>The exercises of this checkout, and their files.</summary>
internal static class ExerciseFolder
{
    private static readonly Lazy<IReadOnlyList<Exercise>> Exercises = new(() => Exercise.AllIn(typeof(Lab03).Assembly));

    public static IReadOnlyList<Exercise> All => Exercises.Value;

    /// <summary>The exercise of a lab: <c>03</c>, <c>3</c>, <c>03-backpropagation</c>, or what lies in that lab's folder.</summary>
    /// <exception cref="UserErrorException">There is none.</exception>
    public static Exercise Find(string lab) =>
        All.FirstOrDefault(e => e.Lab == lab || e.Number == lab || e.Number.TrimStart('0') == lab)
        ?? All.FirstOrDefault(e => Path.Exists(lab) && IsInFolderOf(e, lab))
        ?? throw new UserErrorException($"There is no exercise \"{lab}\". There are {string.Join(", ", All.Select(e => e.Number))}.");

    // As an editor names the open file (on Windows with "c:" where we have "C:"), and as a shell completes a folder.
    private static bool IsInFolderOf(Exercise exercise, string path) =>
        (Path.GetFullPath(path) + Path.DirectorySeparatorChar)
            .StartsWith(Path.Combine(Checkout, "labs", exercise.Lab) + Path.DirectorySeparatorChar, StringComparison.OrdinalIgnoreCase);

    /// <summary>A task by its id, <c>3.2</c>.</summary>
    /// <exception cref="UserErrorException">There is none.</exception>
    public static (Exercise Exercise, Check Check) FindTask(string id)
    {
        foreach (var exercise in All)
        {
            if (exercise.Checks.FirstOrDefault(c => c.Id == id) is { } check)
                return (exercise, check);
        }

        var guess = Suggestion.For(id, All.SelectMany(e => e.Checks).Select(c => c.Id)) is { } near ? $" Did you mean {near}?" : "";
        throw new UserErrorException($"There is no task \"{id}\".{guess}");
    }

    /// <summary>The file that a student fills: the one asked for, or that of the checkout which this program was built in.</summary>
    /// <exception cref="UserErrorException">There is no such file.</exception>
    public static string TasksFile(Exercise exercise, string? asked)
    {
        if (asked is not null)
        {
            var path = Directory.Exists(asked) ? Path.Combine(asked, StudentCompiler.FileName) : asked;
            return File.Exists(path) ? path : throw new UserErrorException($"There is no file {path}.");
        }

        var own = Path.Combine(Checkout, "labs", exercise.Lab, "exercise", StudentCompiler.FileName);
        return File.Exists(own)
            ? own
            : throw new UserErrorException($"The file labs/{exercise.Lab}/exercise/{StudentCompiler.FileName} is not there: name yours by --file.");
    }

    /// <summary>The checkout that this program was built in.</summary>
    /// <exception cref="UserErrorException">It was moved out of it.</exception>
    public static string Checkout
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "CourseLabs.sln")))
                    return folder.FullName;
            }

            throw new UserErrorException($"The checkout that this program was built in is not around {AppContext.BaseDirectory}.");
        }
    }
}
