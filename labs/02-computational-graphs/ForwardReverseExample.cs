using CourseLabs.Backprop.Scalars;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;

namespace CourseLabs.Labs;

/// <summary>COURSE E4: e = (a + b)(b + 1) in forward mode and in reverse mode.</summary>
public sealed class ForwardReverseExample : OldExample
{
    private const string Picture = "the slide's picture (not in the deck's text)";

    /// <inheritdoc/>
    public override string Id => "E4";

    /// <inheritdoc/>
    public override string Name => "forward-and-reverse-mode";

    /// <inheritdoc/>
    public override string Lab => "02-computational-graphs";

    /// <inheritdoc/>
    public override string Title => "Forward and reverse mode of e = (a + b)(b + 1)";

    /// <inheritdoc/>
    public override string Description =>
        "At a = 2, b = 1. Forward mode starts at one input and tells how every node changes with it: a pass an input. Reverse mode " +
        "starts at e and tells how e changes with every node: one pass for all inputs. The same expression runs through both.";

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        Dual[] byA = Steps(new Dual(2, 1), new Dual(1, 0));
        Dual[] byB = Steps(new Dual(2, 0), new Dual(1, 1));
        Node[] nodes = Steps(new Node(2).Named("a"), new Node(1).Named("b"));
        Node e = nodes[^1];
        e.Backward();

        return new(Title)
        {
            Figures =
            [
                new("c", 3, nodes[2].Value, 0, Picture),
                new("d", 2, nodes[3].Value, 0, Picture),
                new("e", 6, e.Value, 0, Picture),
                new("de/da by forward mode", 2, byA[^1].Derivative, 0, "slide: c changes at speed 1, e at speed 2"),
                new("de/db by forward mode", 5, byB[^1].Derivative, 0, "slide: 1*2 + 1*3"),
                new("de/da and de/db by reverse mode, one pass", new[] { 2.0, 5 },
                    new[] { nodes[0].Gradient, nodes[1].Gradient }, 0, "slide: 1*2 + 1*3"),
                new("de/da and de/db", Graphs.Autograd(t => (t[0] + t[1]) * (t[1] + 1), 2, 1),
                    new[] { nodes[0].Gradient, nodes[1].Gradient }, 0, "TorchSharp's autograd"),
            ],
            Tables =
            [
                new("modes", "What each pass tells",
                    ["node", "value", "forward from a: dnode/da", "forward from b: dnode/db", "reverse from e: de/dnode"],
                    [
                        .. nodes.Select((node, i) => (string[])
                            [node.Label!, .. NumberText.Row(node.Value, byA[i].Derivative, byB[i].Derivative, node.Gradient)]),
                    ]),
            ],
            Pictures =
            [
                new("forward", Graphs.Diagram("Forward mode from b", e, node => byB[Array.IndexOf(nodes, node)].Derivative, "d(node)/db")),
                new("reverse", Graphs.Diagram("Reverse mode from e", e)),
            ],
        };
    }

    // a, b, c, d and e.
    private static T[] Steps<T>(T a, T b)
        where T : IScalar<T>
    {
        T c = (a + b).Named("c");
        T d = (b + 1).Named("d");
        T e = (c * d).Named("e");
        return [a, b, c, d, e];
    }
}
