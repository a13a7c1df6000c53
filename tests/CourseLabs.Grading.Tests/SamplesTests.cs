using CourseLabs.Exercises.Judging;
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

    private static void Grade(RecordFiles records, IReadOnlyList<Submission> submissions) =>
        new Grader(Made.Lab, 5, Sandbox, records) { MostSeconds = 5 }.Grade(submissions, 2, (_, _) => { }, default);
}
