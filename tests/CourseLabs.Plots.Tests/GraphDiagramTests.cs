using CourseLabs.Plots.Drawing;
using CourseLabs.Plots.Graphs;

namespace CourseLabs.Plots.Tests;

public class GraphDiagramTests
{
    // The slides' f = (x + y) z.
    private static readonly GraphDiagram _slide = new(
        "f = (x + y) z",
        [
            new("x", "x", Value: -2, Gradient: -4), new("y", "y", Value: 5, Gradient: -4), new("z", "z", Value: -4, Gradient: 3),
            new("q", "q", "+", 3, -4), new("f", "f", "×", -12, 1),
        ],
        [new("x", "q"), new("y", "q"), new("q", "f", "df/dq", -4), new("z", "f")]);

    [Fact]
    public void In_any_graph_nothing_covers_anything_and_all_lies_within_the_picture() =>
        Any.Holds(Any.Graph, graph =>
        {
            var drawn = new Drawn(graph.Sheet());
            var (texts, gates) = (drawn.Texts.Where(t => t.Text.Length > 0).Select(t => t.Box).ToList(), drawn.Gates);
            Assert.All(texts.Concat(gates), box => Assert.True(drawn.Holds(box), $"{box} of {drawn.Width} x {drawn.Height}"));
            Assert.DoesNotContain(Pairs(gates), pair => Drawn.Overlap(pair.A, pair.B));
            Assert.DoesNotContain(Pairs(texts), pair => Drawn.Overlap(pair.A, pair.B));
            Assert.All(texts, text => Assert.All(gates.Where(gate => Drawn.Overlap(gate, text)), gate =>
                Assert.True(text.Left >= gate.Left && text.Right <= gate.Right))); // its operation
            Assert.DoesNotContain(drawn.Wires(), p => gates.Concat(texts).Any(box =>
                p.X > box.Left + 1 && p.X < box.Right - 1 && p.Y > box.Top + 1 && p.Y < box.Bottom - 1));
        }, 40);

    [Fact]
    public void Every_wire_leads_to_the_right() =>
        Any.Holds(Any.Graph, graph =>
        {
            var layers = Layered(graph);
            var at = layers.SelectMany((layer, i) => layer.Select(slot => (slot, i))).ToDictionary(s => s.slot, s => s.i);
            Assert.All(at, s => Assert.All(s.Key.After, next => Assert.Equal(s.Value + 1, at[next])));
            Assert.Equal(graph.Nodes.Count, at.Count(s => !s.Key.IsBend));
            Assert.Equal(graph.Edges.Count, at.Keys.Where(s => !s.IsBend).Sum(s => s.After.Count));
        }, 50);

    [Fact]
    public void Wires_that_need_not_cross_do_not()
    {
        // Given upside down, so that every pair of wires crosses in the order given.
        var five = Enumerable.Range(0, 5).ToList();
        var nodes = five.Select(i => new GraphNode($"x{i}", "")).Concat(five.Select(i => new GraphNode($"y{i}", "", "+")));
        var layers = Layered(new("", nodes, Enumerable.Range(0, 5).Select(i => new GraphEdge($"x{i}", $"y{4 - i}"))));
        foreach (var layer in layers)
            for (var i = 0; i < layer.Count; i++)
                layer[i].Order = i;
        Assert.Equal(10, Crossings.Count(layers));
        Assert.Equal(0, Crossings.Count(Crossings.Reduce(layers)));
    }

    [Fact]
    public void The_slide_shows_values_above_and_gradients_below_the_wires_and_says_which_is_which()
    {
        var texts = new Drawn(_slide.Sheet()).Texts.ToLookup(t => t.Text);
        var (value, gradient) = (texts["-12"].Single(), texts["1"].Single());
        Assert.Equal(value.Box.MidX, gradient.Box.MidX, 0.6);
        Assert.True(value.Box.Bottom <= gradient.Box.Top);
        Assert.Equal(value.Color, texts["above a wire: value"].Single().Color);
        Assert.Equal(gradient.Color, texts["below: gradient"].Single().Color);
        Assert.NotEqual(value.Color, gradient.Color);
    }

    [Fact]
    public void Inputs_stand_on_the_left_and_outputs_on_the_right() =>
        Assert.Equal([3, 2, 2, 1], Layered(_slide).Select(layer => layer.Count)); // x y z, q and a bend, the text of an edge and a bend, f

    [Fact]
    public void Csv_has_a_line_for_each_node_and_edge() =>
        Assert.Equal(
            "kind,id,label,operation,value,gradient,from,to\nnode,x,x,,-2,-4,,\nnode,y,y,,5,-4,,\nnode,z,z,,-4,3,,\nnode,q,q,+,3,-4,,\n" +
            "node,f,f,×,-12,1,,\nedge,,,,,,x,q\nedge,,,,,,y,q\nedge,,df/dq,,,-4,q,f\nedge,,,,,,z,f\n",
            _slide.ToCsv());

    [Fact]
    public void A_cycle_is_refused_and_named()
    {
        var error = Refused(["a", "b", "c", "d"], ("a", "b"), ("b", "c"), ("c", "b"), ("c", "d"));
        Assert.Contains("a cycle, \"b\" -> \"c\" -> \"b\"", error, StringComparison.Ordinal);
        Assert.Contains("a cycle, \"a\" -> \"a\"", Refused(["a"], ("a", "a")), StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_ids_ids_given_twice_and_no_nodes_are_refused()
    {
        Assert.Contains("names \"q\", and no node has that id", Refused(["a"], ("a", "q")), StringComparison.Ordinal);
        Assert.Contains("Two nodes have the id \"a\"", Refused(["a", "b", "a"]), StringComparison.Ordinal);
        Assert.Contains("at least one node", Refused([]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-0.5310001, 3, "-0.531")]
    [InlineData(12.0, 3, "12")]
    [InlineData(1.5e-7, 3, "1.5e-7")]
    [InlineData(-2.5e9, 3, "-2.5e9")]
    [InlineData(123456.0, 3, "123000")]
    [InlineData(0.7310585786300049, 5, "0.73106")]
    [InlineData(double.NaN, 3, "NaN")]
    [InlineData(double.NegativeInfinity, 3, "-Infinity")]
    [InlineData(double.MaxValue, 3, "1.8E+308")] // rounded it is more than any double
    public void Numbers_show_so_many_significant_digits(double number, int digits, string text) =>
        Assert.Equal(text, WireTexts.Text(number, digits));

    private static IReadOnlyList<IReadOnlyList<Slot>> Layered(GraphDiagram graph) => Layers.Of(graph, new Lettering(Fonts.Family));

    private static string Refused(string[] ids, params (string From, string To)[] edges) =>
        Assert.Throws<ArgumentException>(() => new GraphDiagram(
            "t", ids.Select(id => new GraphNode(id, id)), edges.Select(e => new GraphEdge(e.From, e.To)))).Message;

    private static IEnumerable<(SkiaSharp.SKRect A, SkiaSharp.SKRect B)> Pairs(List<SkiaSharp.SKRect> boxes) =>
        boxes.SelectMany((a, i) => boxes.Skip(i + 1), (a, b) => (a, b));
}
