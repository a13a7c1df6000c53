using CourseLabs.Backprop.Scalars;
using CourseLabs.Examples;
using CourseLabs.Plots;

namespace CourseLabs.Labs;

// "Factoring paths" and "Computational Victories" (COURSE E5). The sum over the paths, one by one, is Paths.cs.
public sealed class PathsExample() : Example(
    "E5", "factoring-paths", "02-computational-graphs", "Factoring paths, and the work of the two modes",
    "Three edges lead from X to Y and three from Y to Z: dZ/dX is a sum over nine paths, which factors into (a + b + g)(d + e + z). " +
    "Either mode factors it by passing each edge once. But forward mode takes a pass an input, reverse mode one for all: the " +
    "multiplications by a local gradient are counted for a neuron with more and more inputs.")
{
    public override ExampleResult Run(ExampleRun run)
    {
        double[] first = [2, 3, 5], second = [7, 11, 13]; // alpha, beta, gamma and delta, epsilon, zeta
        var x = new Node(1, "X");
        var y = Fan(x, first).Named("Y");
        var z = Fan(y, second).Named("Z");
        var paths = Paths.Between(x, z);
        var reverseWork = Work.Of(z.Backward);

        (int Inputs, long Forward, long Reverse)[] work = [.. Enumerable.Range(0, run.Quick ? 6 : 10).Select(i => Count(1 << i))];
        (var n, var forwardOfMost, var reverseOfMost) = work[^1];
        (int Stages, double Paths, long Edges)[] stages = [.. Enumerable.Range(1, 12).Select(Stages)];

        const string factored = "slide: (a + b + g)(d + e + z), here with (2 + 3 + 5)(7 + 11 + 13)";
        return new(Title)
        {
            Figures =
            [
                Figure.Of("paths from X to Z", paths.Length, expected: 9, source: "slide: nine terms"),
                Figure.Of("dZ/dX path by path", paths.Sum(Paths.Product), expected: (2 + 3 + 5) * (7 + 11 + 13), source: factored),
                Figure.Of("dZ/dX by reverse mode", x.Gradient, expected: (2 + 3 + 5) * (7 + 11 + 13), source: factored),
                Figure.Of(
                    "dZ/dX by forward mode", Fan(Fan(new Dual(1, 1), first), second).Derivative,
                    expected: (2 + 3 + 5) * (7 + 11 + 13), source: factored),
                Figure.Of(
                    "multiplications of one pass", reverseWork, expected: 2 * (3 + 2 * 2),
                    source: "mathematics: each of two stages has three gates * with an edge each and two gates + with two"),
                Figure.Of(
                    $"multiplications at {n} inputs, forward and reverse", new double[] { forwardOfMost, reverseOfMost },
                    expected: new double[] { n * (3L * n - 1), 3 * n - 1 },
                    source: "mathematics: a pass has n edges into *, 2 (n - 1) into +, 1 into the sigmoid; forward mode takes n passes"),
                Figure.Of(
                    $"forward work / reverse work at {n} inputs", (double)forwardOfMost / reverseOfMost,
                    expected: n, source: "mathematics: a pass an input against one pass, as the slide says of a million inputs"),
            ],
            Tables =
            [
                Table.Of(
                    "work", "Multiplications by a local gradient for the gradient of a neuron", work,
                    ("inputs", w => w.Inputs),
                    ("forward mode", w => w.Forward),
                    ("reverse mode", w => w.Reverse),
                    ("ratio", w => (double)w.Forward / w.Reverse)),
                Table.Of(
                    "paths", "Three edges a stage: paths grow exponentially, edges do not", stages,
                    ("stages", s => s.Stages), ("paths", s => s.Paths), ("multiplications of reverse mode", s => s.Edges)),
            ],
            Pictures =
            [
                new("graph", Graphs.Diagram("Nine paths from X to Z", z)),
                new("work-by-inputs", new Plot("Work for the gradient of a neuron", "inputs", "multiplications", logX: true, logY: true)
                    .Line("forward mode", work.Select(w => w.Inputs), work.Select(w => w.Forward))
                    .Line("reverse mode", work.Select(w => w.Inputs), work.Select(w => w.Reverse))),
                new("paths-by-stages", new Plot("Paths and edges", "stages", "number", logY: true)
                    .Line("paths", stages.Select(s => s.Stages), stages.Select(s => s.Paths))
                    .Line("multiplications of reverse mode", stages.Select(s => s.Stages), stages.Select(s => s.Edges))),
            ],
        };
    }

    // Parallel edges, one for each derivative, added up.
    private static T Fan<T>(T x, double[] derivatives)
        where T : IScalar<T> => derivatives.Select(d => d * x).Aggregate((p, q) => p + q);

    private static T Neuron<T>(IEnumerable<T> xs)
        where T : IScalar<T> => xs.Select((x, i) => x * (1.0 / (i + 1))).Aggregate((p, q) => p + q).Sigmoid();

    // sigmoid(w1 x1 + ... + wn xn): its gradient by all inputs, in both modes.
    private static (int Inputs, long Forward, long Reverse) Count(int inputs)
    {
        var f = Neuron(Enumerable.Range(0, inputs).Select(i => new Node(i)));
        var forward = Work.Of(() =>
        {
            for (var moving = 0; moving < inputs; moving++)
                Neuron(Enumerable.Range(0, inputs).Select(i => new Dual(i, i == moving ? 1 : 0)));
        });
        return (inputs, forward, Work.Of(f.Backward));
    }

    // With derivatives of 1 on every edge, the derivative is the number of paths.
    private static (int Stages, double Paths, long Edges) Stages(int stages)
    {
        Node x = new(1), z = x;
        for (var i = 0; i < stages; i++)
            z = Fan(z, [1, 1, 1]);
        var edges = Work.Of(z.Backward);
        return (stages, x.Gradient, edges);
    }
}
