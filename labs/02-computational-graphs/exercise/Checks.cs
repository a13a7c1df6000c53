using CourseLabs.Exercises;
using CourseLabs.Matrices;
using CourseLabs.Torch;
using static TorchSharp.torch;

namespace CourseLabs.Checks;

/// <summary>Lab 02's tasks. What is right comes from autograd, or from how the graph was made.</summary>
public sealed class Lab02() : Exercise("02-computational-graphs")
{
    public override IReadOnlyList<Check> Checks { get; } =
    [
        new Check<(double X, double Y, double Z), (double, double, double)>("2.1", points: 1, member: "ChainRule")
        {
            Draw = random => (random.AwayFromZero(1, 3), random.AwayFromZero(4, 6), random.AwayFromZero(7, 9)),
            Right = x => Autograd(p => (p[0] + p[1]) * p[2], x.X, x.Y, x.Z) is var g ? (g[0], g[1], g[2]) : default,
            Mistakes =
            {
                ["add-takes-the-values"] = x => (x.X * x.Z, x.Y * x.Z, x.X + x.Y),
                ["mul-not-switched"] = x => (x.X + x.Y, x.X + x.Y, x.Z),
                ["upstream-missing"] = x => (1, 1, x.X + x.Y),
                ["f-itself"] = x => ((x.X + x.Y) * x.Z, (x.X + x.Y) * x.Z, (x.X + x.Y) * x.Z),
            },
        },
        new Check<(double W0, double X0, double W1, double X1, double W2), (double, double, double, double, double)>(
            "2.2", points: 2, member: "SigmoidNeuron")
        {
            Draw = random => (random.AwayFromZero(0.3, 1), random.AwayFromZero(1.2, 1.6), random.AwayFromZero(0.3, 1), random.AwayFromZero(1.2, 1.6),
                random.AwayFromZero(0.2, 0.8)),
            Right = x => Autograd(p => sigmoid((p[0] * p[1]) + (p[2] * p[3]) + p[4]), x.W0, x.X0, x.W1, x.X1, x.W2) is var g
                ? (g[0], g[1], g[2], g[3], g[4]) : default,
            Mistakes =
            {
                ["mul-not-switched"] = x => Neuron(x) is var f && f * (1 - f) is var u ? (x.W0 * u, x.X0 * u, x.W1 * u, x.X1 * u, u) : default,
                ["times-minus-one-missing"] = x => Neuron(x) is var f && -f * (1 - f) is var u ? (x.X0 * u, x.W0 * u, x.X1 * u, x.W1 * u, u) : default,
                ["f-for-its-derivative"] = x => Neuron(x) is var u ? (x.X0 * u, x.W0 * u, x.X1 * u, x.W1 * u, u) : default,
                ["one-minus-missing"] = x => Neuron(x) is var f && f * f is var u ? (x.X0 * u, x.W0 * u, x.X1 * u, x.W1 * u, u) : default,
                ["sigmoid-twice"] = x => Sigmoid(Neuron(x)) is var s && s * (1 - s) is var u ? (x.X0 * u, x.W0 * u, x.X1 * u, x.W1 * u, u) : default,
                ["bias-is-one"] = x => Neuron(x) is var f && f * (1 - f) is var u ? (x.X0 * u, x.W0 * u, x.X1 * u, x.W1 * u, 1) : default,
            },
        },
        new Check<(double X, double Y), (double, double)>("2.3", points: 2, member: "Branching")
        {
            Draw = random => (random.AwayFromZero(1, 2), random.AwayFromZero(3, 5)),
            Right = x => Autograd(p => (p[0] + p[1]) * (p[0] * p[1]), x.X, x.Y) is var g ? (g[0], g[1]) : default,
            Mistakes =
            {
                ["through-the-sum-alone"] = x => (x.X * x.Y, x.X * x.Y),
                ["through-the-product-alone"] = x => ((x.X + x.Y) * x.Y, (x.X + x.Y) * x.X),
                ["multiplied"] = x => (x.X * x.Y * (x.X + x.Y) * x.Y, x.X * x.Y * (x.X + x.Y) * x.X),
                ["mul-not-switched"] = x => (x.X + x.Y + (x.X * x.Y * x.Y), x.X + x.Y + (x.X * x.Y * x.X)),
                ["averaged"] = x => (((x.X * x.Y) + ((x.X + x.Y) * x.Y)) / 2, ((x.X * x.Y) + ((x.X + x.Y) * x.X)) / 2),
            },
        },
        new Check<(double X, double Y, double Z), (double, double, double)>("2.4", points: 2, member: "MaxGate")
        {
            Cases = 2, // x is the larger one; y is
            Draw = random => random.Number(1, 2) is var small && random.Number(3, 4) is var large
                ? (random.Case == 0 ? large : small, random.Case == 0 ? small : large, random.AwayFromZero(5, 6))
                : default,
            Right = x => Autograd(p => maximum(p[0], p[1]) * p[2], x.X, x.Y, x.Z) is var g ? (g[0], g[1], g[2]) : default,
            Mistakes =
            {
                ["both"] = x => (x.Z, x.Z, Math.Max(x.X, x.Y)),
                ["the-smaller"] = x => x.X < x.Y ? (x.Z, 0, Math.Max(x.X, x.Y)) : (0, x.Z, Math.Max(x.X, x.Y)),
                ["always-x"] = x => (x.Z, 0, Math.Max(x.X, x.Y)),
                ["upstream-missing"] = x => x.X > x.Y ? (1, 0, x.X) : (0, 1, x.Y),
                ["half-each"] = x => (x.Z / 2, x.Z / 2, Math.Max(x.X, x.Y)),
            },
        },
        new Check<(double A, double B), (double, double, double)>("2.5", points: 2, member: "ForwardMode")
        {
            Draw = random => (random.AwayFromZero(1, 2), random.AwayFromZero(3, 5)),
            Right = x => (Autograd(p => p[0] + p[1], x.A, x.B)[1], Autograd(p => (0 * p[0]) + p[1] + 1, x.A, x.B)[1],
                Autograd(p => (p[0] + p[1]) * (p[1] + 1), x.A, x.B)[1]),
            Mistakes =
            {
                ["one-path"] = x => (1, 1, x.B + 1),
                ["other-path"] = x => (1, 1, x.A + x.B),
                ["by-a"] = x => (1, 0, x.B + 1),
                ["sum-of-derivatives"] = x => (1, 1, 2),
                ["values"] = x => (x.A + x.B, x.B + 1, (x.A + x.B) * (x.B + 1)),
            },
        },
        new Check<(double A, double B), (double, double, double, double)>("2.6", points: 2, member: "ReverseMode")
        {
            Draw = random => (random.AwayFromZero(1, 2), random.AwayFromZero(3, 5)),
            Right = x =>
            {
                var by = Autograd(p => p[0] * p[1], x.A + x.B, x.B + 1);
                var g = Autograd(p => (p[0] + p[1]) * (p[1] + 1), x.A, x.B);
                return (by[0], by[1], g[0], g[1]);
            },
            Mistakes =
            {
                ["mul-not-switched"] = x => (x.A + x.B, x.B + 1, x.A + x.B, x.A + x.B + x.B + 1),
                ["b-through-c-alone"] = x => (x.B + 1, x.A + x.B, x.B + 1, x.B + 1),
                ["b-through-d-alone"] = x => (x.B + 1, x.A + x.B, x.B + 1, x.A + x.B),
                ["a-as-b"] = x => (x.B + 1, x.A + x.B, x.A + x.B + x.B + 1, x.A + x.B + x.B + 1),
                ["paths-multiplied"] = x => (x.B + 1, x.A + x.B, x.B + 1, (x.B + 1) * (x.A + x.B)),
            },
        },
        new Check<((double Value, double Derivative) U, (double Value, double Derivative) V), (double, double)>("2.7", points: 1, member: "DualProduct")
        {
            Draw = random => ((random.AwayFromZero(1, 2), random.AwayFromZero(2, 3)), (random.AwayFromZero(3, 4), random.AwayFromZero(4, 5))),
            Right = x => (x.U.Value * x.V.Value, AlongT(x, (u, v) => u * v)),
            Mistakes =
            {
                ["product-of-derivatives"] = x => (x.U.Value * x.V.Value, x.U.Derivative * x.V.Derivative),
                ["first-alone"] = x => (x.U.Value * x.V.Value, x.U.Derivative * x.V.Value),
                ["second-alone"] = x => (x.U.Value * x.V.Value, x.U.Value * x.V.Derivative),
                ["minus"] = x => (x.U.Value * x.V.Value, (x.U.Derivative * x.V.Value) - (x.U.Value * x.V.Derivative)),
                ["not-crossed"] = x => (x.U.Value * x.V.Value, (x.U.Derivative * x.U.Value) + (x.V.Derivative * x.V.Value)),
            },
        },
        new Check<((double Value, double Derivative) U, (double Value, double Derivative) V), (double, double)>("2.8", points: 2, member: "DualQuotient")
        {
            Draw = random => ((random.AwayFromZero(1, 2), random.AwayFromZero(2, 3)), (random.AwayFromZero(3, 4), random.AwayFromZero(4, 5))),
            Right = x => (x.U.Value / x.V.Value, AlongT(x, (u, v) => u / v)),
            Mistakes =
            {
                ["plus"] = x => (x.U.Value / x.V.Value, ((x.U.Derivative * x.V.Value) + (x.U.Value * x.V.Derivative)) / (x.V.Value * x.V.Value)),
                ["order"] = x => (x.U.Value / x.V.Value, ((x.U.Value * x.V.Derivative) - (x.U.Derivative * x.V.Value)) / (x.V.Value * x.V.Value)),
                ["square-missing"] = x => (x.U.Value / x.V.Value, ((x.U.Derivative * x.V.Value) - (x.U.Value * x.V.Derivative)) / x.V.Value),
                ["quotient-of-derivatives"] = x => (x.U.Value / x.V.Value, x.U.Derivative / x.V.Derivative),
            },
        },
        new Check<int[][], int[]>("2.9", points: 3, member: "TopologicalOrder")
        {
            Draw = Graph,
            // As the task says it: again and again the smallest number whose inputs are all there.
            Right = inputs => Order(inputs, ready => ready.Min()),
            Mistakes =
            {
                ["by-number"] = inputs => [.. Enumerable.Range(0, inputs.Length)],
                ["reversed"] = inputs => [.. Order(inputs, ready => ready.Min()).Reverse()],
                ["largest-first"] = inputs => Order(inputs, ready => ready.Max()),
                ["level-by-level"] = inputs => [.. Enumerable.Range(0, inputs.Length).OrderBy(n => Level(inputs, n)).ThenBy(n => n)],
                ["by-number-of-inputs"] = inputs => [.. Enumerable.Range(0, inputs.Length).OrderBy(n => inputs[n].Length).ThenBy(n => n)],
            },
        },
        new Check<double[][], double>("2.10", points: 1, member: "SumOverPaths")
        {
            Draw = random => [random.Numbers(3, 0.5, 2), random.Numbers(3, 0.5, 2), random.Numbers(2, 0.5, 2)],
            // Every path, one by one.
            Right = stages => (from a in stages[0] from b in stages[1] from c in stages[2] select a * b * c).Sum(),
            Mistakes =
            {
                ["sums-added"] = stages => stages.Sum(s => s.Sum()),
                ["all-multiplied"] = stages => stages.SelectMany(s => s).Aggregate(1.0, (p, e) => p * e),
                ["side-by-side"] = stages => Enumerable.Range(0, 2).Sum(i => stages[0][i] * stages[1][i] * stages[2][i]),
                ["averages"] = stages => stages.Aggregate(1.0, (p, s) => p * s.Average()),
                ["last-stage-missing"] = stages => stages[..^1].Aggregate(1.0, (p, s) => p * s.Sum()),
            },
        },
        new Check<(Tensor X, Tensor Y, double A), Tensor>("2.11", points: 2, member: "PartialByX")
        {
            Draw = random => (random.Tensor([5], 1, 2, ScalarType.Float64), random.Tensor([5], 3, 4, ScalarType.Float64), random.Number(1, 2)),
            // Mathematics: 2x + y (the slide).
            Right = x => (2 * x.X) + x.Y,
            Mistakes =
            {
                ["by-y"] = x => x.X.clone(),
                ["y-held-out"] = x => 2 * x.X,
                ["value"] = x => x.X.pow(2) + (x.X * x.Y) + x.A,
                ["mean"] = x => ((2 * x.X) + x.Y) / 5,
                ["a-not-constant"] = x => (2 * x.X) + x.Y + x.A,
            },
        },
        new Check<(Tensor W, Tensor X), Tensor>("2.12", points: 3, member: "Jacobian")
        {
            Draw = random => (random.Tensor([3, 4], -1, 1, ScalarType.Float64), random.Tensor([4], 0.5, 1, ScalarType.Float64)),
            // Mathematics: ds_i/dx_j = s_i (1 - s_i) w_ij.
            Right = x => sigmoid(x.W.mv(x.X)) is var s ? (s * (1 - s)).unsqueeze(1) * x.W : x.W,
            Mistakes =
            {
                ["transposed"] = x => sigmoid(x.W.mv(x.X)) is var s ? ((s * (1 - s)).unsqueeze(1) * x.W).t() : x.W,
                ["sigmoid-missing"] = x => x.W.clone(),
                ["sum-of-all-rows"] = x => sigmoid(x.W.mv(x.X)) is var s ? ((s * (1 - s)).unsqueeze(1) * x.W).sum(dim: 0, keepdim: true).expand(3, 4) : x.W,
                ["not-cleared"] = x => sigmoid(x.W.mv(x.X)) is var s ? ((s * (1 - s)).unsqueeze(1) * x.W).cumsum(0) : x.W,
                ["one-minus-missing"] = x => sigmoid(x.W.mv(x.X)).unsqueeze(1) * x.W,
            },
        },
    ];

    private static double[] Autograd(Func<Tensor[], Tensor> function, params double[] at) =>
        [.. MatrixTensors.Autograd(p => function(p).sum(), [.. at.Select(v => Matrix.FromRow(v))]).Gradients.Select(g => g[0, 0])];

    // u(t) = u + u' t, v(t) = v + v' t: the derivative by t at 0.
    private static double AlongT(((double Value, double Derivative) U, (double Value, double Derivative) V) x, Func<Tensor, Tensor, Tensor> f) =>
        Autograd(t => f(x.U.Value + (x.U.Derivative * t[0]), x.V.Value + (x.V.Derivative * t[0])), 0)[0];

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

    private static double Neuron((double W0, double X0, double W1, double X1, double W2) x) => Sigmoid((x.W0 * x.X0) + (x.W1 * x.X1) + x.W2);

    // Seven nodes in a hidden order, numbered at random; a chain is in it, so that neither the numbers nor the levels are an order.
    private static int[][] Graph(Draw random)
    {
        while (true)
        {
            var number = random.Shuffled(7);
            var inputs = new int[7][];
            for (var i = 0; i < 7; i++)
                inputs[number[i]] = i < 2 ? [] : [.. random.Shuffled(i)[..random.Whole(1, Math.Min(2, i))].Select(n => number[n])];
            int[][] orders =
            [
                [.. Enumerable.Range(0, 7)], Order(inputs, r => r.Min()), Order(inputs, r => r.Max()),
                [.. Enumerable.Range(0, 7).OrderBy(n => Level(inputs, n)).ThenBy(n => n)],
                [.. Enumerable.Range(0, 7).OrderBy(n => inputs[n].Length).ThenBy(n => n)],
            ];
            // Only a graph that tells the mistakes apart.
            if (orders.Select(o => string.Join(' ', o)).Distinct().Count() == orders.Length)
                return inputs;
        }
    }

    private static int Level(int[][] inputs, int node) => inputs[node].Length == 0 ? 0 : 1 + inputs[node].Max(n => Level(inputs, n));

    private static int[] Order(int[][] inputs, Func<IEnumerable<int>, int> choose)
    {
        var order = new List<int>();
        while (order.Count < inputs.Length)
            order.Add(choose(Enumerable.Range(0, inputs.Length).Where(n => !order.Contains(n) && inputs[n].All(order.Contains))));
        return [.. order];
    }
}
