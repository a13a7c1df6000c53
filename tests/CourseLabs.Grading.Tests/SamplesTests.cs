using CourseLabs.Exercises.Judging;
using CourseLabs.Grading.Exports;
using CourseLabs.Grading.Records;
using CourseLabs.Grading.Sandboxing;
using CourseLabs.Grading.Submissions;
using CourseLabs.Grading.Tests.Exports;
using CourseLabs.Grading.Tests.Hostile;
using CourseLabs.Tests;

namespace CourseLabs.Grading.Tests;

/// <summary>Three submissions, from the file to the grade, in the sandbox; without one where this machine has none and is not CI.</summary>
public sealed class SamplesTests
{
    private static readonly string Samples = Path.Combine(Checkout.Root, "tests", "CourseLabs.Grading.Tests", "Samples");

    private static readonly Sandbox Sandbox = Limits.Missing("bwrap") is not null && Environment.GetEnvironmentVariable("CI") is null
        ? Sandbox.Find(TestSandbox.HostFolder, SandboxTier.None)
        : TestSandbox.Get();

    [Fact]
    public void The_good_the_middling_and_the_weak_submission_get_these_verdicts()
    {
        using var folder = new Folder();
        var records = new RecordFiles(folder["results"]);
        Grade(records, new SubmissionReader(Made.Lab.Lab).Read(Samples));

        const VerdictKind Passed = VerdictKind.Passed, Not = VerdictKind.NotStarted, Mistake = VerdictKind.KnownMistake, Threw = VerdictKind.Threw;
        Assert.All(records.Read("good")!.Tasks, t => Assert.Equal((t.Task, Passed), (t.Task, t.Kind)));
        Assert.Equal(
            [Passed, Mistake, Passed, Mistake, VerdictKind.DoesNotCompile, Mistake, Passed, Threw, Passed, Not, Mistake],
            records.Read("middling")!.Tasks.Select(t => t.Kind));
        Assert.Equal(["forward", "derivative-missing", "db-not-summed", "not-cleared"], records.Read("middling")!.Tasks.SelectMany(t => t.Mistakes));
        Assert.Equal(
            [VerdictKind.Wrong, Passed, Mistake, VerdictKind.TooSlow, Threw, Not, Not, Not, VerdictKind.Wrong, Threw, Not],
            records.Read("weak")!.Tasks.Select(t => t.Kind));
        Assert.Equal([("good", 25), ("middling", 9), ("weak", 1)], records.ReadAll().Select(r => (r.Student, r.Earned)));
    }

    [Fact]
    public void Four_shards_put_together_give_the_bytes_of_an_undisturbed_run()
    {
        using var folder = new Folder();
        Copies(folder, 6);
        var all = new SubmissionReader(Made.Lab.Lab).Read(folder["class"]);
        var whole = new RecordFiles(folder["whole"]);
        Grade(whole, all);
        for (var shard = 0; shard < 4; shard++)
        {
            Grade(new RecordFiles(folder[$"shard{shard}"]), [.. all.Where((_, i) => i % 4 == shard)]);
            new RunFile(Made.Lab.Lab, 5).Write(folder[$"shard{shard}"]);
        }

        var merged = new RecordFiles(folder["merged"]);
        var run = RecordMerge.Merge([.. Enumerable.Range(0, 4).Select(i => folder[$"shard{i}"])], merged);

        Assert.Equal(5, run.Seed);
        Assert.Equal(Table(whole), Table(merged));
    }

    [Fact]
    public void A_run_that_was_interrupted_and_goes_on_gives_the_bytes_of_an_undisturbed_one()
    {
        using var folder = new Folder();
        Copies(folder, 5);
        var all = new SubmissionReader(Made.Lab.Lab).Read(folder["class"]);
        var whole = new RecordFiles(folder["whole"]);
        Grade(whole, all);

        var broken = new RecordFiles(folder["broken"]);
        using var interrupt = new CancellationTokenSource();
        var (done, anew) = (0, 0);
        Assert.Throws<OperationCanceledException>(() => new Grader(Made.Lab, 5, Sandbox, broken).Grade(all, 1, (_, _) =>
        {
            if (++done == 2)
                interrupt.Cancel();
        }, interrupt.Token));
        // As a killed run leaves it: a file that was being written.
        File.WriteAllText(broken.PathOf("student 4") + ".1.part", "{ \"student\": \"stu");
        new Grader(Made.Lab, 5, Sandbox, broken).Grade(all, 1, (_, isNew) => anew += isNew ? 1 : 0, default);

        Assert.Equal(5 - done, anew);
        Assert.Equal(Table(whole), Table(broken));
    }

    private static void Grade(RecordFiles records, IReadOnlyList<Submission> submissions) =>
        new Grader(Made.Lab, 5, Sandbox, records) { MostSeconds = 5 }.Grade(submissions, 2, (_, _) => { }, default);

    // Cheap ones: most of their tasks are blank.
    private static void Copies(Folder folder, int count)
    {
        var weak = File.ReadAllText(Path.Combine(Samples, "weak", "Tasks.cs"))
            .Replace("while (a.Rows > 0)", "if (a.Rows < 0)", StringComparison.Ordinal);
        for (var i = 0; i < count; i++)
            folder.Write($"class/student {i}/Tasks.cs", i % 2 == 0 ? weak : weak.Replace("return (f(x + h)", "return 0 * (f(x + h)", StringComparison.Ordinal));
    }

    private static string Table(RecordFiles records) => GradesCsv.Text(GradeSheet.Of(Made.Lab, records.ReadAll()));
}
