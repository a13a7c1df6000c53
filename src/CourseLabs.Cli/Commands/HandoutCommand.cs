using System.CommandLine;
using CourseLabs.Cli.Running;
using CourseLabs.Data;
using CourseLabs.Exercises;
using CourseLabs.Grading.Handouts;

namespace CourseLabs.Cli.Commands;

/// <summary><c>labs handout 03 04 --out DIR</c>: a repository for students; <c>labs handout-notebook 03 --out FILE</c>: its tasks as a notebook.</summary>
internal static class HandoutCommand
{
    private static readonly Argument<string[]> Labs = new("LABS") { Description = "The labs: 03 04", Arity = ArgumentArity.OneOrMore };

    private static readonly Argument<string> Lab = new("LAB") { Description = "The lab: 03" };

    private static readonly Option<string> Folder = new("--out") { Description = "The new folder", HelpName = "DIR", Required = true };

    private static readonly Option<bool> Zip = new("--zip") { Description = "Write DIR.zip too" };

    private static readonly Option<string> Notebook = new("--out") { Description = "The notebook", HelpName = "FILE", Required = true };

    public static IEnumerable<Command> Create(Terminal terminal)
    {
        var handout = new Command("handout", "Make a repository for students: stubs and checks, proved to hold no answer") { Labs, Folder, Zip };
        handout.SetAction(parsed =>
        {
            Exercise[] exercises = [.. parsed.GetValue(Labs)!.Select(ExerciseFolder.Find).Distinct()];
            var folder = Path.GetFullPath(parsed.GetValue(Folder)!);
            new Handout(ExerciseFolder.Checkout, AppContext.BaseDirectory).Make(exercises, folder, parsed.GetValue(Zip));
            terminal.Out.WriteLine($"{folder} has {exercises.Sum(e => e.Checks.Count)} tasks of {string.Join(", ", exercises.Select(e => e.Lab))}, and nothing that answers one.");
            if (parsed.GetValue(Zip))
                terminal.Out.WriteLine($"The same is in {folder}.zip");
            return ExitCode.Ok;
        });
        yield return handout;

        var notebook = new Command("handout-notebook", "Write an exercise's tasks as a notebook of this checkout, notebooks/exercises/NAME.ipynb") { Lab, Notebook };
        notebook.SetAction(parsed =>
        {
            var exercise = ExerciseFolder.Find(parsed.GetValue(Lab)!);
            AtomicFile.Write(Path.GetFullPath(parsed.GetValue(Notebook)!), OfCheckout(exercise, new HandoutLab(exercise, ExerciseFolder.Checkout).Stub));
            return ExitCode.Ok;
        });
        yield return notebook;
    }

    /// <summary>An exercise's notebook in this checkout.</summary>
    /// <param name="exercise">The exercise.</param>
    /// <param name="tasks">Its Tasks.cs, with blanks or with answers.</param>
    public static string OfCheckout(Exercise exercise, string tasks) => new ExerciseNotebook(exercise, tasks, Language.English)
    {
        Reference = "../../artifacts/notebook/exercises/CourseLabs.Checks.dll",
        Build = "dotnet build labs/CourseLabs.Checks",
    }.ToJson();
}
