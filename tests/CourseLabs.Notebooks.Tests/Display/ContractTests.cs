using System.Reflection;
using System.Xml.Linq;
using CourseLabs.Examples;
using CourseLabs.Matrices;
using CourseLabs.Plots;
using CourseLabs.Torch;
using Microsoft.DotNet.Interactive.Formatting;

namespace CourseLabs.Notebooks.Tests.Display;

/// <summary>.NET Interactive's own formatting library shows what the labs make, though they know nothing of it.</summary>
public sealed class ContractTests
{
    private const string Html = "text/html";

    private static readonly Plot Line = new Plot("Line & <points>").Line("a", [1.0, 2.0, 0.5]);

    private static readonly Table Sizes = new("sizes", "Sizes", ["layer", "size"], [["<input>", "784"], ["W & b", "10"]]);

    private static readonly object[] Samples =
    [
        Line,
        new PlotGrid("Grid", [Line, Line], columns: 2),
        new GraphDiagram("q = x + y", [new("x", "x"), new("y", "y"), new("q", "q", "+", 3)], [new("x", "q"), new("y", "q")]),
        new ImageGrid("Images", 2, 2, columns: 1).Add("one", [0, 1, 2, 3]),
        Matrix.FromRows([0.1, 1 / 3.0], [double.NaN, -2]),
        Sizes,
        Figure.Of("loss", 0.5),
        new NamedPicture("line", Line),
        new ExampleResult("Result") { Figures = [Figure.Of("a < b", true, expected: true, source: "mathematics")], Tables = [Sizes], Pictures = [new("line", Line)] },
    ];

    public static TheoryData<string> Names => [.. Samples.Select(s => s.GetType().Name)];

    [Fact]
    public void No_type_that_can_be_shown_is_without_a_sample()
    {
        Assembly[] ours = [typeof(IPicture).Assembly, typeof(Matrix).Assembly, typeof(Devices).Assembly, typeof(ExampleResult).Assembly];
        var shown = ours.SelectMany(a => a.GetExportedTypes()).Where(t => !t.IsInterface && (
            t.IsAssignableTo(typeof(IPicture))
            || t.GetMethods().Any(m => m.Name is "ToHtml" or "ToPng")
            || t.GetCustomAttributes(true).Any(a => a.GetType().Name == nameof(TypeFormatterSourceAttribute))));

        Assert.Equal(shown.Select(t => t.Name).Order(), Samples.Select(s => s.GetType().Name).Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void NET_Interactive_shows_it_as_HTML(string name)
    {
        var sample = Samples.Single(s => s.GetType().Name == name);
        var html = (string)sample.GetType().GetMethod("ToHtml", [])!.Invoke(sample, [])!;

        Assert.Equal(html, sample.ToDisplayString(Html));
        Assert.Equal(Html, Assert.Single(Formatter.GetPreferredMimeTypesFor(sample.GetType())));
        var root = XElement.Parse($"<div>{html}</div>"); // escaped, and every element closed
        Assert.Contains(root.Descendants(), e => e.Name.LocalName is "img" or "table");
    }

    [Fact]
    public void A_result_shows_figures_tables_and_pictures()
    {
        var html = XElement.Parse($"<div>{Samples.OfType<ExampleResult>().Single().ToHtml()}</div>");

        Assert.Equal("Result", html.Element("h3")!.Value);
        Assert.Equal(["a < b", "yes", "yes", "yes", "mathematics"], html.Elements("table").First().Descendants("td").Select(c => c.Value));
        Assert.Equal(["<input>", "784", "W & b", "10"], html.Elements("table").Last().Descendants("td").Select(c => c.Value));
        Assert.Single(html.Elements(), e => e.Name.LocalName == "img");
    }
}
