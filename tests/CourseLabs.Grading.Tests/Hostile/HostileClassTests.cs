using CourseLabs.Checks;
using CourseLabs.Exercises;
using CourseLabs.Exercises.Source;
using CourseLabs.Grading.Records;
using CourseLabs.Grading.Submissions;
using CourseLabs.Tests;

namespace CourseLabs.Grading.Tests.Hostile;

/// <summary>One class of forty: hostile students, and honest ones between them.</summary>
public sealed class HostileClassTests
{
    // Each costs its 30 s of compiling or many restarts; alone they are tried in HostileSubmissionTests.
    private static readonly string[] Slow = ["busy compiler", "nested lambdas"];

    [Fact]
    public void In_a_class_of_forty_the_honest_get_their_grades_and_nothing_escapes()
    {
        var sandbox = TestSandbox.Get();
        Exercise lab = new Lab03();
        var solutions = File.ReadAllText(Path.Combine(Checkout.Root, "labs", lab.Lab, "exercise", "Tasks.cs"));
        using var folder = new Folder();
        var hostile = HostileCode.All.Keys.Except(Slow).ToArray();
        foreach (var name in hostile)
            folder.Write($"class/h {name.Replace('#', ' ')}/Tasks.cs", HostileCode.File(solutions, name));
        for (var i = 0; i < 40 - hostile.Length - 2; i++)
            folder.Write($"class/student {i}/Tasks.cs", solutions);
        folder.Write("class/stub/Tasks.cs", TaskFile.Parse(solutions).Stub());
        // It would be full marks, if a submission could read another.
        folder.Write("class/reader/Tasks.cs", solutions.Replace(
            "return (a - t) * a * (1 - a);",
            $"foreach (var f in Directory.GetFiles(\"{folder["class"]}\", \"*\", SearchOption.AllDirectories)) return (a - t) * a * (1 - a); return a;", StringComparison.Ordinal));
        var before = Everything(folder["class"]);

        var records = new RecordFiles(folder["results"]);
        var submissions = new SubmissionReader(lab.Lab).Read(folder["class"]);
        var told = 0;
        new Grader(lab, 99, sandbox, records) { MostSeconds = 2 }.Grade(submissions, 2, (_, _) => told++, default);

        var all = records.ReadAll();
        Assert.Equal((40, 40), (all.Count, told));
        Assert.All(all.Where(r => r.Student.StartsWith("student", StringComparison.Ordinal)), r => Assert.Equal((GradeStatus.Graded, r.Points), (r.Status, r.Earned)));
        Assert.All(all.Where(r => r.Student.StartsWith("h ", StringComparison.Ordinal) && r.Student != "h threads left running"), r =>
            Assert.True(r.Tasks.Single(t => t.Task == "3.4").Earned == 0, r.Student));
        Assert.Equal(0, all.Single(r => r.Student == "stub").Earned);
        Assert.Equal(0, all.Single(r => r.Student == "reader").Tasks.Single(t => t.Task == "3.4").Earned);
        Assert.Equal(before, Everything(folder["class"]));
    }

    private static string[] Everything(string folder) => [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Select(f => $"{f} {File.ReadAllText(f).GetHashCode(StringComparison.Ordinal)}")];
}
