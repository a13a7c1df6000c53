using CourseLabs.Backprop.Scalars;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;

namespace CourseLabs.Labs;

/// <summary>COURSE A5 (also in deck B): the chain rule in f(x, y, z) = (x + y) z.</summary>
public sealed class ChainRuleExample : OldExample
{
    private const string Slide = "slide: Backpropagation: a simple example";

    /// <inheritdoc/>
    public override string Id => "A5";

    /// <inheritdoc/>
    public override string Name => "chain-rule";

    /// <inheritdoc/>
    public override string Lab => "02-computational-graphs";

    /// <inheritdoc/>
    public override string Title => "Chain rule in f = (x + y) z";

    /// <inheritdoc/>
    public override string Description =>
        "The slides' first computational graph, at x = -2, y = 5, z = -4: forward from left to right for q and f, then back from the " +
        "output, where each gate multiplies its local gradient by the upstream gradient.";

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        Node x = new(-2, "x"), y = new(5, "y"), z = new(-4, "z");
        Node q = (x + y).Named("q");
        Node f = (q * z).Named("f");
        f.Backward();

        return new(Title)
        {
            Figures =
            [
                new("q", 3, q.Value, 0, Slide),
                new("f", -12, f.Value, 0, "the slide's picture (not in the deck's text)"),
                new("df/dz", 3, z.Gradient, 0, Slide),
                new("df/dq", -4, q.Gradient, 0, Slide),
                new("df/dx", -4, x.Gradient, 0, Slide),
                new("df/dy", -4, y.Gradient, 0, Slide),
                new("df/dx, df/dy, df/dz", Graphs.Autograd(t => (t[0] + t[1]) * t[2], x.Value, y.Value, z.Value),
                    new[] { x.Gradient, y.Gradient, z.Gradient }, 0, "TorchSharp's autograd"),
            ],
            Tables = [Graphs.Edges(f)],
            Pictures = [new("graph", Graphs.Diagram("f = (x + y) z", f))],
        };
    }
}
