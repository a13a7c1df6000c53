using SkiaSharp;

namespace CourseLabs.Plots.Tests;

// It sets the family of all pictures.
[CollectionDefinition(nameof(FontsTests), DisableParallelization = true)]
[Collection(nameof(FontsTests))]
public class FontsTests
{
    /// <summary>Families of different widths, as far as this machine has them.</summary>
    public static TheoryData<string> Families =>
        [.. SKFontManager.Default.FontFamilies.Where(f => f is "Arial" or "Liberation Sans" or "DejaVu Sans" or "DejaVu Sans Mono")];

    [Fact]
    public void The_font_in_use_is_one_that_the_machine_has()
    {
        Assert.True(Fonts.Available);
        Assert.Contains(Fonts.Family, SKFontManager.Default.FontFamilies);
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Titles_and_names_stay_in_their_place_with_a_font_of_any_width(string family)
    {
        var usual = Fonts.Family;
        try
        {
            Fonts.Family = family;
            var plot = new Plot("Covariate shift: the inputs move, the function and its noise stay as they were before the shift")
                .Line("before the shift", [1, 2]).Line("after the shift", [2, 3]).Line("weighted by exp(h(x))", [3, 4])
                .Line("trained after the shift", [4, 5]);
            var graph = new GraphDiagram(
                "b branches: the gradients of c = b b and d = 10 b add up", [new("a", "sigmoid", "sigmoid of a sum", 0.5, -0.25)], []);
            foreach (var drawn in (Drawn[])[new(plot.Sheet()), new(graph.Sheet())])
                Assert.All(drawn.Texts, t => Assert.True(drawn.Holds(t.Box), t.Text));
            var gate = new Drawn(graph.Sheet());
            var operation = gate.Texts.Single(t => t.Text == "sigmoid of a sum").Box;
            Assert.True(operation.Left >= gate.Gates[0].Left && operation.Right <= gate.Gates[0].Right);
        }
        finally
        {
            Fonts.Family = usual;
        }
    }
}
