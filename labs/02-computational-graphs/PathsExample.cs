using CourseLabs.Backprop.Scalars;
using CourseLabs.Examples;
using CourseLabs.Labs.Old;
using CourseLabs.Plots;

namespace CourseLabs.Labs;

/// <summary>COURSE E5: sums over paths, factored; and how much work forward and reverse mode have as inputs grow.</summary>
public sealed class PathsExample : OldExample
{
    /// <inheritdoc/>
    public override string Id => "E5";

    /// <inheritdoc/>
    public override string Name => "factoring-paths";

    /// <inheritdoc/>
    public override string Lab => "02-computational-graphs";

    /// <inheritdoc/>
    public override string Title => "Factoring paths, and the work of the two modes";

    /// <inheritdoc/>
    public override string Description =>
        "Three edges lead from X to Y and three from Y to Z: dZ/dX is a sum over nine paths, which factors into (a + b + g)(d + e + z). " +
        "Either mode factors it by passing each edge once. But forward mode takes a pass an input, reverse mode one for all: the " +
        "multiplications by a local gradient are counted for a neuron with more and more inputs.";

    /// <inheritdoc/>
    public override ExampleResult Run(ExampleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        double[] first = [2, 3, 5], second = [7, 11, 13];
        var x = new Node(1, "X");
        Node y = Fan(x, first).Named("Y");
        Node z = Fan(y, second).Named("Z");
        long reverseWork = Work.Of(z.Backward);
        double[] paths = [.. from a in first from d in second select a * d];

        int[] inputs = [.. Enumerable.Range(0, context.Quick ? 6 : 10).Select(i => 1 << i)];
        (long Forward, long Reverse)[] work = [.. inputs.Select(Count)];
        double[] ratios = [.. work.Select(w => (double)w.Forward / w.Reverse)];
        (int Stages, double Paths, long Edges)[] stages = [.. Enumerable.Range(1, 12).Select(Stages)];

        var workByInputs = new Plot("Work for the gradient of a neuron", "inputs", "multiplications", logX: true, logY: true);
        return new(Title)
        {
            Figures =
            [
                new("paths from X to Z", 9, paths.Length, 0, "slide: nine terms"),
                new("dZ/dX path by path", (2 + 3 + 5) * (7 + 11 + 13), paths.Sum(), 0, "slide: (a + b + g)(d + e + z)"),
                new("dZ/dX by reverse mode", paths.Sum(), x.Gradient, 0, "slide: the sum over nine paths"),
                new("dZ/dX by forward mode", paths.Sum(),
                    Fan(Fan(new Dual(1, 1), first), second).Derivative, 0, "slide: the sum over nine paths"),
                new("multiplications of one pass", Graph.Of(z).Edges.Count, reverseWork, 0, "slide: each node is touched exactly once"),
                new($"forward work / reverse work at {inputs[^1]} inputs", inputs[^1],
                    ratios[^1], 0, "slide: a pass an input against one pass"),
            ],
            Tables =
            [
                new("work", "Multiplications by a local gradient for the gradient of a neuron",
                    ["inputs", "forward mode", "reverse mode", "ratio"],
                    [.. inputs.Select((n, i) => NumberText.Row(n, work[i].Forward, work[i].Reverse, ratios[i]))]),
                new("paths", "Three edges a stage: paths grow exponentially, edges do not",
                    ["stages", "paths", "multiplications of reverse mode"],
                    [.. stages.Select(s => NumberText.Row(s.Stages, s.Paths, s.Edges))]),
            ],
            Pictures =
            [
                new("graph", Graphs.Diagram("Nine paths from X to Z", z)),
                new("work-by-inputs", workByInputs
                    .Line("forward mode", inputs, work.Select(w => w.Forward))
                    .Line("reverse mode", inputs, work.Select(w => w.Reverse))),
                new("paths-by-stages", new Plot("Paths and edges", "stages", "number", logY: true)
                    .Line("paths", stages.Select(s => s.Stages), stages.Select(s => s.Paths))
                    .Line("multiplications of reverse mode", stages.Select(s => s.Stages), stages.Select(s => s.Edges))),
            ],
        };
    }

    // Parallel edges, one for each derivative, added up.
    private static T Fan<T>(T x, double[] derivatives)
        where T : IScalar<T> => derivatives.Select(d => d * x).Aggregate((p, q) => p + q);

    // sigmoid(w1 x1 + ... + wn xn): its gradient by all inputs, in both modes.
    private static (long Forward, long Reverse) Count(int inputs)
    {
        static T Neuron<T>(IEnumerable<T> xs)
            where T : IScalar<T> => xs.Select((x, i) => x * (1.0 / (i + 1))).Aggregate((p, q) => p + q).Sigmoid();

        Node f = Neuron(Enumerable.Range(0, inputs).Select(i => new Node(i)));
        long forward = Work.Of(() =>
        {
            for (int chosen = 0; chosen < inputs; chosen++)
                Neuron(Enumerable.Range(0, inputs).Select(i => new Dual(i, i == chosen ? 1 : 0)));
        });
        return (forward, Work.Of(f.Backward));
    }

    // With derivatives of 1 on every edge, the derivative is the number of paths.
    private static (int Stages, double Paths, long Edges) Stages(int stages)
    {
        Node x = new(1), z = x;
        for (int i = 0; i < stages; i++)
            z = Fan(z, [1, 1, 1]);
        long edges = Work.Of(z.Backward);
        return (stages, x.Gradient, edges);
    }
}
