using CourseLabs.Backprop.Scalars;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CourseLabs.Backprop.Tests.Scalars;

public class GraphTests
{
    // COURSE A5.
    private static Node Slide()
    {
        var (x, y, z) = (new Node(-2, "x"), new Node(5, "y"), new Node(-4, "z"));
        var q = (x + y).Named("q");
        var f = (q * z).Named("f");
        f.Backward();
        return f;
    }

    [Fact]
    public void Nodes_come_behind_their_inputs_with_label_operation_value_and_gradient()
    {
        var graph = Graph.Of(Slide());

        Assert.Equal(
            [("x", "", -2, -4), ("y", "", 5, -4), ("q", "+", 3, -4), ("z", "", -4, 3), ("f", "*", -12, 1)],
            graph.Nodes.Select(n => (n.Label!, n.Operation, n.Value, n.Gradient)));
        Assert.Equal(
            [("x", "q", 1, -4), ("y", "q", 1, -4), ("q", "f", -4, -4), ("z", "f", 3, 3)],
            graph.Edges.Select(e => (e.From.Label!, e.To.Label!, e.LocalGradient, e.Gradient)));
    }

    [Fact]
    public void The_dot_text_has_every_node_and_edge() => Assert.Equal(
        """
        digraph {
          rankdir=LR;
          node [shape=record];
          n0 [label="x | value -2 | gradient -4"];
          n1 [label="y | value 5 | gradient -4"];
          n2 [label="q = + | value 3 | gradient -4"];
          n3 [label="z | value -4 | gradient 3"];
          n4 [label="f = * | value -12 | gradient 1"];
          n0 -> n2 [label="1"];
          n1 -> n2 [label="1"];
          n2 -> n4 [label="-4"];
          n3 -> n4 [label="3"];
        }

        """.ReplaceLineEndings("\n"),
        Graph.Of(Slide()).ToDot());

    [Fact]
    public void Signs_with_a_meaning_in_dot_are_escaped()
    {
        var x = new Node(1, "a|b \"{<\\>}");

        Assert.Contains("label=\"a\\|b \\\"\\{\\<\\\\\\>\\} | value 1", Graph.Of(x).ToDot(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gate_with_a_plain_number_shows_it()
    {
        Node x = 2;
        Node[] gates = [x + 1, 1 + x, x - 1, 1 - x, x * -1, 0.5 * x, x / 4, 1 / x, x.Pow(3), x.Max(0), -x, x.Exp(), x.LeakyRelu()];

        Assert.Equal(
            ["+1", "+1", "-1", "1-x", "*-1", "*0.5", "/4", "1/x", "^3", "max 0", "neg", "exp", "leaky-relu"],
            gates.Select(gate => gate.Operation));
    }

    [Fact]
    public void Two_edges_lead_to_a_gate_that_uses_a_node_twice()
    {
        Node x = 3;
        var graph = Graph.Of(x * x);

        Assert.Equal(2, graph.Nodes.Count);
        Assert.Equal([3, 3], graph.Edges.Select(e => e.LocalGradient));
    }

    [Property(MaxTest = 200)]
    public Property Random_graphs_list_each_node_once_and_behind_its_inputs() => Prop.ForAll(Expression.Any(20), expression =>
    {
        var nodes = Graph.Of(expression.Run((value, _) => new Node(value))[^1]).Nodes;

        Assert.Equal(nodes.Count, nodes.Distinct().Count());
        var at = nodes.Select((node, i) => (node, i)).ToDictionary(p => p.node, p => p.i);
        Assert.All(nodes, node => Assert.All(node.Inputs, edge => Assert.True(at[edge.Input] < at[node])));
    });

    [Fact]
    public void Where_a_NaN_or_infinity_comes_from_is_said()
    {
        var x = new Node(-1, "x");
        Assert.Equal(
            ["The value of the gate \"log\" is NaN, given -1."],
            Graph.Of((x.Log() + 2) * x).NotFinite());
        Assert.Equal(["The value of \"r\" is Infinity, given 1 and 0."], Graph.Of((new Node(1) / new Node(0)).Named("r").Exp()).NotFinite());
        Assert.Equal(["The value of an input is NaN."], Graph.Of(new Node(double.NaN) + 1).NotFinite());

        var zero = new Node(0, "zero");
        var root = zero.Pow(0.5);
        root.Backward();
        Assert.Equal(["The gradient of \"zero\" is Infinity."], Graph.Of(root).NotFinite());
        Assert.Empty(Graph.Of(Slide()).NotFinite());
    }
}
