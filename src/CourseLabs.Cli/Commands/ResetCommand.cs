using System.CommandLine;
using CourseLabs.Cli.Running;
using CourseLabs.Data;
using CourseLabs.Examples;
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
            var before = StudentText.Read(path);
            var after = before;
            try
            {
                var stub = TaskFile.Parse(before).Stub(keepMarkers: true);
                foreach (var check in checks)
                    after = TaskFile.Replace(after, stub, check.Member);
            }
            catch (FormatException e)
            {
                throw new UserErrorException($"{path}: {e.Message}");
            }

            if (after == before.ReplaceLineEndings("\n"))
            {
                throw new UserErrorException(
                    $"{path} has no solution's marks at {string.Join(", ", checks.Select(c => c.Member))}, or the blank is there already.");
            }

            var copy = Enumerable.Range(1, int.MaxValue).Select(n => $"{path}.{n}.bak").First(name => !File.Exists(name));
            File.Copy(path, copy);
            AtomicFile.Write(path, after);
            terminal.Out.WriteLine($"{string.Join(", ", checks.Select(c => c.Id))}: the blank is back in {path}. As it was: {copy}");
            return ExitCode.Ok;
        });
        return command;
    }
}
