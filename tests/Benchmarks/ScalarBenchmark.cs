using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using CourseLabs.Backprop.Scalars;

namespace CourseLabs.Benchmarks;

/// <summary>
/// The scalar engine beside micrograd in CPython: the squared outputs of a network of 2-16-16-1 neurons at some points, built from + * and
/// relu alone, so that both make the same nodes, and one backward pass.
/// </summary>
internal static partial class ScalarBenchmark
{
    private const string Micrograd = "a clone of github.com/karpathy/micrograd, named in PYTHONPATH";

    private static readonly int[] Sizes = [2, 16, 16, 1];

    private static readonly (Node[] Weights, Node Bias)[][] Layers =
    [
        .. Enumerable.Range(0, Sizes.Length - 1).Select(k => Enumerable.Range(0, Sizes[k + 1]).Select(o =>
            (Enumerable.Range(0, Sizes[k]).Select(i => new Node(((7 * i + 3 * k + o) % 11 - 5) / 7.0)).ToArray(), new Node(0.1))).ToArray()),
    ];

    /// <summary>Runs both in turn, each in a process of its own, for a small and a larger graph.</summary>
    public static int Compare(int runs)
    {
        foreach (var (points, repetitions, theirRepetitions) in new[] { (1, 20_000, 200), (30, 500, 5) })
        {
            var own = default((double Loss, double Gradient, double Microseconds));
            new Race(
                $"A graph of {Graph.Of(Loss(points)).Nodes.Count:N0} numbers, built and gone back through", "microseconds",
                new("C#", () => (own = Parse(Command.RunSelf("scalars-loop", $"{points}", $"{repetitions}"))).Microseconds),
                new("micrograd", () => Same(Parse(Peer.PythonPrints("scalars.py", $"{points}", $"{theirRepetitions}"))), Micrograd))
                .Run(runs)
                .Ratio("C#", "micrograd", "at most 0.02");

            double Same((double Loss, double Gradient, double Microseconds) theirs) =>
                Near(own.Loss, theirs.Loss) && Near(own.Gradient, theirs.Gradient)
                    ? theirs.Microseconds
                    : throw new InvalidDataException($"The results differ, so the times say nothing: {own}, {theirs}.");
        }
        return 0;
    }

    /// <summary>Times our own, after a warm-up of as many repetitions as are timed.</summary>
    public static int TimeOwnLoop(int points, int repetitions)
    {
        var times = new double[repetitions];
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < repetitions; i++)
            {
                var start = Stopwatch.GetTimestamp();
                Loss(points).Backward();
                times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            }
        }
        Array.Sort(times);
        var loss = Loss(points);
        loss.Backward();
        var gradient = Layers.Sum(layer => layer.Sum(neuron => neuron.Weights.Sum(w => w.Gradient)));
        Console.WriteLine(FormattableString.Invariant($"loss {loss.Value:R} gradient {gradient:R} median {times[repetitions / 2]:F2} microseconds"));
        return 0;
    }

    private static Node Loss(int points)
    {
        Node total = 0;
        for (var p = 0; p < points; p++)
        {
            var y = Network([new Node(p / 50.0 - 1), new Node(37 * p % 100 / 50.0 - 1)]);
            total += y * y;
        }
        return total;
    }

    private static Node Network(Node[] a)
    {
        for (var k = 0; k < Layers.Length; k++)
        {
            var following = new Node[Layers[k].Length];
            for (var o = 0; o < following.Length; o++)
            {
                var (weights, s) = Layers[k][o];
                for (var i = 0; i < weights.Length; i++)
                    s += weights[i] * a[i];
                following[o] = k < Layers.Length - 1 ? s.Relu() : s;
            }
            a = following;
        }
        return a[0];
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-12 * Math.Max(1, Math.Abs(b));

    private static (double Loss, double Gradient, double Microseconds) Parse(string output)
    {
        var numbers = Result().Match(output).Groups.Values.Skip(1).Select(g => double.Parse(g.Value, CultureInfo.InvariantCulture)).ToArray();
        return (numbers[0], numbers[1], numbers[2]);
    }

    [GeneratedRegex(@"loss (\S+) gradient (\S+) median (\S+) microseconds")]
    private static partial Regex Result();
}
