using CourseLabs.Exercises;
using CourseLabs.Exercises.Source;

namespace CourseLabs.Grading.Handouts;

/// <summary>One lab of the checkout as a handout needs it.</summary>
public sealed class HandoutLab
{
    private readonly string folder;

    /// <summary>Reads the lab's files.</summary>
    /// <param name="exercise">The lab's exercise.</param>
    /// <param name="checkout">The folder that has <c>labs/</c>.</param>
    /// <exception cref="GradingException">A file is missing, or Tasks.cs has no solutions to take out.</exception>
    public HandoutLab(Exercise exercise, string checkout)
    {
        ArgumentNullException.ThrowIfNull(exercise);
        Exercise = exercise;
        folder = Path.Combine(checkout, "labs", exercise.Lab, "exercise");
        Solved = Text(StudentCompiler.FileName);
        try
        {
            Stub = TaskFile.Parse(Solved).Stub().TrimEnd('\n') + "\n";
        }
        catch (FormatException e)
        {
            throw new GradingException($"{Path.Combine(folder, StudentCompiler.FileName)}: {e.Message}", e);
        }

        // A checkout whose Tasks.cs somebody has worked in would hand out that work.
        string[] blanks = [.. StudentCompiler.Compile(new(StudentCompiler.FileName, Stub)).NotStarted];
        if (exercise.Checks.FirstOrDefault(c => !blanks.Contains(c.Member)) is { } open)
            throw new GradingException($"{Path.Combine(folder, StudentCompiler.FileName)}: {open.Member} (task {open.Id}) has no {TaskFile.Begin} and END SOLUTION around its answer.");
    }

    /// <summary>The exercise.</summary>
    public Exercise Exercise { get; }

    /// <summary>The lab's number, <c>03</c>.</summary>
    public string Number => Exercise.Number;

    /// <summary>The folder's name in the handout, <c>lab03</c>.</summary>
    public string Name => "lab" + Number;

    /// <summary>Tasks.cs with its solutions: nothing of it may be in the handout but the stub.</summary>
    public string Solved { get; }

    /// <summary>Tasks.cs as a student begins.</summary>
    public string Stub { get; }

    /// <summary>A file of the exercise.</summary>
    /// <exception cref="GradingException">It is not there.</exception>
    public string Text(string file)
    {
        var path = Path.Combine(folder, file);
        return File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : throw new GradingException($"The file {path} is not there.");
    }

    /// <summary>A README with the list of tasks in it.</summary>
    public string Readme(Language language)
    {
        var page = Text(language == Language.Korean ? "README.ko.md" : "README.md");
        return page.Replace("<!-- tasks -->", TaskList(language), StringComparison.Ordinal);
    }

    /// <summary>The README's first heading without "Lab 03:".</summary>
    public string Title(Language language)
    {
        var heading = Text(language == Language.Korean ? "README.ko.md" : "README.md").Split('\n', 2)[0].TrimStart('#', ' ');
        return heading[(heading.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }

    private string TaskList(Language language)
    {
        var heads = new Wording("| task | | in `Tasks.cs` | points |", "| 문제 | | `Tasks.cs`에서 | 점수 |").In(language);
        var hints = new Wording("Hints: `dotnet run -- --task ID --hint`, or [hints.md](hints.md).", "힌트: `dotnet run -- --lang ko --task 번호 --hint`, 또는 [hints.ko.md](hints.ko.md).");
        var rows = Exercise.Checks.Select(c => $"| {c.Id} | {Exercise.HintsFor(c.Id, language).Title.Replace("|", "\\|", StringComparison.Ordinal)} | `{c.Member}` | {c.Points} |");
        var texts = Exercise.Checks.Select(c => Exercise.HintsFor(c.Id, language) is var said ? $"### {c.Id} {said.Title}\n\n{said.Text}" : "");
        return string.Join('\n', [heads, "|---|---|---|---|", .. rows, "", hints.In(language), "", string.Join("\n\n", texts)]);
    }
}
