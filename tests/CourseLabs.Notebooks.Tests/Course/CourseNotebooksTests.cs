using System.Reflection;
using System.Text.RegularExpressions;
using CourseLabs.Labs.Examples;
using CourseLabs.Notebooks.Format;
using CourseLabs.Notebooks.Tests.Format;

namespace CourseLabs.Notebooks.Tests.Course;

/// <summary>Every notebook of the course, laid out beside the published labs as in a checkout.</summary>
public sealed partial class CourseNotebooksTests
{
    private const string Houses = "09-house-prices";

    private const string Reference = "#r \"../artifacts/notebook/CourseLabs.Labs.dll\"";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "checkout", "notebooks");

    private static readonly string[] All =
        [.. Directory.GetFiles(Folder, "*.ipynb").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Names => [.. All];

    public static TheoryData<string> NamesWithoutData => [.. All.Except(
        typeof(CourseNotebooksTests).GetMethod(nameof(It_runs_and_shows_what_it_shows_in_the_repository))!
            .GetCustomAttributes<NotebookOnDataAttribute>().Select(a => a.Name))];

    [Theory]
    [MemberData(nameof(NamesWithoutData))]
    [NotebookOnData("04-mnist", "mnist_train_images", "mnist_train_labels", "mnist_test_images", "mnist_test_labels")]
    [NotebookOnData(Houses, "kaggle_house_train", "kaggle_house_test")]
    public async Task It_runs_and_shows_what_it_shows_in_the_repository(string name)
    {
        Notebook kept = Read(name), ran = Read(name);

        await RunAsync(ran);

        Assert.Empty(new NotebookComparison(1e-4).Differences(kept, ran));
        Assert.Empty(Schema.OfNotebooks.Faults(ran.ToJson()));
    }

    [Fact]
    public async Task The_house_prices_run_on_made_up_houses_too_and_every_picture_says_so()
    {
        const string hub = "DataHub hub = new();", nothing =
            "DataHub hub = new(Environment.CurrentDirectory, Environment.CurrentDirectory, " +
            "[.. CourseData.Files.Select(f => f with { Sources = [] })]);"; // has no file and asks nobody for one
        string json = File.ReadAllText(PathOf(Houses));
        Assert.Contains(hub, json, StringComparison.Ordinal);
        Notebook notebook = Notebook.Parse(json.Replace(hub, nothing, StringComparison.Ordinal), Houses);

        await RunAsync(notebook);

        string[] shown = [.. notebook.CodeCells.SelectMany(c => Texts(c, "text/html"))];
        string[] pictures = [.. shown.Where(html => html.Contains("<svg", StringComparison.Ordinal))];
        Assert.Contains(shown, html => html.Contains("MADE UP", StringComparison.Ordinal));
        Assert.NotEmpty(pictures);
        Assert.All(pictures, svg => Assert.Contains("MADE-UP HOUSES", svg, StringComparison.Ordinal));
        Assert.DoesNotContain(shown, html => html.Contains("0.165659", StringComparison.Ordinal)); // the slide's error is not theirs
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_written_for_every_front_end(string name)
    {
        Notebook notebook = Read(name);
        string[] code = [.. notebook.CodeCells.Select(c => c.Source)];

        Assert.EndsWith(Reference, code[0], StringComparison.Ordinal);
        Assert.Contains("./labs.sh notebook", code[0], StringComparison.Ordinal); // what to run when the file is missing
        Assert.DoesNotContain(code.Skip(1), c => NotPortable().IsMatch(c));
        Assert.All(code.Where(c => c.Contains("using static", StringComparison.Ordinal)), c => Assert.StartsWith("using static", c, StringComparison.Ordinal));
        Assert.All(code.SelectMany(c => c.Split('\n')), line => Assert.InRange(line.Length, 0, 110)); // what a page of nbconvert's shows whole
        string json = File.ReadAllText(PathOf(name));
        Assert.Contains("\"name\": \".net-csharp\"", json, StringComparison.Ordinal);
        Assert.Equal(json.ReplaceLineEndings("\n"), notebook.ToJson()); // written by `notebook run --out`, so that a change shows as few lines
        Assert.Empty(Schema.OfNotebooks.Faults(json));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_has_the_name_of_a_lab_and_speaks_of_each_item_in_it(string name)
    {
        string[] ids = [.. Catalogue.Course.Examples.Where(e => e.Lab == name).Select(e => e.Id).Distinct()];
        string prose = string.Concat(Read(name).Cells.Where(c => c.IsMarkdown).Select(c => c.Source));

        Assert.NotEmpty(ids);
        Assert.All(ids, id => Assert.Matches($@"COURSE ([A-E]\d+, )*{id}\b", prose));
    }

    // To its end, with each of its figures met.
    private static async Task RunAsync(Notebook notebook)
    {
        var failures = new List<string>();
        await new NotebookRun(TimeSpan.FromMinutes(2)).RunAsync(
            notebook, Folder, cell => { if (cell.Failure is { } f) failures.Add($"cell {cell.Number}: {f.Message}"); });

        Assert.Empty(failures);
        string plain = string.Concat(notebook.Cells.SelectMany(c => Texts(c, "text/plain")));
        string[] verdicts = [.. Verdict().Matches(plain).Select(m => m.Value)];
        Assert.NotEmpty(verdicts); // its figures stand beside the lab's
        Assert.All(verdicts, v => Assert.EndsWith("yes)", v, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Texts(Cell cell, string type) =>
        cell.Outputs.Select(o => string.Concat(o["data"]?[type]?.AsArray().Select(l => l!.GetValue<string>()) ?? []) + "\n");

    private static Notebook Read(string name) => Notebook.Read(PathOf(name));

    private static string PathOf(string name) => Path.Combine(Folder, name + ".ipynb");

    [GeneratedRegex(@"\(expected .*: (yes|no)\)$", RegexOptions.Multiline)]
    private static partial Regex Verdict();

    // Magics, packages and what only .NET Interactive has.
    [GeneratedRegex("""^\s*#[!ri%]|^\s*%|PocketView|nuget:|\bKernel\.|\.Display\(|\bHTML\(""", RegexOptions.Multiline)]
    private static partial Regex NotPortable();
}
