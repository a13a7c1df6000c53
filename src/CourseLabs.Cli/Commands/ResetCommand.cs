using System.CommandLine;
using CourseLabs.Cli.Running;
using CourseLabs.Examples;
using CourseLabs.Exercises;
using CourseLabs.Exercises.Source;

namespace CourseLabs.Cli.Commands;

/// <summary><c>labs reset 3.2</c>: puts a task's blank back, and keeps a copy of the file as it was.</summary>
internal static class ResetCommand
{
    private static readonly Argument<string> Task = new("TASK") { Description = "The task, such as 3.2; or the lab, 03, for all of its tasks" };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("reset", "Put a task's blank back into Tasks.cs; a copy of the file is kept") { Task, CheckCommand.FileOption };
        command.SetAction(parsed =>
        {
            var asked = parsed.GetValue(Task)!;
            (var exercise, var checks) = asked.Contains('.', StringComparison.Ordinal) && ExerciseFolder.FindTask(asked) is var found
                ? (found.Exercise, [found.Check])
                : (ExerciseFolder.Find(asked), ExerciseFolder.Find(asked).Checks);
            var path = ExerciseFolder.TasksFile(exercise, parsed.GetValue(CheckCommand.FileOption));
            var copy = TaskReset.Put(path, StubOf(exercise, path), checks);
            terminal.Out.WriteLine($"{string.Join(", ", checks.Select(c => c.Id))}: the blank is back in {path}. As it was: {copy}");
            return ExitCode.Ok;
        });
        return command;
    }

    // Of the file itself, whose marks stay; a file without marks gets the blanks of the lab's own.
    private static string StubOf(Exercise exercise, string path)
    {
        var own = StudentText.Read(path);
        try
        {
            return own.Contains(TaskFile.Begin, StringComparison.Ordinal)
                ? TaskFile.Parse(own).Stub(keepMarkers: true)
                : TaskFile.Parse(StudentText.Read(ExerciseFolder.TasksFile(exercise, null))).Stub();
        }
        catch (FormatException e)
        {
            throw new UserErrorException($"{path}: {e.Message}");
        }
    }
}
