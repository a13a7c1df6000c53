using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using CourseLabs.Cli.Running;
using CourseLabs.Examples;
using CourseLabs.Grading;
using CourseLabs.Grading.Records;
using CourseLabs.Grading.Sandboxing;
using CourseLabs.Grading.Submissions;

namespace CourseLabs.Cli.Commands;

/// <summary><c>labs grade 03 --submissions DIR --out grades.csv</c>: grades a class, each student's code in a sandbox of its own.</summary>
internal static class GradeCommand
{
    private static readonly Argument<string> Lab = new("LAB") { Description = "The lab: 03" };

    private static readonly Option<string> Submissions = new("--submissions")
    {
        Description = "A folder with a folder, a zip or a Tasks.cs for each student; or an LMS's bulk download",
        HelpName = "DIR",
        Required = true,
    };

    private static readonly Option<long?> Seed = new("--seed")
    {
        Description = "The seed of the inputs; drawn at random and kept with the results when left out",
        HelpName = "N",
    };

    private static readonly Option<int> Jobs = new("--jobs")
    {
        Description = "How many are graded at once",
        HelpName = "N",
        DefaultValueFactory = _ => Environment.ProcessorCount,
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var jobs) && jobs is >= 1 and <= 256)
                return jobs;
            result.AddError($"--jobs takes a whole number from 1 to 256, not \"{result.Tokens[0].Value}\".");
            return 1;
        },
    };

    private static readonly Option<bool> Resume = new("--resume") { Description = "Go on with the run whose results are there, with its seed" };

    private static readonly Option<(int Part, int Parts)> Shard = new("--shard")
    {
        Description = "Grade one part of several: 2/4; \"labs grade merge\" puts the results together",
        HelpName = "I/N",
        DefaultValueFactory = _ => (1, 1),
        CustomParser = result =>
        {
            var parts = result.Tokens[0].Value.Split('/');
            if (parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var part)
                && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var all) && part >= 1 && part <= all)
            {
                return (part, all);
            }

            result.AddError($"--shard takes I/N with I from 1 to N, such as 2/4, not \"{result.Tokens[0].Value}\".");
            return (1, 1);
        },
    };

    private static readonly Option<bool> Trust = new("--trust-submissions")
    {
        Description = "Run the submissions without a sandbox: with all that you may do on this machine",
    };

    private static readonly Option<SandboxTier> Tier = new("--sandbox")
    {
        Description = "What keeps a submission apart: bubblewrap, or the weaker landlock where no namespaces may be made",
        HelpName = "bubblewrap|landlock",
        DefaultValueFactory = _ => SandboxTier.Bubblewrap,
        CustomParser = result =>
        {
            if (result.Tokens[0].Value is "bubblewrap" or "landlock")
                return result.Tokens[0].Value == "landlock" ? SandboxTier.Landlock : SandboxTier.Bubblewrap;
            result.AddError($"--sandbox takes bubblewrap or landlock, not \"{result.Tokens[0].Value}\".");
            return SandboxTier.Bubblewrap;
        },
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("grade", "Grade a class: every submission in a sandbox, one table of grades")
        {
            Lab, Submissions, Seed, Jobs, Resume, Shard, Tier, Trust, GradeMergeCommand.Create(terminal),
        };
        foreach (var option in GradeExports.Options)
            command.Options.Add(option);
        command.SetAction(parsed => Run(parsed, terminal));
        return command;
    }

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var exercise = ExerciseFolder.Find(parsed.GetValue(Lab)!);
        var plan = GradeExports.Plan(parsed, exercise);
        var reader = new SubmissionReader(exercise.Lab);
        var submissions = reader.Read(parsed.GetValue(Submissions)!);
        if (reader.Others.Count > 0)
        {
            terminal.Error.WriteLine($"labs: no submissions, and not graded: {GradeExports.Named(reader.Others)}. "
                + "A student's submission is a folder, a zip, or a .cs file with the student's name.");
        }

        var records = GradeExports.ResultsOf(parsed.GetValue(GradeExports.Out)!);
        var seed = SeedOf(parsed, exercise.Lab, records);
        var sandbox = Sandbox.Find(HostFolder(), parsed.GetValue(Trust) ? SandboxTier.None : parsed.GetValue(Tier));
        (var part, var parts) = parsed.GetValue(Shard);
        using var held = records.Hold();
        RunFile.Of(exercise.Lab, seed, part, parts, RunFile.Read(records.Folder)).Write(records.Folder);
        Submission[] mine = [.. submissions.Where((_, i) => i % parts == part - 1)];
        var done = 0;
        var code = ExitCode.Ok;
        try
        {
            new Grader(exercise, seed, sandbox, records).Grade(mine, parsed.GetValue(Jobs), (record, anew) =>
            {
                terminal.Error.WriteLine($"{++done} of {mine.Length}: {record.Student}: {record.Earned} of {record.Points}{Odd(record)}{(anew ? "" : " (as before)")}");
                if (record.Status == GradeStatus.InfraError)
                    code = ExitCode.FellShort;
            }, terminal.Interrupt);
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine($"labs: interrupted; {done} of {mine.Length} are graded. The same command with --resume goes on.");
            return ExitCode.Interrupted;
        }

        if (parts > 1)
            terminal.Error.WriteLine($"Shard {part} of {parts} is graded; \"labs grade merge\" makes the table of all.");
        else
            GradeExports.Write(parsed, plan, exercise, seed, WithEarlier(records, submissions), submissions, terminal);
        return code;
    }

    // A student whose submission was there in an earlier run keeps the score of that run.
    private static GradeRecord[] WithEarlier(RecordFiles records, IReadOnlyList<Submission> submissions)
    {
        var here = submissions.Select(s => s.Student).ToHashSet();
        return [.. records.ReadAll().Select(r => here.Contains(r.Student) ? r : r with
        {
            Notes = [.. r.Notes, new("It is not among the submissions any more; the score is of an earlier run.", "지금 제출물 가운데 없습니다. 점수는 이전 채점의 것입니다.")],
        })];
    }

    private static string Odd(GradeRecord record) => record.Status == GradeStatus.Graded ? "" : $" ({record.Status}: {string.Join(' ', record.Notes.Select(n => n.English))})";

    private static long SeedOf(ParseResult parsed, string lab, RecordFiles records)
    {
        var run = RunFile.Read(records.Folder);
        if (parsed.GetValue(Resume) && run is null)
            throw new UserErrorException($"There is no run to go on with: {records.Folder} has no results.");
        if (run is not null && run.Lab != lab)
            throw new UserErrorException($"The results in {records.Folder} are of lab {run.Lab}: name another file by --out.");
        var asked = parsed.GetValue(Seed);
        if (parsed.GetValue(Resume) && asked is not null && asked != run!.Seed)
            throw new UserErrorException($"The run to go on with has the seed {run.Seed}, not {asked}.");
        // The seed that students check with is 0: its inputs are known to them.
        return asked ?? run?.Seed ?? RandomNumberGenerator.GetInt32(1, int.MaxValue);
    }

    // The student's process lies in its own folder of the build: beside this program lie the checks, which are answers.
    private static string HostFolder()
    {
        var folder = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "CourseLabs.StudentHost", new DirectoryInfo(AppContext.BaseDirectory).Name));
        return Directory.Exists(folder) ? folder : throw new UserErrorException($"The folder {folder} is not there: build the whole solution (dotnet build).");
    }
}
