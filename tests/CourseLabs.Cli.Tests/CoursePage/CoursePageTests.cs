using System.Diagnostics;
using System.Text.RegularExpressions;
using CourseLabs.Examples;
using CourseLabs.Labs;
using CourseLabs.Tests;

namespace CourseLabs.Cli.Tests.CoursePage;

public sealed partial class CoursePageTests
{
    private const string Modules = "artifacts/front-ends/node_modules";

    // One of each: figures and chart, graph, many tables, a figure without an expected value.
    private static readonly string[] Some = ["activations", "chain-rule", "matrix-shapes", "two-by-two", "gates"];

    private static Example[] Chosen => [.. Course.Examples.All.Where(e => Some.Contains(e.Name))];

    [Fact]
    public void A_run_of_the_course_writes_it_and_a_run_of_some_examples_does_not()
    {
        using LabsRun all = LabsRun.Of("run", Fakes.WithFiles), some = LabsRun.Of("run files", Fakes.WithFiles);

        Assert.Contains("index.html", all.Out, StringComparison.Ordinal);
        Assert.Contains("Title of files", all.File("index.html"), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(some.Folder, "index.html")));
        Assert.DoesNotContain("index.html", some.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_item_has_its_slides_heading_formula_program_and_errata()
    {
        using var run = LabsRun.Of("run", Fakes.WithFiles);
        var page = run.File("index.html");

        Assert.Equal(37, CourseItem.All.Count);
        foreach (var item in CourseItem.All)
        {
            var section = Section(page, item.Id);
            Assert.All(item.Headings, heading => Assert.Contains(Encoded(heading), section, StringComparison.Ordinal));
            Assert.Contains(Encoded(item["Formula"]), section, StringComparison.Ordinal);
            Assert.Equal(item.HasErrata, section.Contains($"Where the slide is wrong:</strong> {Encoded(item["Errata"])}", StringComparison.Ordinal));
            Assert.All(item.Programs.Where(p => p.Home == item), p => Assert.Contains($"id=\"program-{p.Name}\"", section, StringComparison.Ordinal));
        }

        var regression = System.Net.WebUtility.HtmlDecode(Span().Replace(Section(page, "A7"), ""));
        var source = File.ReadAllText(Path.Combine(Checkout.Root, "labs", "05-regression", "Regression.cs"));
        Assert.Contains(source.Trim(), regression, StringComparison.Ordinal);
    }

    [Fact]
    public void An_example_has_its_figures_with_expected_ours_source_and_verdict_its_table_and_its_chart()
    {
        using var run = LabsRun.Of("run", Fakes.WithFiles, FakeExample.Of("A4", "wrong", Fakes.Wrong));
        var page = run.File("index.html");
        var (right, wrong) = (Section(page, "A3"), Section(page, "A4"));

        Assert.Equal(["area", "3.14", "3.1415", "✓ yes", "mathematics"], Cells(right).Take(5));
        Assert.Contains("[784x100]", Cells(right));
        Assert.Matches("<img src=\"data:image/webp;base64,(?:[A-Za-z0-9/=]|&#x2B;){500,}\" width=\"[0-9]+\" height=\"[0-9]+\" [^>]*alt=\"Line; its numbers are in files/line.csv\"", right);
        Assert.Equal(["area", "3.14", "4", "✗ no", "mathematics"], Cells(wrong).Take(5));
        Assert.Contains("✗ 1 of 2</b> figures match", page[..page.IndexOf("id=\"A1\"", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public void What_failed_and_what_is_of_made_up_data_is_told_at_the_top()
    {
        using var run = LabsRun.Of(
            "run", new FakeExample("D9", "houses", _ => new("Houses") { IsMadeUp = true }),
            new FakeExample("D10", "broken", _ => throw new UserErrorException("The roof <b>leaks</b>.")));
        var top = run.File("index.html").Split("<main>")[0];

        Assert.Contains("<strong>Made-up data</strong>", top, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#houses\">D9 houses</a>", top, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#broken\">D10 broken</a>", top, StringComparison.Ordinal);
        Assert.Contains("It failed: The roof &lt;b&gt;leaks&lt;/b&gt;.", run.File("index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_an_example_says_is_text_and_no_markup()
    {
        const string Markup = "<script>alert('\"')</script>&amp;";
        using var run = LabsRun.Of("run", new FakeExample("A1", "sly", _ => new(Markup)
        {
            Figures = [Figure.Of(Markup, Markup, expected: Markup, source: Markup)],
            Tables = [new("t", Markup, [Markup], [[Markup]])],
        }));
        var page = run.File("index.html");

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(9, Regex.Count(Section(page, "A1"), Regex.Escape(Encoded(Markup)))); // title, four cells, the table's title twice, its head, its cell
    }

    [Fact]
    public void Interrupted_it_has_what_was_done_and_says_so()
    {
        using var interrupt = new CancellationTokenSource();
        using var run = LabsRun.Of("run", interrupt.Token, FakeExample.Of("A1", "done", Fakes.Right), new FakeExample("A2", "endless", its =>
        {
            interrupt.Cancel();
            its.Progress.Report(0, 10, "epoch");
            return new("Never");
        }));
        var page = run.File("index.html");

        Assert.Equal(ExitCode.Interrupted, run.Code);
        Assert.Contains("The run was interrupted", page, StringComparison.Ordinal);
        Assert.Contains("Title of done", Section(page, "A1"), StringComparison.Ordinal);
        Assert.Contains("Not run", Section(page, "A2"), StringComparison.Ordinal);
        Assert.EndsWith("</html>\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_of_an_earlier_run_does_not_stay_beside_new_figures()
    {
        using var folder = LabsRun.Of("run", Fakes.WithFiles);
        var page = Path.Combine(folder.Folder, "index.html");
        var wasThere = true;

        using var next = LabsRun.Of($"run --out {folder.Folder}", new FakeExample("A1", "looking", _ =>
        {
            wasThere = File.Exists(page);
            return new("Looking");
        }));

        Assert.False(wasThere);
        Assert.True(File.Exists(page));
    }

    [Fact]
    public void Every_link_of_it_leads_to_a_place_on_the_page_or_to_a_source_that_is_there()
    {
        using var run = LabsRun.Of("run", Fakes.WithFiles);
        var page = run.File("index.html");
        string[] links = [.. Link().Matches(page).Select(m => m.Groups[1].Value)];
        string[] ids = [.. Id().Matches(page).Select(m => m.Groups[1].Value)];

        Assert.Equal(ids.Distinct().Count(), ids.Length);
        Assert.True(links.Length > 100, $"{links.Length} links");
        Assert.All(links, link => Assert.True(
            link.StartsWith('#') ? ids.Contains(link[1..]) : File.Exists(Path.Combine(run.Folder, Uri.UnescapeDataString(link))), link));
    }

    [FrontEndTheory($"chromium node {Modules}/playwright-core {Modules}/axe-core")]
    [InlineData("run --quick")]
    public void In_a_browser_it_needs_no_network_fits_every_screen_and_passes_axe(string command)
    {
        using var run = LabsRun.Of(command, Chosen);

        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "CoursePage", "page_in_browser.mjs"), Path.Combine(Checkout.Root, Modules), Path.Combine(run.Folder, "index.html") })
            start.ArgumentList.Add(argument);
        using var node = Process.Start(start)!;
        var faults = node.StandardOutput.ReadToEnd();
        node.WaitForExit();

        Assert.Equal("", faults);
        Assert.Equal(0, node.ExitCode);
        Assert.Equal(Some.Length, Regex.Count(run.File("index.html"), "class=\"example\""));
    }

    private static string Section(string page, string id) => page.Split($"<section id=\"{id}\" class=\"item\">")[1].Split("class=\"item\">")[0];

    private static string[] Cells(string section) => [.. Cell().Matches(section).Select(m => m.Groups[1].Value)];

    private static string Encoded(string text) =>
        System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All).Encode(text);

    [GeneratedRegex("<td[^>]*>([^<]*)</td>")]
    private static partial Regex Cell();

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Link();

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Id();

    [GeneratedRegex("</?span[^>]*>")]
    private static partial Regex Span();
}
