using CourseLabs.Charts.Graphs;
using CourseLabs.Charts.Svg;

namespace CourseLabs.Charts.Tests.Graphs;

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
        Any.Holds(AnyGraph.Acyclic, graph =>
        {
            var svg = new Tests.Svg(graph.ToSvg());
            var (width, height) = svg.ViewBox;
            var gates = Drawing.Gates(svg);
            var texts = Drawing.Texts(svg).Where(t => t.Text.Length > 0).Select(t => t.Box).ToList();
            Assert.All(texts.Concat(gates), box => Assert.True(box.Left >= 0 && box.Top >= 0 && box.Right <= width && box.Bottom <= height));
            Assert.Empty(Overlapping(gates));
            Assert.Empty(Overlapping(texts));
            Assert.All(texts, text => Assert.All(gates.Where(gate => gate.Overlaps(text)), gate =>
                Assert.True(text.Left >= gate.Left && text.Right <= gate.Right))); // its operation
            Assert.DoesNotContain(Drawing.Wires(svg), p =>
                gates.Any(gate => Drawing.Contains(gate, p, 1)) || texts.Any(text => Drawing.Contains(text, p, 0.5)));
        }, 40);

    [Fact]
    public void Every_wire_leads_to_the_right() =>
        Any.Holds(AnyGraph.Acyclic, graph =>
        {
            var layers = Layers.Of(graph);
            var at = layers.SelectMany((layer, i) => layer.Select(slot => (slot, i))).ToDictionary(s => s.slot, s => s.i);
            Assert.All(at, s => Assert.All(s.Key.After, next => Assert.Equal(s.Value + 1, at[next])));
            Assert.Equal(graph.Nodes.Count, at.Count(s => !s.Key.IsBend));
            Assert.Equal(graph.Edges.Count, at.Keys.Where(s => !s.IsBend).Sum(s => s.After.Count));
            Assert.All(layers[^1], slot => Assert.False(slot.IsBend));
        }, 100);

    [Fact]
    public void Wires_that_need_not_cross_do_not()
    {
        // Given upside down, so that every pair of wires crosses in the order given.
        var nodes = Enumerable.Range(0, 5).Select(i => new GraphNode($"x{i}", "")).Concat(Enumerable.Range(0, 5).Select(i => new GraphNode($"y{i}", "", "+")));
        var graph = new GraphDiagram("", nodes, Enumerable.Range(0, 5).Select(i => new GraphEdge($"x{i}", $"y{4 - i}")));
        Assert.Equal(10, Crossings.Count(Numbered(Layers.Of(graph))));
        Assert.Equal(0, Crossings.Count(Crossings.Reduce(Layers.Of(graph))));
    }

    [Fact]
    public void Reducing_never_adds_crossings() =>
        Any.Holds(AnyGraph.Acyclic, graph => Assert.InRange(
            Crossings.Count(Crossings.Reduce(Layers.Of(graph))), 0, Crossings.Count(Numbered(Layers.Of(graph)))), 50);

    [Fact]
    public void The_slide_shows_values_above_and_gradients_below_the_wires_and_says_which_is_which()
    {
        var svg = new Tests.Svg(_slide.ToSvg());
        var texts = svg.All("text").ToLookup(t => t.Value);
        var (value, gradient) = (texts["−12"].Single(), texts["1"].Single());
        Assert.Equal((string?)value.Attribute("x"), (string?)gradient.Attribute("x"));
        Assert.True((double)value.Attribute("y")! < (double)gradient.Attribute("y")!);
        Assert.NotEqual((string?)value.Attribute("fill"), (string?)gradient.Attribute("fill"));
        Assert.Equal((string?)value.Attribute("fill"), (string?)texts["above a wire: value"].Single().Attribute("fill"));
        Assert.Equal((string?)gradient.Attribute("fill"), (string?)texts["below: gradient"].Single().Attribute("fill"));
        Assert.Equal("f = (x + y) z", svg.All("title").First().Value);
        Assert.Equal(
            "x, value −2, gradient −4. y, value 5, gradient −4. z, value −4, gradient 3. " +
            "q, + of x and y, value 3, gradient −4. f, × of q and z, value −12, gradient 1.",
            svg.All("desc").Single().Value);
    }

    [Fact]
    public void Inputs_stand_on_the_left_and_outputs_on_the_right()
    {
        var layers = Layers.Of(_slide);
        Assert.Equal([3, 2, 2, 1], layers.Select(layer => layer.Count)); // x y z, q and a bend, the text of an edge and a bend, f
    }

    [Fact]
    public void A_large_graph_is_scaled_down_to_a_page()
    {
        var chain = Enumerable.Range(0, 40).Select(i => new GraphNode($"h{i}", $"h{i}", "sigmoid", 0.5, 0.25)).ToList();
        var svg = new Tests.Svg(new GraphDiagram("deep", chain, chain.Skip(1).Select((n, i) => new GraphEdge($"h{i}", n.Id))).ToSvg());
        Assert.Equal(1600, (double)svg.Root.Attribute("width")!);
        Assert.InRange(svg.ViewBox.Width, 4000, 10000);
    }

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
    public void Unknown_ids_are_refused() =>
        Assert.Contains("names \"q\", and no node has that id", Refused(["a"], ("a", "q")), StringComparison.Ordinal);

    [Fact]
    public void Ids_given_twice_are_refused() =>
        Assert.Contains("Two nodes have the id \"a\"", Refused(["a", "b", "a"]), StringComparison.Ordinal);

    [Fact]
    public void A_graph_without_nodes_is_refused() => Assert.Contains("at least one node", Refused([]), StringComparison.Ordinal);

    [Fact]
    public void A_diagram_shows_one_to_nine_digits()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new GraphDiagram("", [new("a", "a")], []) { Digits = 0 });
        var graph = new GraphDiagram("", [new("a", "a", Value: 0.7310585786300049)], []) { Digits = 5 };
        Assert.Contains("0.73106", new Tests.Svg(graph.ToSvg()).Texts);
    }

    private static string Refused(string[] ids, params (string From, string To)[] edges) =>
        Assert.Throws<ArgumentException>(() => new GraphDiagram(
            "t", ids.Select(id => new GraphNode(id, id)), edges.Select(e => new GraphEdge(e.From, e.To)))).Message;

    private static IReadOnlyList<IReadOnlyList<Slot>> Numbered(IReadOnlyList<IReadOnlyList<Slot>> layers)
    {
        foreach (var layer in layers)
            for (var i = 0; i < layer.Count; i++)
                layer[i].Order = i;
        return layers;
    }

    private static IEnumerable<(Box, Box)> Overlapping(List<Box> boxes) =>
        boxes.SelectMany((a, i) => boxes.Skip(i + 1).Where(b => a.Overlaps(b)), (a, b) => (a, b));
}
