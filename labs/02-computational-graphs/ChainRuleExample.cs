using CourseLabs.Backprop.Scalars;
using CourseLabs.Examples;

namespace CourseLabs.Labs;

// "Backpropagation: a simple example" (COURSE A5; also the first slide of deck B).
public sealed class ChainRuleExample() : Example(
    "A5", "chain-rule", "02-computational-graphs", "Chain rule in f = (x + y) z",
    "The slides' first computational graph, at x = -2, y = 5, z = -4: forward from left to right for q and f, then back from the " +
    "output, where each gate multiplies its local gradient by the upstream gradient.")
{
    public override ExampleResult Run(ExampleRun run)
    {
        Node x = new(-2, "x"), y = new(5, "y"), z = new(-4, "z");
        var q = (x + y).Named("q");
        var f = (q * z).Named("f");
        f.Backward();

        const string slide = "slide: Backpropagation: a simple example";
        return new(Title)
        {
            Figures =
            [
                Figure.Of("q", q.Value, expected: 3, source: slide),
                Figure.Of("f", f.Value, expected: (-2 + 5) * -4, source: "mathematics; on the slide it stood in a picture"),
                Figure.Of("df/dz", z.Gradient, expected: 3, source: slide),
                Figure.Of("df/dq", q.Gradient, expected: -4, source: slide),
                Figure.Of("df/dx", x.Gradient, expected: -4, source: slide),
                Figure.Of("df/dy", y.Gradient, expected: -4, source: slide),
                Figure.Of(
                    "df/dx, df/dy, df/dz", new[] { x.Gradient, y.Gradient, z.Gradient },
                    expected: Graphs.Autograd(t => (t[0] + t[1]) * t[2], -2, 5, -4), source: "TorchSharp's autograd"),
            ],
            Tables = [Graphs.EdgeTable(f)],
            Pictures = [new("graph", Graphs.Diagram("f = (x + y) z", f))],
        };
    }
}
