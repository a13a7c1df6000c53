using CourseLabs.Examples;
using CourseLabs.Plots;
using CourseLabs.Tests;

namespace CourseLabs.Labs.Tests;

/// <summary>Lab 02: every figure, and what its tables and pictures hold.</summary>
public sealed class ComputationalGraphTests
{
    public static TheoryData<string> Names => [.. Course.Examples.Find(["02"]).Select(e => e.Name)];

    [Fact]
    public void The_lab_has_its_six_items_in_the_decks_order() =>
        Assert.Equal(["A5", "A6", "B1", "E4", "E5", "E6"], Course.Examples.Find(["02"]).Select(e => e.Id));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_figure_meets_what_is_expected_and_no_tensor_stays_alive(string name)
    {
        Run(name);
        var before = LiveTensors.Count();
        var result = Run(name);

        Assert.NotEmpty(result.Figures);
        Assert.All(result.Figures, f => Assert.True(f.Match, $"{f.Name} is {f.Actual}, expected {f.Expected}"));
        Assert.Equal(before, LiveTensors.Count());
    }

    [Theory]
    [InlineData("chain-rule", "graph", 5, 4)]
    [InlineData("sigmoid-gates", "gate-by-gate", 13, 12)]
    [InlineData("sigmoid-gates", "one-gate", 10, 9)]
    [InlineData("forward-and-reverse-mode", "reverse", 5, 5)]
    [InlineData("factoring-paths", "graph", 11, 14)]
    public void The_diagrams_have_the_slides_nodes_and_wires(string name, string picture, int nodes, int edges)
    {
        var diagram = (GraphDiagram)Run(name).Pictures.Single(p => p.Name == picture).Picture;

        Assert.Equal((nodes, edges), (diagram.Nodes.Count, diagram.Edges.Count));
        Assert.All(diagram.Nodes, node => Assert.True(node.Value is not null && node.Gradient is not null));
    }

    [Fact]
    public void The_forward_picture_shows_derivatives_by_b_and_the_reverse_one_of_e()
    {
        var result = Run("forward-and-reverse-mode");

        Assert.Equal([("a", 0.0), ("b", 1), ("c", 1), ("d", 1), ("e", 5)], BelowWires(result, "forward"));
        Assert.Equal([("a", 2.0), ("b", 5), ("c", 2), ("d", 3), ("e", 1)], BelowWires(result, "reverse"));
    }

    [Fact]
    public void The_picture_of_the_edges_has_the_derivative_on_each()
    {
        var diagram = (GraphDiagram)Run("forward-and-reverse-mode").Pictures.Single(p => p.Name == "edges").Picture;

        Assert.Equal(["dc/da = 1", "dc/db = 1", "dd/db = 1", "de/dc = 2", "de/dd = 3"], diagram.Edges.Select(edge => edge.Label));
    }

    [Fact]
    public void The_two_paths_from_b_to_e_are_1_times_2_and_1_times_3() => Assert.Equal(
        [["b -> c -> e", "1 * 2", "2"], ["b -> d -> e", "1 * 3", "3"]],
        Run("forward-and-reverse-mode").Tables.Single(t => t.Name == "paths").Rows);

    [Fact]
    public void Edges_are_listed_from_the_output_back_with_both_factors()
    {
        var edges = Run("chain-rule").Tables.Single();

        Assert.Equal(["f", "z", "3", "1", "3"], edges.Rows[0]);
        Assert.Equal(["q", "x", "1", "-4", "-4"], edges.Rows[^1]);
    }

    [Fact]
    public void The_work_of_forward_mode_is_that_of_reverse_mode_times_the_inputs()
    {
        var result = Run("factoring-paths");

        // A neuron of n inputs has n gates * w, n - 1 gates + with two edges each, and the sigmoid: 3 n - 1 edges.
        Assert.Equal(["8", "184", "23", "8"], result.Tables.Single(t => t.Name == "work").Rows[3]);
        // 3^12 paths; a stage has three gates and two + with two edges each.
        Assert.Equal(["12", "531441", "84"], result.Tables.Single(t => t.Name == "paths").Rows[^1]);
    }

    private static ExampleResult Run(string name) => Assert.Single(Course.Examples.Find([name])).Run(new() { Quick = true });

    private static IEnumerable<(string, double)> BelowWires(ExampleResult result, string picture) =>
        ((GraphDiagram)result.Pictures.Single(p => p.Name == picture).Picture).Nodes
            .OrderBy(node => node.Label, StringComparer.Ordinal)
            .Select(node => (node.Label, node.Gradient!.Value));
}
