using CourseLabs.Exercises;
using CourseLabs.Exercises.Hosting;
using CourseLabs.Exercises.Judging;
using CourseLabs.Grading.Sandboxing;
using CourseLabs.Checks;
using CourseLabs.Tests;

namespace CourseLabs.Grading.Tests.Hostile;

/// <summary>Hostile submissions in the sandbox: each gets its grade, and nothing escapes.</summary>
public sealed class HostileSubmissionTests
{
    // What costs more than its own task: the whole file does not compile, or nothing of it can run.
    private static readonly string[] CostAll = ["module initializer", "busy compiler", "nested lambdas", "#r and #load"];

    private static readonly Exercise Lab = new Lab03();

    public static TheoryData<string> Names => [.. HostileCode.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void A_hostile_method_earns_nothing_and_costs_its_own_task_only(string name) => Grade(name, SandboxTier.Bubblewrap);

    [Theory]
    [InlineData("10 GB native")]
    [InlineData("fork bomb")]
    [InlineData("kill of the parent")]
    [InlineData("writing everywhere")]
    [InlineData("a socket")]
    [InlineData("reading of files")]
    public void In_the_second_tier_too(string name) => Grade(name, SandboxTier.Landlock);

    private static void Grade(string name, SandboxTier tier)
    {
        var sandbox = TestSandbox.Get(tier);
        var solutions = File.ReadAllText(Path.Combine(Checkout.Root, "labs", Lab.Lab, "exercise", "Tasks.cs"));
        using var code = new ChildCode(new("Tasks.cs", HostileCode.File(solutions, name)), sandbox.Command) { CompileLimit = TimeSpan.FromSeconds(CostAll.Contains(name) ? 5 : 60) };

        // The tasks before, of and after the hostile method.
        var verdicts = new Judge(Lab, 12345) { MostSeconds = 2 }.All(code, Lab.Checks.Where(c => c.Id is "3.3" or "3.4" or "3.5")).ToArray();

        var hostile = verdicts.Single(v => v.Task == "3.4");
        if (name is not "threads left running") // which answers as long as it can
            Assert.False(hostile.Passed, $"{hostile.Kind}: {hostile.Message.English}");
        if (!CostAll.Contains(name))
            Assert.All(verdicts.Where(v => v.Task != "3.4"), v => Assert.True(v.Passed, $"{v.Task}: {v.Kind}: {v.Message.English}"));
    }
}
