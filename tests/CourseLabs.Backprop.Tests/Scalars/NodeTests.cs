using CourseLabs.Backprop.Scalars;

namespace CourseLabs.Backprop.Tests.Scalars;

public class NodeTests
{
    [Fact]
    public void Gradients_add_up_where_a_value_branches()
    {
        Node a = 3;
        var b = a + a;
        var c = b + b;
        c.Backward();
        Assert.Equal((12, 1, 2, 4), (c.Value, c.Gradient, b.Gradient, a.Gradient));

        Node x = 3;
        var y = x * x; // Waits for both of its users before it passes on.
        var z = y * y + y.Sin();
        z.Backward();
        Assert.Equal(2 * 9 + Math.Cos(9), y.Gradient, 1e-14);
        Assert.Equal(6 * y.Gradient, x.Gradient, 1e-14);
    }

    [Fact]
    public void A_value_used_a_hundred_thousand_times_has_the_sum_of_all()
    {
        Node x = 2;
        Node sum = 0;
        for (var i = 0; i < 100_000; i++)
            sum += x * i;
        sum.Backward();

        Assert.Equal(100_000.0 * 99_999 / 2, x.Gradient);
    }

    [Fact]
    public void A_chain_of_100_000_nodes_overflows_no_stack()
    {
        var x = new Node(1, "x");
        var f = x;
        for (var i = 0; i < 100_000; i++)
            f = i % 2 == 0 ? f * 2 : f * 0.5;
        f.Backward();

        Assert.Equal((1, 1), (f.Value, x.Gradient));
        var graph = Graph.Of(f);
        Assert.Equal(100_001, graph.Nodes.Count);
        Assert.Equal(100_000, graph.Edges.Count);
        Assert.Empty(graph.NotFinite());
    }

    [Fact]
    public void A_diamond_forty_deep_is_not_walked_path_by_path()
    {
        Node x = 1;
        var f = x;
        for (var i = 0; i < 40; i++)
            f += f;

        Assert.Equal(80, Work.Of(f.Backward)); // and not its 2^40 paths
        Assert.Equal(Math.Pow(2, 40), x.Gradient);
    }

    [Fact]
    public void Calling_backward_twice_gives_the_same_gradients()
    {
        var (x, y) = (new Node(-2), new Node(5));
        var q = x + y;
        var f = q * x;
        f.Backward();
        var first = (f.Gradient, q.Gradient, x.Gradient, y.Gradient);
        f.Backward();

        Assert.Equal((1, -2, 1, -2), first);
        Assert.Equal(first, (f.Gradient, q.Gradient, x.Gradient, y.Gradient));
    }

    [Fact]
    public void The_gradients_of_two_outputs_are_those_of_their_sum()
    {
        Node x = 3;
        var (j1, j2) = (x * x, 5 * x);
        j1.Backward();
        Assert.Equal(6, x.Gradient);
        j2.Backward();
        Assert.Equal(5, x.Gradient);
        (j1 + j2).Backward();
        Assert.Equal(11, x.Gradient);
    }

    [Fact]
    public void Backward_from_within_a_graph_leaves_the_rest_alone()
    {
        var (x, y) = (new Node(2), new Node(3));
        var q = x * y;
        var f = q.Exp();
        f.Backward();
        q.Backward();

        Assert.Equal((1, 1, 3, 2), (f.Gradient, q.Gradient, x.Gradient, y.Gradient));
        x.Backward();
        Assert.Equal(1, x.Gradient);
    }

    [Fact]
    public void At_a_kink_the_subgradients_are_torchs()
    {
        Node x = 0;
        x.Relu().Backward();
        Assert.Equal(0, x.Gradient);

        var (a, b) = (new Node(2), new Node(2));
        a.Max(b).Backward();
        Assert.Equal((0.5, 0.5), (a.Gradient, b.Gradient));
        a.Max(a).Backward();
        Assert.Equal(1, a.Gradient);
    }

    [Theory]
    [MemberData(nameof(GateTests.All), MemberType = typeof(GateTests))]
    public void A_NaN_is_carried_through_every_gate(string gate)
    {
        // Only x^0 is 1 for every x, NaN too, as in IEEE 754.
        Assert.Equal(gate != "x ^ 0", double.IsNaN(Gates.Reverse(gate, double.NaN, 1).F));
        if (Gates.OfTwo.Contains(gate))
            Assert.True(double.IsNaN(Gates.Reverse(gate, 1.25, double.NaN).F));
    }

    [Fact]
    public void A_NaN_upstream_reaches_every_input()
    {
        var (x, y) = (new Node(-1), new Node(2));
        ((x * y).Log() * (x + y)).Backward();

        Assert.True(double.IsNaN(x.Gradient) && double.IsNaN(y.Gradient));
    }
}
