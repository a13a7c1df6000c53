using System.Net;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CourseLabs.Cli.Output;
using CourseLabs.Examples;
using Microsoft.DotNet.Interactive.Documents;

namespace CourseLabs.Notebooks.Tests.Course;

/// <summary>Every notebook of the course, run by .NET Interactive.</summary>
public sealed partial class CourseNotebooksTests
{
    private const string Houses = "09-house-prices";

    private const string SameAsLab = "same as the lab";

    private const string Reference = "#r \"../artifacts/notebook/CourseLabs.Labs.dll\"";

    public static TheoryData<string> Names => [.. Checkout.Names];

    public static TheoryData<string> NamesWithoutData => [.. Checkout.Names.Except(
        typeof(CourseNotebooksTests).GetMethod(nameof(It_runs_and_shows_what_it_shows_in_the_repository))!
            .GetCustomAttributes<NotebookOnDataAttribute>().Select(a => a.Name))];

    [Theory]
    [MemberData(nameof(NamesWithoutData))]
    [NotebookOnData("04-mnist", "mnist_train_images", "mnist_train_labels", "mnist_test_images", "mnist_test_labels")]
    [NotebookOnData(Houses, "kaggle_house_train", "kaggle_house_test")]
    public async Task It_runs_and_shows_what_it_shows_in_the_repository(string name)
    {
        NotebookFile kept = Read(name), ran = Read(name);

        await RunAsync(ran);

        Assert.Empty(new NotebookComparison(1e-4).Differences(kept, ran));
    }

    [Fact]
    public async Task The_house_prices_run_on_made_up_houses_too_and_every_picture_says_so()
    {
        const string hub = "DataHub hub = new();", nothing =
            "DataHub hub = new(Environment.CurrentDirectory, Environment.CurrentDirectory, " +
            "[.. CourseData.Files.Select(f => f with { Sources = [] })]);"; // has no file and asks nobody for one
        var json = File.ReadAllText(Checkout.PathOf(Houses));
        Assert.Contains(hub, json, StringComparison.Ordinal);
        var notebook = NotebookFile.Parse(json.Replace(hub, nothing, StringComparison.Ordinal), Houses);

        await RunAsync(notebook);

        string[] shown = [.. Html(notebook)];
        string[] pictures = [.. shown.Where(html => html.Contains("<img", StringComparison.Ordinal))];
        Assert.Contains(shown, html => html.Contains("MADE UP", StringComparison.Ordinal));
        Assert.NotEmpty(pictures);
        Assert.All(pictures, html => Assert.Contains("MADE-UP HOUSES", html, StringComparison.Ordinal));
        Assert.DoesNotContain(shown, html => html.Contains("0.165659", StringComparison.Ordinal)); // the slide's error is not theirs
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_written_for_every_front_end(string name)
    {
        var notebook = Read(name);
        string[] code = [.. notebook.Code.Select(c => c.Cell.Contents)];

        Assert.EndsWith(Reference, code[0], StringComparison.Ordinal);
        Assert.Contains("dotnet build labs", code[0], StringComparison.Ordinal); // what to run when the file is missing
        Assert.DoesNotContain(code.Skip(1), c => NotPortable().IsMatch(c));
        Assert.All(code.Where(c => c.Contains("using static", StringComparison.Ordinal)), c => Assert.StartsWith("using static", c, StringComparison.Ordinal));
        Assert.All(code.SelectMany(c => c.Split('\n')), line => Assert.InRange(line.Length, 0, 110)); // what a page of nbconvert's shows whole
        var json = File.ReadAllText(Checkout.PathOf(name));
        Assert.Contains("\"name\": \".net-csharp\"", json, StringComparison.Ordinal);
        Assert.Equal(json.ReplaceLineEndings("\n"), notebook.ToJson()); // written by `notebook run --out`, so that a change shows as few lines
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_has_the_name_of_a_lab_and_speaks_of_each_item_in_it(string name)
    {
        string[] ids = [.. CourseLabs.Labs.Course.Examples.All.Where(e => e.Lab == name).Select(e => e.Id).Distinct()];
        var prose = Prose(name);

        Assert.NotEmpty(ids);
        Assert.All(ids, id => Assert.Matches($@"COURSE ([A-E]\d+, )*{id}\b", prose));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_section_names_a_slide_by_its_heading_or_says_that_there_is_none(string name)
    {
        string[] headings = [.. CourseLabs.Labs.CourseItem.All.SelectMany(item => item.Headings)];
        string[] sections = [.. Section().Split(Prose(name)).Skip(1).Where(s => !s.Contains("Beside the lab", StringComparison.Ordinal))];

        Assert.NotEmpty(sections);
        Assert.All(sections, section =>
        {
            string[] slides = [.. Slide().Matches(section).Select(m => m.Groups[1].Value)];
            Assert.NotEmpty(slides);
            Assert.All(slides, slide => Assert.True(
                slide.StartsWith("none (", StringComparison.Ordinal) || slide == "the same"
                    || headings.Any(h => slide.Contains($"\"{h}", StringComparison.Ordinal)),
                $"{slide} is no slide of docs/COURSE.md."));
        });
    }

    [Fact]
    public void A_number_that_misses_what_is_expected_or_the_labs_run_is_seen_in_its_table()
    {
        var lab = new ExampleResult("Lab") { Figures = [Figure.Of("exact", 1, 1, 0, "mathematics"), Figure.Of("drawn", 2)] };
        var wrong = new ExampleResult("Notebook") { Figures = [lab.Beside("exact", 1), lab.Beside("exact", 1.5), lab.Beside("drawn", 3)] };

        Assert.Equal(["yes", "no"], Column("match", wrong.ToHtml()));
        Assert.Equal(["yes", "no", "no"], Column(SameAsLab, wrong.ToHtml()));
    }

    private static string Prose(string name) => string.Join(
        '\n',
        JsonNode.Parse(File.ReadAllText(Checkout.PathOf(name)))!["cells"]!.AsArray()
            .Where(c => (string?)c!["cell_type"] == "markdown")
            .Select(c => string.Concat(c!["source"]!.AsArray().Select(l => (string?)l))));

    // To its end, without a warning, with each of its figures met.
    private static async Task RunAsync(NotebookFile notebook)
    {
        var failures = new List<string>();
        await new NotebookRun(TimeSpan.FromMinutes(5)).RunAsync(
            notebook, Checkout.Notebooks, cell => { if (cell.Failure is { } failure) failures.Add($"cell {cell.Number}: {failure}"); });

        Assert.Empty(failures);
        Assert.Empty(notebook.Code.SelectMany(c => c.Cell.Outputs).OfType<TextElement>().Where(t => t.Name == "stderr").Select(t => t.Text));
        string[] shown = [.. Html(notebook)];
        Assert.All(shown.SelectMany(html => Column("match", html).Concat(Column(SameAsLab, html))), v => Assert.Equal("yes", v));
        Assert.NotEmpty(Column(SameAsLab, shown[^1])); // its figures stand beside the lab's
        Assert.DoesNotContain(shown.SelectMany(html => Column("source", html)), source => Regex.IsMatch(source, @"\blab\b")); // no run is expected
    }

    // What stands in a column of the tables of figures, where anything does.
    private static IEnumerable<string> Column(string column, string html) =>
        from table in FigureTable().Matches(html)
        let at = Cells(table.Groups["heads"].Value).IndexOf(column)
        where at >= 0
        from row in Row().Matches(table.Groups["rows"].Value)
        let verdict = Cells(row.Value)[at]
        where verdict.Length > 0
        select verdict;

    private static List<string> Cells(string row) => [.. Cell().Matches(row).Select(m => WebUtility.HtmlDecode(m.Groups["text"].Value))];

    private static IEnumerable<string> Html(NotebookFile notebook) =>
        from output in notebook.Code.SelectMany(c => c.Cell.Outputs)
        let data = (output as DisplayElement)?.Data ?? (output as ReturnValueElement)?.Data
        where data is not null && data.ContainsKey("text/html")
        select $"{data["text/html"]}";

    private static NotebookFile Read(string name) => NotebookFile.Read(Checkout.PathOf(name));

    // A numbered heading.
    [GeneratedRegex(@"^## (?=\d)", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^\*Slide: ([^\n]*)\*", RegexOptions.Multiline)]
    private static partial Regex Slide();

    [GeneratedRegex("<thead><tr>(?<heads><th>figure</th>.*?)</tr></thead><tbody>(?<rows>.*?)</tbody>", RegexOptions.Singleline)]
    private static partial Regex FigureTable();

    [GeneratedRegex("<tr>.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<t[hd]>(?<text>[^<]*)</t[hd]>")]
    private static partial Regex Cell();

    // Magics, packages and what only .NET Interactive has.
    [GeneratedRegex("""^\s*#[!ri%]|^\s*%|PocketView|nuget:|\bKernel\.|\.Display\(|\bHTML\(""", RegexOptions.Multiline)]
    private static partial Regex NotPortable();
}
