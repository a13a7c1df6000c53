using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CourseLabs.Exercises;
using CourseLabs.Exercises.Hosting;
using CourseLabs.Exercises.Judging;
using CourseLabs.Exercises.Source;
using CourseLabs.Grading.Records;
using CourseLabs.Grading.Sandboxing;
using CourseLabs.Grading.Submissions;

namespace CourseLabs.Grading;

/// <summary>
/// Grades submissions: each in a process of its own inside the sandbox, judged here. What was graded before is graded again only if the
/// student's text, the checks or the seed changed.
/// </summary>
/// <param name="exercise">The exercise.</param>
/// <param name="seed">The seed of all inputs.</param>
/// <param name="sandbox">How the students' processes are kept apart.</param>
/// <param name="records">Where the results are kept.</param>
public sealed class Grader(Exercise exercise, long seed, Sandbox sandbox, RecordFiles records)
{
    private readonly Lock making = new();
    private Judge? judge; // one for all: its inputs and right answers are made once

    /// <summary>The most seconds that a call may take, whatever its task allows.</summary>
    public double MostSeconds { get; init; } = double.PositiveInfinity;

    /// <summary>Grades submissions, several at once.</summary>
    /// <param name="submissions">Which.</param>
    /// <param name="jobs">How many at once; about one a core is best.</param>
    /// <param name="report">Told of each that is done: the record, and whether it was graded anew.</param>
    /// <param name="cancellation">Ends the run after those that are being graded; their records are whole.</param>
    public void Grade(IReadOnlyList<Submission> submissions, int jobs, Action<GradeRecord, bool> report, CancellationToken cancellation)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation };
        Parallel.ForEach(submissions, options, submission =>
        {
            (var record, var anew) = Record(submission);
            lock (options)
                report(record, anew);
        });
    }

    private (GradeRecord Record, bool Anew) Record(Submission submission)
    {
        var hash = Hash(submission);
        if (records.Read(submission.Student) is { Status: not GradeStatus.InfraError } known && known.InputHash == hash && !known.Notes.Contains(RecordFiles.InfraNote))
            return (known, false);
        var clock = Stopwatch.StartNew();
        var record = Graded(submission) with
        {
            StudentNumber = submission.StudentNumber,
            Source = submission.Source,
            Submitted = submission.Submitted,
            MarkedLate = submission.MarkedLate,
            InputHash = hash,
        };
        return (records.Write(record with { Seconds = clock.Elapsed.TotalSeconds }), true);
    }

    private GradeRecord Graded(Submission submission)
    {
        if (submission.Text is null)
            return New(submission, submission.IsForbidden ? GradeStatus.InfraError : GradeStatus.Unreadable, [], submission.Notes);
        try
        {
            using var code = new ChildCode(new(StudentCompiler.FileName, submission.Text), sandbox.Command);
            TaskGrade[] tasks = [.. Judge().All(code).Select(TaskGrade.Of)];
            // The compiler's process has died: by the student's text, or has the sandbox stopped working?
            if (code.CompilerEnded && SandboxProbe.Fault(sandbox.Command) is { } fault && sandbox.Tier != SandboxTier.None)
                return New(submission, GradeStatus.InfraError, [], [.. submission.Notes, $"The sandbox: {fault}."]);
            return New(submission, GradeStatus.Graded, tasks, submission.Notes) with { SandboxTier = (int)sandbox.Tier };
        }
        catch (Exception e) when (e is Win32Exception or IOException or InvalidOperationException or OutOfMemoryException)
        {
            return New(submission, GradeStatus.InfraError, [], [.. submission.Notes, $"The grader: {e.Message}"]);
        }
    }

    // Without a verdict every task is worth 0, never left out of the sum.
    private GradeRecord New(Submission submission, GradeStatus status, TaskGrade[] tasks, IReadOnlyList<Wording> notes) => new(
        submission.Student, exercise.Lab, status,
        tasks.Length > 0 ? tasks : [.. exercise.Checks.Select(TaskGrade.Nothing)])
    {
        Notes = notes,
    };

    private Judge Judge()
    {
        lock (making)
            return judge ??= new(exercise, seed) { MostSeconds = MostSeconds };
    }

    private string Hash(Submission submission)
    {
        // A build of the same checks has the same module version: builds are deterministic.
        var checks = exercise.GetType().Module.ModuleVersionId;
        var judges = typeof(Judge).Module.ModuleVersionId;
        var all = string.Create(CultureInfo.InvariantCulture, $"{exercise.Lab}\n{checks}\n{judges}\n{seed}\n{sandbox.Tier}\n{string.Join('\n', submission.Notes)}\n{submission.Text}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..32];
    }
}
