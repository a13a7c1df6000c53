using System.CommandLine;
using System.Globalization;
using CourseLabs.Cli.Output;
using CourseLabs.Cli.Running;
using CourseLabs.Exercises;
using CourseLabs.Exercises.Hosting;
using CourseLabs.Exercises.Judging;
using CourseLabs.Exercises.Reports;
using CourseLabs.Exercises.Source;

namespace CourseLabs.Cli.Commands;

/// <summary><c>labs check 03</c>: says of each task of an exercise whether it is solved, and where not, what is wrong.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string> Lab = new("LAB") { Description = "The lab: 03; or a file in its folder" };

    private static readonly Option<string[]> Tasks = new("--task")
    {
        Description = "Only this task, such as 3.2; may be given several times",
        HelpName = "ID",
    };

    private static readonly Option<int> Hint = new("--hint")
    {
        Description = "For what is not solved, the first hint; --hint 2 and --hint 3 say more",
        HelpName = "1|2|3",
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = result =>
        {
            if (result.Tokens.Count == 0)
                return 1;
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var hint) && hint is >= 1 and <= 3)
                return hint;
            result.AddError($"--hint takes 1, 2 or 3, not \"{result.Tokens[0].Value}\".");
            return 0;
        },
    };

    /// <summary>The language of what a student reads.</summary>
    public static Option<Language> Lang { get; } = new("--lang")
    {
        Description = "The language: en or ko",
        HelpName = "en|ko",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (text is not ("en" or "ko"))
                result.AddError($"--lang takes en or ko, not \"{text}\".");
            return text == "ko" ? Language.Korean : Language.English;
        },
    };

    /// <summary>The student's file.</summary>
    public static Option<string?> FileOption { get; } = new("--file")
    {
        Description = "The file to check, or its folder; the lab's own exercise/Tasks.cs when left out",
        HelpName = "FILE",
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("check", "Check an exercise: which tasks are solved, and what is wrong with the others")
        {
            Lab, Tasks, Hint, FileOption, RunOptions.Seed, Lang, RunOptions.Json,
        };
        command.SetAction(parsed =>
        {
            var exercise = ExerciseFolder.Find(parsed.GetValue(Lab)!);
            var checks = parsed.GetValue(Tasks) is { Length: > 0 } ids ? exercise.Find(ids) : exercise.Checks;
            var path = ExerciseFolder.TasksFile(exercise, parsed.GetValue(FileOption));
            var file = new SourceFile(Path.GetFileName(path), StudentText.Read(path));
            var seed = parsed.GetValue(RunOptions.Seed);
            using var code = new ChildCode(file);
            Verdict[] verdicts = [.. new Judge(exercise, seed).All(code, checks).Select(v =>
            {
                terminal.Interrupt.ThrowIfCancellationRequested();
                return v;
            })];

            if (parsed.GetValue(RunOptions.Json))
            {
                terminal.Out.WriteLine(CheckJson.Of(exercise, verdicts, seed));
            }
            else
            {
                var again = $"./labs.sh check {exercise.Number}";
                new CheckReport(exercise, verdicts, parsed.GetValue(Lang), again).Write(terminal.Out, path, parsed.GetValue(Hint));
            }

            return verdicts.All(v => v.Passed) ? ExitCode.Ok : ExitCode.FellShort;
        });
        return command;
    }
}
