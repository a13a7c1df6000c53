using System.Net;
using CourseLabs.Cli.Commands;
using CourseLabs.Cli.Running;
using CourseLabs.Exercises;
using CourseLabs.Grading.Handouts;
using Microsoft.DotNet.Interactive.Documents;

namespace CourseLabs.Notebooks.Tests.Exercises;

/// <summary>The exercises' notebooks, run by .NET Interactive: with the blanks, and with the answers.</summary>
public sealed class ExerciseNotebookTests
{
    private static readonly string Folder = Path.Combine(Checkout.Notebooks, "exercises");

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder, "*.ipynb").Select(f => Path.GetFileNameWithoutExtension(f)).Order()];

    [Theory, MemberData(nameof(Names))]
    public void It_is_the_one_that_is_made_of_the_exercise(string name)
    {
        (var exercise, var lab) = Lab(name);

        Assert.Equal(HandoutCommand.OfCheckout(exercise, lab.Stub), File.ReadAllText(Path.Combine(Folder, name + ".ipynb")).ReplaceLineEndings("\n"));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task With_the_blanks_every_check_says_not_started(string name)
    {
        (var exercise, var lab) = Lab(name);

        Assert.Equal(exercise.Checks.Select(c => $"{c.Id}: 0 / {c.Points} not started"), await Verdicts(exercise, lab.Stub));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task With_the_answers_every_check_passes(string name)
    {
        (var exercise, var lab) = Lab(name);

        Assert.Equal(exercise.Checks.Select(c => $"{c.Id}: {c.Points} / {c.Points} passed"), await Verdicts(exercise, lab.Solved));
    }

    private static (Exercise Exercise, HandoutLab Lab) Lab(string name) =>
        ExerciseFolder.Find(name) is var exercise ? (exercise, new(exercise, ExerciseFolder.Checkout)) : default;

    // Of each check: the task, the points, the words.
    private static async Task<IEnumerable<string>> Verdicts(Exercise exercise, string tasks)
    {
        var notebook = NotebookFile.Parse(HandoutCommand.OfCheckout(exercise, tasks), exercise.Lab);
        var failures = new List<string>();
        await new NotebookRun(TimeSpan.FromMinutes(2), KeepGoing: true).RunAsync(notebook, Folder, cell =>
        {
            if (cell.Failure is { } failure)
                failures.Add($"{cell.Number}: {failure}");
        });
        Assert.Empty(failures);
        return notebook.Code.SelectMany(c => c.Cell.Outputs).OfType<ReturnValueElement>().Select(o => Said(WebUtility.HtmlDecode((string)o.Data["text/html"])));
    }

    // <table><thead><tr><th>3.1</th>...<tbody><tr><td>0 / 3</td><td>not started · 시작 전</td></tr>...
    private static string Said(string html)
    {
        string After(string mark, string end) => html[(html.IndexOf(mark, StringComparison.Ordinal) + mark.Length)..].Split(end, 2)[0];
        return $"{After("<th>", "<")}: {After("<td>", "<")} {After("</td><td>", " ·")}";
    }
}
