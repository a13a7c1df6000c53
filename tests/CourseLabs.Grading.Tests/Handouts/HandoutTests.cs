using System.IO.Compression;
using System.Text.Json;
using CourseLabs.Checks;
using CourseLabs.Exercises;
using CourseLabs.Exercises.Source;
using CourseLabs.Grading.Handouts;
using CourseLabs.Tests;

namespace CourseLabs.Grading.Tests.Handouts;

/// <summary>What is in a handout, and when none is written.</summary>
public sealed class HandoutTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_same_checkout_makes_the_same_bytes()
    {
        MadeHandout.Maker.Make([MadeHandout.Exercise], folder["a/labs"], zip: true);
        Thread.Sleep(2100); // a zip's times are whole pairs of seconds
        MadeHandout.Maker.Make([MadeHandout.Exercise], folder["b/labs"], zip: true);

        string[] files = [.. Directory.GetFiles(folder["a/labs"], "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder["a"], f)).Order()];
        Assert.Equal(files, Directory.GetFiles(folder["b/labs"], "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder["b"], f)).Order());
        Assert.All(files.Append("labs.zip"), f => Assert.Equal(File.ReadAllBytes(folder["a/" + f]), File.ReadAllBytes(folder["b/" + f])));
        using var zip = ZipFile.OpenRead(folder["a/labs.zip"]);
        Assert.Equal(files.Order(StringComparer.Ordinal), zip.Entries.Select(e => e.FullName));
        Assert.Equal(["labs", "labs.zip"], Directory.GetFileSystemEntries(folder["a"]).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void All_labs_together_make_one()
    {
        var exercises = Exercise.AllIn(typeof(Lab03).Assembly);

        MadeHandout.Maker.Make(exercises, folder["all"]);

        Assert.All(exercises, e => Assert.True(File.Exists(folder[$"all/lab{e.Number}/Tasks.cs"])));
        Assert.Equal(2 * exercises.Count, File.ReadAllText(folder["all/labs.slnx"]).Split("<Project ").Length - 1);
    }

    [Fact]
    public void A_labs_folder_has_the_stub_the_tasks_texts_the_hints_a_test_a_task_and_notebooks()
    {
        var files = MadeHandout.Maker.Files([MadeHandout.Lab]);
        string Text(string path) => System.Text.Encoding.UTF8.GetString(files[path]);

        Assert.Equal(MadeHandout.Lab.Stub, Text("lab03/Tasks.cs"));
        foreach (var check in MadeHandout.Exercise.Checks)
        {
            Assert.Contains($"`{check.Member}` | {check.Points} |", Text("lab03/README.md"), StringComparison.Ordinal);
            foreach (var (language, ending) in new[] { (Language.English, ""), (Language.Korean, ".ko") })
            {
                var said = MadeHandout.Exercise.HintsFor(check.Id, language);
                Assert.Contains($"### {check.Id} {said.Title}\n\n{said.Text}", Text($"lab03/README{ending}.md"), StringComparison.Ordinal);
                Assert.Contains(JsonSerializer.Serialize($"Check(\"{check.Id}\", {check.Member})").Replace("\\u0022", "\\\"", StringComparison.Ordinal), Text($"lab03/lab03{ending}.ipynb"), StringComparison.Ordinal);
            }

            Assert.Contains($"() => IsSolved(\"{check.Id}\");", Text("lab03.tests/Lab03Tests.cs"), StringComparison.Ordinal);
        }

        // The sentence for a mistake is for whoever makes it.
        Assert.DoesNotContain("slide-sigmoid", Text("lab03/hints.md"), StringComparison.Ordinal);
        Assert.Equal(MadeHandout.Exercise.Checks.Count, Hints.Parse(Text("lab03/hints.ko.md")).Ids.Count);
        Assert.All(files.Where(f => !f.Key.EndsWith(".nupkg", StringComparison.Ordinal)), f =>
        {
            Assert.DoesNotContain("{{", System.Text.Encoding.UTF8.GetString(f.Value), StringComparison.Ordinal);
            Assert.DoesNotContain((byte)'\r', f.Value);
        });
        Assert.All(files.Where(f => f.Key.EndsWith(".json", StringComparison.Ordinal)), f => JsonDocument.Parse(f.Value).Dispose());
    }

    [Fact]
    public void Nothing_is_written_onto_what_is_there()
    {
        folder.Write("full/file.txt", "");
        folder.Write("file", "");
        folder.Write("new.zip", "");
        Directory.CreateDirectory(folder["empty"]);

        Assert.Contains("is not empty", Refused(folder["full"]), StringComparison.Ordinal);
        Assert.Contains("is a file", Refused(folder["file"]), StringComparison.Ordinal);
        Assert.Contains("new.zip is there already", Refused(folder["new"], zip: true), StringComparison.Ordinal);
        MadeHandout.Maker.Make([MadeHandout.Exercise], folder["empty"]);

        Assert.True(File.Exists(folder["empty/lab03/Tasks.cs"]));
        Assert.Equal(["empty", "file", "full", "new.zip"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_handout_that_would_give_an_answer_away_is_not_written()
    {
        Changed("README.md", text => text + "\nAs in `return (a - t) * a * (1 - a);`.\n");

        var error = Assert.Throws<GradingException>(() => new Handout(folder["checkout"], AppContext.BaseDirectory).Make([MadeHandout.Exercise], folder["out"]));

        Assert.Contains("lab03/README.md has statements of the solution of task 3.4 OutputDelta.", error.Message, StringComparison.Ordinal);
        Assert.Equal(["checkout"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_checkout_whose_tasks_somebody_has_solved_without_the_marks_makes_no_handout()
    {
        Changed("Tasks.cs", text => text.Replace("// BEGIN SOLUTION", "", StringComparison.Ordinal).Replace("// END SOLUTION", "", StringComparison.Ordinal));

        var error = Assert.Throws<GradingException>(() => new HandoutLab(MadeHandout.Exercise, folder["checkout"]));

        Assert.Contains("ScalarGradients (task 3.1) has no // BEGIN SOLUTION", error.Message, StringComparison.Ordinal);
    }

    private static string Refused(string path, bool zip = false) =>
        Assert.Throws<GradingException>(() => MadeHandout.Maker.Make([MadeHandout.Exercise], path, zip)).Message;

    // A checkout as far as a handout reads it, with one file of the exercise changed.
    private void Changed(string file, Func<string, string> change)
    {
        string[] needed =
        [
            "global.json", ".config/dotnet-tools.json", "Directory.Build.targets", "Directory.Packages.props", "eng/OlderLinux.targets",
            "eng/Notebook.targets", "labs/CourseLabs.Checks/Notebook.cs",
            .. new[] { StudentCompiler.FileName, "Checks.cs", "hints.md", "hints.ko.md", "README.md", "README.ko.md" }.Select(f => $"labs/03-backpropagation/exercise/{f}"),
        ];
        foreach (var path in needed)
        {
            var text = File.ReadAllText(Path.Combine(Checkout.Root, path));
            folder.Write($"checkout/{path}", path.EndsWith("exercise/" + file, StringComparison.Ordinal) ? change(text) : text);
        }
    }
}
