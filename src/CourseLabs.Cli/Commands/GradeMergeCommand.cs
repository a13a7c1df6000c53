using System.CommandLine;
using CourseLabs.Cli.Running;
using CourseLabs.Grading.Records;
using CourseLabs.Grading.Submissions;

namespace CourseLabs.Cli.Commands;

/// <summary><c>labs grade merge 1/grades.csv 2/grades.csv --out grades.csv</c>: the results of shards, or of several runs, as one class.</summary>
internal static class GradeMergeCommand
{
    private static readonly Argument<string[]> Results = new("RESULTS")
    {
        Description = "The folders of results, or the tables that they lie beside",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Submissions = new("--submissions")
    {
        Description = "What was handed in, for the search for similar code and for --jplag",
        HelpName = "DIR",
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("merge", "Put the results of shards, or of several runs, together: a good score is never lost") { Results, Submissions };
        foreach (var option in GradeExports.Options)
            command.Options.Add(option);
        command.SetAction(parsed =>
        {
            var target = GradeExports.ResultsOf(parsed.GetValue(GradeExports.Out)!);
            string[] folders = [.. parsed.GetValue(Results)!.Select(path => File.Exists(Path.Combine(path, RunFile.Name)) ? path : GradeExports.ResultsOf(path).Folder)];
            if (RunFile.Read(target.Folder) is not null && !folders.Select(Path.GetFullPath).Contains(target.Folder))
                folders = [.. folders, target.Folder]; // their runs must be the same too
            var run = RecordMerge.Merge(folders, target);
            var exercise = ExerciseFolder.Find(run.Lab);
            var plan = GradeExports.Plan(parsed, exercise);
            var submissions = parsed.GetValue(Submissions) is { } folder ? new SubmissionReader(exercise.Lab).Read(folder) : null;
            var records = target.ReadAll();
            GradeExports.Write(parsed, plan, exercise, run.Seed, records, submissions, terminal);
            var isWhole = SayMissing(run, records, submissions, terminal);
            return isWhole && records.All(r => r.Status != GradeStatus.InfraError) ? ExitCode.Ok : ExitCode.FellShort;
        });
        return command;
    }

    // Without them, a roster would call their students missing.
    private static bool SayMissing(RunFile run, IReadOnlyList<GradeRecord> records, IReadOnlyList<Submission>? submissions, Terminal terminal)
    {
        int[] shards = [.. run.MissingShards];
        if (shards.Length > 0)
            terminal.Error.WriteLine($"labs: of {run.ShardsInAll} shards these are missing: {string.Join(", ", shards)}. Their students are not graded; grade and merge them too.");
        string[] students = [.. (submissions ?? []).Select(s => s.Student).Except(records.Select(r => r.Student))];
        if (students.Length > 0)
            terminal.Error.WriteLine($"labs: {students.Length} of {submissions!.Count} submissions are not graded: {GradeExports.Named(students)}.");
        return shards.Length == 0 && students.Length == 0;
    }
}
