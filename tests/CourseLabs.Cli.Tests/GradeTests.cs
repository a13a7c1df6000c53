using System.Diagnostics;
using CourseLabs.Exercises.Source;
using CourseLabs.Tests;

namespace CourseLabs.Cli.Tests;

/// <summary>What <c>labs grade</c> leaves behind, and that a killed run and shards end in the same bytes.</summary>
public sealed class GradeTests : IDisposable
{
    private static readonly string Isolation = File.Exists("/usr/bin/bwrap") || Environment.GetEnvironmentVariable("CI") is not null ? "" : " --trust-submissions";

    private readonly string folder = Directory.CreateTempSubdirectory("courselabs-").FullName;

    [Fact]
    public void A_class_becomes_a_table_pages_and_gradebooks()
    {
        Submit(2);
        Write("roster.csv", "id,name\n1,student 0\n2,student 1\n3,Lee\n");
        Write("canvas.csv", "Student,ID,SIS User ID,SIS Login ID,Section,Lab 03 (7)\n    Points Possible,,,,,25\nstudent 0,1,,,,\nLee,3,,,,\nOther,4,,,,5\n");

        LabsRun.Says(ExitCode.Ok, Grade("grades.csv", $"--roster {In("roster.csv")} --canvas {In("canvas.csv")} --late 2020-01-01T00:00Z,10,50 --feedback {In("feedback")}"
                + $" --gradescope {In("gs")} --exercism {In("ex")} --jplag {In("jplag")} --lang ko"),
            "canvas.csv: 2 grades", "Left as they are: Other.", "The late rule takes points off 1 of 3 students");

        var table = Read("grades.csv").Split("\r\n");
        Assert.StartsWith("Lee,3,missing,0,25,0,0,", table[3], StringComparison.Ordinal);
        Assert.EndsWith("student 0,1,,,,0.5\nLee,3,,,,0\nOther,4,,,,5\n", Read("grades.canvas.csv"), StringComparison.Ordinal);
        Assert.Contains("채점 결과", Read("grades.html"), StringComparison.Ordinal);
        Assert.Equal(6, Directory.GetFiles(In("feedback")).Length);
        Assert.Equal(3, Directory.GetFiles(In("gs"), "results.json", SearchOption.AllDirectories).Length);
        Assert.Equal(3, Directory.GetFiles(In("ex"), "results.json", SearchOption.AllDirectories).Length);
        Assert.Equal(3, Directory.GetFiles(In("jplag"), "Tasks.cs", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public void A_run_that_is_killed_and_resumed_ends_in_the_bytes_of_an_undisturbed_one()
    {
        Submit(4);
        LabsRun.Says(ExitCode.Ok, Grade("whole.csv", "--seed 9"));
        Kill(Grade("killed.csv", "--seed 9 --jobs 1"), after: "2 of 4");
        File.WriteAllText(In("killed.results/student3.json.1.tmp"), "{ \"student\": \"stu"); // what was being written

        LabsRun.Says(ExitCode.Ok, Grade("killed.csv", "--resume"), "(as before)", "4 of 4");

        Assert.Equal(Read("whole.csv"), Read("killed.csv"));
    }

    [Fact]
    public void Shards_that_are_merged_end_in_the_bytes_of_an_undisturbed_run()
    {
        Submit(4);
        LabsRun.Says(ExitCode.Ok, Grade("whole.csv", "--seed 9"));
        for (var shard = 1; shard <= 4; shard++)
            LabsRun.Says(ExitCode.Ok, Grade($"{shard}/grades.csv", $"--seed 9 --shard {shard}/4"), "merge");

        LabsRun.Says(ExitCode.Ok, $"grade merge {In("1/grades.csv")} {In("2/grades.results")} {In("3/grades.csv")} {In("4/grades.csv")} --out {In("all.csv")}");

        Assert.Equal(Read("whole.csv"), Read("all.csv"));
    }

    [Fact]
    public void A_shard_that_is_missing_is_told()
    {
        Submit(3);
        for (var shard = 1; shard <= 2; shard++)
            LabsRun.Says(ExitCode.Ok, Grade($"{shard}/grades.csv", $"--seed 9 --shard {shard}/3"));

        LabsRun.Says(ExitCode.FellShort, $"grade merge {In("1/grades.csv")} {In("2/grades.csv")} --out {In("all.csv")}", "of 3 shards these are missing: 3");
    }

    [Theory]
    [InlineData("--late 2026-10-05T23:59,10", "offset from UTC")]
    [InlineData("--column X", "--canvas")]
    [InlineData("--roster /nowhere.csv", "There is no file /nowhere.csv.")]
    [InlineData("--moodle DIR/student.csv", "no grading worksheet of Moodle")]
    public void A_mistake_in_what_is_asked_for_is_said_before_the_grading(string options, string says)
    {
        Submit(1);
        Write("student.csv", "a,b\n1,2\n");

        LabsRun.Says(ExitCode.WrongUse, Grade("grades.csv", options.Replace("DIR", folder, StringComparison.Ordinal)), says);

        Assert.False(Directory.Exists(In("grades.results")));
    }

    [Fact]
    public void What_has_no_results_cannot_be_merged() =>
        LabsRun.Says(ExitCode.WrongUse, $"grade merge {In("nothing.csv")} --out {In("all.csv")}", "has no results");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Grade(string table, string options) => $"grade 03 --submissions {In("class")} --out {In(table)} {options}{Isolation}";

    private string In(string name) => Path.Combine(folder, name);

    private string Read(string name) => File.ReadAllText(In(name));

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(name))!);
        File.WriteAllText(In(name), text);
    }

    // Blank but for task 3.2, which the first half has right.
    private void Submit(int count)
    {
        var solutions = File.ReadAllText(Path.Combine(Checkout.Root, "labs", "03-backpropagation", "exercise", "Tasks.cs"));
        var stub = TaskFile.Parse(solutions).Stub();
        for (var i = 0; i < count; i++)
            Write($"class/student {i}/Tasks.cs", i < (count + 1) / 2 ? TaskFile.Replace(stub, solutions, "CentralDifference") : stub);
    }

    private static void Kill(string command, string after)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "..", "..", "CourseLabs.Cli", new DirectoryInfo(AppContext.BaseDirectory).Name, "labs.dll"), .. command.Split(' ', StringSplitOptions.RemoveEmptyEntries)])
        {
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        while (process.StandardError.ReadLine() is { } line && !line.StartsWith(after, StringComparison.Ordinal))
        {
        }

        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        Assert.NotEqual(0, process.ExitCode);
    }
}
