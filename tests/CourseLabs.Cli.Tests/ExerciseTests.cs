using System.Text;
using CourseLabs.Exercises.Source;
using CourseLabs.Tests;

namespace CourseLabs.Cli.Tests;

/// <summary><c>labs check</c>, <c>labs reset</c> and the command's side of <c>labs grade</c>.</summary>
public sealed class ExerciseTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("courselabs-").FullName;

    private string Tasks => Path.Combine(folder, "Tasks.cs");

    private static string Solutions => File.ReadAllText(Path.Combine(Checkout.Root, "labs", "03-backpropagation", "exercise", "Tasks.cs"));

    [Fact]
    public void A_student_sees_which_tasks_are_solved_the_points_and_what_to_do_next()
    {
        File.WriteAllText(Tasks, Solutions.Replace("return (a - t) * a * (1 - a);", "return a - t;", StringComparison.Ordinal));

        LabsRun.Says(ExitCode.FellShort, $"check 03 --file {Tasks}",
            "3.3 The relative error of a gradient", "passed", "a known mistake",
            "3.4 OutputDelta: Your result is a - t, the derivative by a. The sigmoid's derivative a (1 - a) is missing.",
            "23 of 25 points", "Next: 3.4 The delta of the output layer.", "A hint: ./labs.sh check 03 --task 3.4 --hint");
    }

    [Fact]
    public void In_Korean_everything_is_in_Korean()
    {
        File.WriteAllText(Tasks, TaskFile.Parse(Solutions).Stub());

        var said = LabsRun.Says(ExitCode.FellShort, $"check 3 --file {folder} --lang ko --task 3.2 --hint 3",
            "중앙 차분", "시작 전", "1점 중 0점", "힌트: (f(x + h) - f(x - h)) / (2h).", "다음 문제: 3.2");

        Assert.DoesNotContain("not started", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_every_verdict_and_nothing_else_is_printed()
    {
        File.WriteAllText(Tasks, Solutions);
        using var run = LabsRun.Of($"check 03 --file {Tasks} --json --seed 7");

        Assert.Equal(ExitCode.Ok, run.Code);
        Assert.Equal((25, 25, 7), (run.Json.GetProperty("earned").GetInt32(), run.Json.GetProperty("points").GetInt32(), run.Json.GetProperty("seed").GetInt32()));
        Assert.All(run.Json.GetProperty("tasks").EnumerateArray(), t => Assert.Equal("passed", t.GetProperty("verdict").GetString()));
    }

    [Theory]
    [InlineData("03-backpropagation/exercise/Tasks.cs")]
    [InlineData("03-backpropagation/exercise")]
    [InlineData("03-backpropagation/ForwardPass.cs")]
    public void A_file_or_a_folder_of_a_lab_stands_for_the_lab(string path) =>
        LabsRun.Says(ExitCode.Ok, $"check {Path.Combine(Checkout.Root, "labs", path)} --task 3.2", "3.2 ", "1 of 1 points");

    [Fact]
    public void A_file_elsewhere_stands_for_no_lab()
    {
        var elsewhere = Directory.CreateDirectory(Path.Combine(folder, "labs", "03-backpropagation")).FullName;

        LabsRun.Says(ExitCode.WrongUse, $"check {elsewhere}", $"There is no exercise \"{elsewhere}\".");
        LabsRun.Says(ExitCode.WrongUse, $"check {Path.Combine(Checkout.Root, "labs", "03-backpropagation", "None.cs")}", "There is no exercise");
    }

    [Fact]
    public void Reset_puts_one_blank_back_and_keeps_the_file_as_it_was()
    {
        File.WriteAllText(Tasks, Solutions);

        LabsRun.Says(ExitCode.Ok, $"reset 3.2 --file {Tasks}", "3.2: the blank is back in", "Tasks.cs.1.bak");
        LabsRun.Says(ExitCode.FellShort, $"check 03 --file {Tasks}", "not started", "24 of 25 points");
        Assert.Equal(Solutions, File.ReadAllText(Tasks + ".1.bak"));
        LabsRun.Says(ExitCode.Ok, $"reset 03 --file {Tasks}", "3.11: the blank is back");
        Assert.True(File.Exists(Tasks + ".2.bak"));
        LabsRun.Says(ExitCode.FellShort, $"check 03 --file {Tasks}", "0 of 25 points");
    }

    [Theory]
    [InlineData("check 99", "There is no exercise \"99\".")]
    [InlineData("check 03 --task 3.99", "Lab 03 has no task \"3.99\". It has 3.1, 3.2")]
    [InlineData("check 03 --hint 4", "--hint takes 1, 2 or 3, not \"4\".")]
    [InlineData("check 03 --lang fr", "--lang takes en or ko, not \"fr\".")]
    [InlineData("check 03 --file /nowhere/Tasks.cs", "There is no file /nowhere/Tasks.cs.")]
    [InlineData("reset 3.99", "There is no task \"3.99\".")]
    [InlineData("grade 03 --submissions /nowhere", "There is no folder /nowhere with submissions.")]
    [InlineData("grade 03", "--submissions")]
    [InlineData("grade 03 --submissions . --shard 5/4", "--shard takes I/N with I from 1 to N, such as 2/4, not \"5/4\".")]
    [InlineData("grade 03 --submissions . --jobs 0", "--jobs takes a whole number from 1 to 256, not \"0\".")]
    [InlineData("grade 03 --submissions . --sandbox none", "--sandbox takes bubblewrap or landlock, not \"none\".")]
    public void Wrong_use_is_told_in_a_sentence(string command, string sentence) => LabsRun.Says(ExitCode.WrongUse, command, sentence);

    [Fact]
    public void A_file_that_is_no_text_is_told_with_the_cure()
    {
        File.WriteAllBytes(Tasks, [0x2F, 0x2F, 0xBE, 0xC8]);
        LabsRun.Says(ExitCode.WrongUse, $"check 03 --file {Tasks}", "Tasks.cs is neither in UTF-8 nor in UTF-16: save it as UTF-8.");
        File.WriteAllText(Tasks, new StringBuilder().Insert(0, "// long\n", 200_000).ToString());
        LabsRun.Says(ExitCode.WrongUse, $"check 03 --file {Tasks}", "larger than a megabyte");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
