using CourseLabs.Backprop.Scalars;
using CourseLabs.Examples;

namespace CourseLabs.Labs;

// "Derivatives on Computational Graphs" and "Computational Victories" (COURSE E4). The rule of the paths is Paths.cs.
public sealed class ForwardReverseExample() : Example(
    "E4", "forward-and-reverse-mode", "02-computational-graphs", "Forward and reverse mode of e = (a + b)(b + 1)",
    "At a = 2, b = 1. The key is to understand the derivatives on the edges: de/db is the sum over the paths from b to e, 1*2 + 1*3. " +
    "Forward mode starts at one input and tells how every node changes with it: a pass an input. Reverse mode starts at e and tells how " +
    "e changes with every node: one pass for all inputs. The same expression runs through both.")
{
    public override ExampleResult Run(ExampleRun run)
    {
        var byA = Steps(new Dual(2, 1), new Dual(1, 0));
        var byB = Steps(new Dual(2, 0), new Dual(1, 1));
        var nodes = Steps(new Node(2).Named("a"), new Node(1).Named("b"));
        Node b = nodes[1], e = nodes[^1];
        var paths = Paths.Between(b, e);
        e.Backward();

        const string picture = "the slide's picture (not in the deck's text)";
        const string slideB = "slide: 1*2 + 1*3";
        double[] reverse = [nodes[0].Gradient, nodes[1].Gradient];
        return new(Title)
        {
            Figures =
            [
                Figure.Of("c", nodes[2].Value, expected: 3, source: picture),
                Figure.Of("d", nodes[3].Value, expected: 2, source: picture),
                Figure.Of("e", e.Value, expected: 6, source: picture),
                Figure.Of(
                    "the two paths from b to e", paths.Select(Paths.Product).ToArray(),
                    expected: new[] { 1.0 * 2, 1 * 3 }, source: slideB),
                Figure.Of("de/db as the sum over them", paths.Sum(Paths.Product), expected: 1 * 2 + 1 * 3, source: slideB),
                Figure.Of("de/da by forward mode", byA[^1].Derivative, expected: 2, source: "slide: c changes at speed 1, e at speed 2"),
                Figure.Of("de/db by forward mode", byB[^1].Derivative, expected: 1 * 2 + 1 * 3, source: slideB),
                Figure.Of(
                    "de/da and de/db by reverse mode, one pass", reverse,
                    expected: new[] { 2.0, 1 * 2 + 1 * 3 }, source: "slide: speed 2; 1*2 + 1*3"),
                Figure.Of(
                    "de/da and de/db", reverse,
                    expected: Graphs.Autograd(t => (t[0] + t[1]) * (t[1] + 1), 2, 1), source: "TorchSharp's autograd"),
            ],
            Tables =
            [
                Table.Of(
                    "modes", "What each pass tells", nodes.Index(),
                    ("node", n => n.Item.Label!),
                    ("value", n => n.Item.Value),
                    ("forward from a: dnode/da", n => byA[n.Index].Derivative),
                    ("forward from b: dnode/db", n => byB[n.Index].Derivative),
                    ("reverse from e: de/dnode", n => n.Item.Gradient)),
                Table.Of(
                    "paths", "The paths from b to e", paths,
                    ("path", path => string.Join(" -> ", path.Select(edge => edge.To.Label).Prepend("b"))),
                    ("derivatives on its edges", path => string.Join(" * ", path.Select(edge => NumberText.Of(edge.LocalGradient)))),
                    ("product", path => Paths.Product(path))),
            ],
            Pictures =
            [
                new("edges", Graphs.EdgeDiagram("The derivative on each edge of e = (a + b)(b + 1)", e)),
                new("forward", Graphs.Diagram("Forward mode from b", e, node => byB[Array.IndexOf(nodes, node)].Derivative, "d(node)/db")),
                new("reverse", Graphs.Diagram("Reverse mode from e", e)),
            ],
        };
    }

    // a, b, c, d and e.
    private static T[] Steps<T>(T a, T b)
        where T : IScalar<T>
    {
        var c = (a + b).Named("c");
        var d = (b + 1).Named("d");
        var e = (c * d).Named("e");
        return [a, b, c, d, e];
    }
}
