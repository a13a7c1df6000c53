using CourseLabs.Exercises;
using CourseLabs.Exercises.Values;
using CourseLabs.Matrices;
using CourseLabs.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace CourseLabs.Checks;

/// <summary>Lab 01's tasks. What is right comes from TorchSharp's functions, autograd or mathematics.</summary>
public sealed class Lab01() : Exercise("01-neurons")
{
    public override IReadOnlyList<Check> Checks { get; } =
    [
        new Check<double, (double, double, double)>("1.1", points: 2, member: "FirstActivations")
        {
            Cases = 5, // below 0; 0; above; far above, where e^x is infinite; far below, where e^-x is
            Draw = random => random.Case switch
            {
                0 => random.Number(-3, -0.3),
                1 => 0,
                2 => random.Number(0.3, 3),
                3 => random.Number(750, 900),
                _ => random.Number(-900, -750),
            },
            Right = x => tensor(x, ScalarType.Float64) is var t
                ? (t.gt(0).to(ScalarType.Float64).item<double>(), t.sigmoid().item<double>(), t.relu().item<double>()) : default,
            Mistakes =
            {
                ["step-at-zero"] = x => (x >= 0 ? 1 : 0, Sigmoid(x), Math.Max(0, x)),
                ["step-minus-one"] = x => (x > 0 ? 1 : -1, Sigmoid(x), Math.Max(0, x)),
                ["sigmoid-sign"] = x => (x > 0 ? 1 : 0, Sigmoid(-x), Math.Max(0, x)),
                ["sigmoid-overflow"] = x => (x > 0 ? 1 : 0, Math.Exp(x) / (1 + Math.Exp(x)), Math.Max(0, x)),
                ["sigmoid-no-brackets"] = x => (x > 0 ? 1 : 0, 1 + Math.Exp(-x), Math.Max(0, x)),
                ["relu-absolute"] = x => (x > 0 ? 1 : 0, Sigmoid(x), Math.Abs(x)),
                ["relu-smaller"] = x => (x > 0 ? 1 : 0, Sigmoid(x), Math.Min(0, x)),
                ["relu-step"] = x => (x > 0 ? 1 : 0, Sigmoid(x), x > 0 ? 1 : 0),
            },
        },
        new Check<double[], double[]>("1.2", points: 2, member: "Softmax")
        {
            Cases = 4, // small numbers; large ones; far below 0; far apart
            Draw = random => random.Case switch
            {
                0 => random.Numbers(5, -2, 2),
                1 => random.Numbers(3, 990, 1010),
                2 => random.Numbers(4, -1005, -1000),
                _ => [random.Number(-1000, -900), random.Number(900, 1000), random.Number(-1, 1)],
            },
            Right = x => nn.functional.softmax(tensor(x, ScalarType.Float64), 0).data<double>().ToArray(),
            Mistakes =
            {
                ["overflow"] = x => Shares(x, Math.Exp),
                ["max-from-zero"] = x => Shares(x, v => Math.Exp(v - Math.Max(0, x.Max()))),
                ["smallest-subtracted"] = x => Shares(x, v => Math.Exp(v - x.Min())),
                ["not-divided"] = x => [.. x.Select(v => Math.Exp(v - x.Max()))],
                ["no-exp"] = x => Shares(x, v => v),
                ["times-c"] = x => Shares(x, v => Math.Exp(v * x.Max())),
                ["by-the-count"] = x => [.. x.Select(v => Math.Exp(v - x.Max()) / x.Length)],
            },
        },
        new Check<(Matrix X, double[] W), int[]>("1.3", points: 1, member: "PerceptronOutputs")
        {
            // Whole numbers, and a bias that makes s exactly 0 for one row, in whatever order it is added up.
            Draw = random =>
            {
                (var x, var w) = (Whole(random, 20, 3), Nonzero(random, 3));
                return (x, [-Sums(x, [0, .. w]).Where(s => Math.Abs(s) > 2).MinBy(Math.Abs), .. w]);
            },
            Right = x =>
            {
                var ones = cat([torch.ones(x.X.Rows, 1, ScalarType.Float64), x.X.ToTensor()], 1);
                var s = ones.mv(tensor(x.W, ScalarType.Float64));
                return [.. s.ge(0).data<bool>().ToArray().Select(fires => fires ? 1 : -1)];
            },
            Mistakes =
            {
                ["bias-missing"] = x => Outputs(x.X, [0, .. x.W[1..]]),
                ["strict"] = x => [.. Sums(x.X, x.W).Select(s => s > 0 ? 1 : -1)],
                ["zero-for-minus-one"] = x => [.. Sums(x.X, x.W).Select(s => s >= 0 ? 1 : 0)],
                ["bias-last"] = x => Outputs(x.X, [x.W[^1], .. x.W[..^1]]),
                ["threshold"] = x => Outputs(x.X, [-x.W[0], .. x.W[1..]]),
            },
        },
        new Check<Matrix, (int[], int[])>("1.4", points: 1, member: "AndOr")
        {
            Draw = Corners,
            // Of 0 and 1, AND is the smaller and OR the larger.
            Right = x => (Gate(x, (a, b) => Math.Min(a, b) == 1), Gate(x, (a, b) => Math.Max(a, b) == 1)),
            Mistakes =
            {
                ["and-is-or"] = x => (Gate(x, (a, b) => a + b >= 1), Gate(x, (a, b) => a + b >= 1)),
                ["or-is-and"] = x => (Gate(x, (a, b) => a + b >= 2), Gate(x, (a, b) => a + b >= 2)),
                ["swapped"] = x => (Gate(x, (a, b) => a + b >= 1), Gate(x, (a, b) => a + b >= 2)),
                ["and-never"] = x => (Gate(x, (_, _) => false), Gate(x, (a, b) => a + b >= 1)),
                ["or-always"] = x => (Gate(x, (a, b) => a + b >= 2), Gate(x, (_, _) => true)),
                ["signs"] = x => (Gate(x, (a, b) => a + b < 2), Gate(x, (a, b) => a + b < 1)),
            },
        },
        new Check<Matrix, int[]>("1.5", points: 2, member: "Xor")
        {
            Draw = Corners,
            Right = x => Gate(x, (a, b) => (a + b) % 2 == 1),
            Mistakes =
            {
                ["or"] = x => Gate(x, (a, b) => a + b >= 1),
                ["and"] = x => Gate(x, (a, b) => a + b >= 2),
                ["not-and"] = x => Gate(x, (a, b) => a + b < 2),
                ["opposite"] = x => Gate(x, (a, b) => a == b),
                ["always"] = x => Gate(x, (_, _) => true),
                ["never"] = x => Gate(x, (_, _) => false),
            },
        },
        new Check<(double[] W, double[] X, int T, double Eta), double[]>("1.6", points: 2, member: "PerceptronStep")
        {
            Cases = 4, // wrong about 1; wrong about -1; right; s is exactly 0, so that y = 1 is wrong
            Draw = random =>
            {
                double[] x = Nonzero(random, 3), w = Nonzero(random, 3);
                var t = random.Case is 0 || (random.Case is 2 && random.Coin()) ? 1 : -1;
                double s = random.Case switch { 2 => t, 3 => 0, _ => -t };
                s *= random.Whole(2, 4);
                return ([s - w.Zip(x).Sum(p => p.First * p.Second), .. w], x, t, random.Number(0.1, 0.9));
            },
            // Mathematics: t - y is 2t where t and y differ, else 0.
            Right = x => Moved(x, (s, t) => s >= 0 == t > 0 ? 0 : 2 * t),
            Mistakes =
            {
                ["subtracted"] = x => Moved(x, (s, t) => Tau(s) - t),
                ["bias-left"] = x => [x.W[0], .. Moved(x, (s, t) => t - Tau(s))[1..]],
                ["not-thresholded"] = x => Moved(x, (s, t) => t - s),
                ["half"] = x => Moved(x, (s, t) => (t - Tau(s)) / 2.0),
                ["eta-missing"] = x => Moved((x.W, x.X, x.T, 1), (s, t) => t - Tau(s)),
                ["strict"] = x => Moved(x, (s, t) => t - (s > 0 ? 1 : -1)),
                ["always"] = x => Moved(x, (_, t) => t),
                ["step-only"] = x => [.. Moved(x, (s, t) => t - Tau(s)).Zip(x.W).Select(p => p.First - p.Second)],
            },
        },
        new Check<(Matrix X, int[] T, double Eta, int MaxEpochs), (double[], int)>("1.7", points: 4, member: "Train")
        {
            Cases = 4, // AND and OR, learned; XOR, which is not; three inputs, learned
            // Powers of 2 and whole numbers: no sum is rounded, so that s = 0 is exact.
            Draw = random =>
            {
                var eta = random.OneOf(0.125, 0.25, 0.5, 2);
                if (random.Case == 3)
                {
                    double[] hidden = [random.OneOf(-1, 1), .. Nonzero(random, 3)];
                    var rows = Whole(random, 8, 3);
                    return (rows, Outputs(rows, hidden), eta, 1000);
                }

                var order = random.Shuffled(4);
                var x = Matrix.FromRows([.. order.Select(i => new double[] { i % 2, i / 2 })]);
                return random.Case switch
                {
                    0 => (x, Gate(x, (a, b) => a + b >= 2), eta, 100),
                    1 => (x, Gate(x, (a, b) => a + b >= 1), eta, 100),
                    _ => (x, Gate(x, (a, b) => a != b), eta, random.Whole(5, 9)),
                };
            },
            // Mathematics: from 0, the weights are eta times whole numbers, which do not depend on it.
            Right = x =>
            {
                var v = new long[x.X.Columns + 1];
                for (var epoch = 1; ; epoch++)
                {
                    var clean = true;
                    for (var n = 0; n < x.T.Length; n++)
                    {
                        long[] ones = [1, .. x.X.Row(n).ToArray().Select(c => (long)c)];
                        if (v.Zip(ones).Sum(p => p.First * p.Second) >= 0 == x.T[n] > 0)
                            continue;
                        clean = false;
                        v = [.. v.Zip(ones).Select(p => p.First + (2 * x.T[n] * p.Second))];
                    }

                    if (clean || epoch == x.MaxEpochs)
                        return ([.. v.Select(c => x.Eta * c)], epoch);
                }
            },
            Mistakes =
            {
                ["batch"] = x => Loop(x, batch: true),
                ["strict"] = x => Loop(x, strict: true),
                ["bias-left"] = x => Loop(x, biasLeft: true),
                ["half"] = x => Loop((x.X, x.T, x.Eta / 2, x.MaxEpochs)),
                ["epochs-with-errors"] = x => Loop(x) is var (w, epochs) && epochs < x.MaxEpochs ? (w, epochs - 1) : Loop(x),
                ["one-epoch"] = x => Loop((x.X, x.T, x.Eta, 1)),
                ["never-stops-early"] = x => (Loop(x).W, x.MaxEpochs),
                ["first-error-ends-epoch"] = x => Loop(x, firstErrorEnds: true),
            },
        },
        new Check<(double X, double Alpha), (double, double)>("1.8", points: 2, member: "Elu")
        {
            Cases = 4, // below 0, above; far below, far above
            Draw = random => (random.Case switch
            {
                0 => random.Number(-2, -0.2),
                1 => random.Number(0.2, 2),
                2 => random.Number(-900, -30),
                _ => random.Number(30, 900),
            }, random.Number(0.3, 0.8)),
            Right = x => Autograd(t => nn.functional.elu(t, x.Alpha), x.X),
            Mistakes =
            {
                ["minus-one-missing"] = x => x.X > 0 ? (x.X, 1) : (x.Alpha * Math.Exp(x.X), x.Alpha * Math.Exp(x.X)),
                ["alpha-missing"] = x => x.X > 0 ? (x.X, 1) : (Math.Exp(x.X) - 1, Math.Exp(x.X)),
                ["alpha-inside"] = x => x.X > 0 ? (x.X, 1) : ((x.Alpha * Math.Exp(x.X)) - 1, x.Alpha * Math.Exp(x.X)),
                ["slope-is-f"] = x => x.X > 0 ? (x.X, 1) : (x.Alpha * (Math.Exp(x.X) - 1), x.Alpha * (Math.Exp(x.X) - 1)),
                ["slope-alpha-missing"] = x => x.X > 0 ? (x.X, 1) : (x.Alpha * (Math.Exp(x.X) - 1), Math.Exp(x.X)),
                ["slope-of-prelu"] = x => x.X > 0 ? (x.X, 1) : (x.Alpha * (Math.Exp(x.X) - 1), x.Alpha),
                ["slope-x"] = x => x.X > 0 ? (x.X, x.X) : (x.Alpha * (Math.Exp(x.X) - 1), x.Alpha * Math.Exp(x.X)),
            },
        },
        new Check<double, (double, double)>("1.9", points: 3, member: "Softplus")
        {
            Cases = 4, // near 0; where e^-x is small, but no rounding error; where e^x is infinite; where e^-x is
            Draw = random => random.Case switch
            {
                0 => random.AwayFromZero(0.2, 3),
                1 => random.Number(10, 14),
                2 => random.Number(750, 900),
                _ => random.Number(-900, -750),
            },
            // ln(1 + e^x) = max(x, 0) + ln(1 + e^-|x|); torch's own softplus rounds to x from 20 on.
            Right = x => Autograd(t => t.relu() + t.abs().neg().exp().log1p(), x),
            Mistakes =
            {
                ["overflow"] = x => (Math.Log(1 + Math.Exp(x)), Sigmoid(x)),
                ["overflow-slope"] = x => (SoftplusOf(x), Math.Exp(x) / (1 + Math.Exp(x))),
                ["overflow-both"] = x => (Math.Log(1 + Math.Exp(x)), Math.Exp(x) / (1 + Math.Exp(x))),
                ["log10"] = x => (SoftplusOf(x) / Math.Log(10), Sigmoid(x)),
                ["one-missing"] = x => (x, Sigmoid(x)),
                ["sign-inside"] = x => (SoftplusOf(-x), Sigmoid(x)),
                ["slope-of-sigmoid"] = x => (SoftplusOf(x), Sigmoid(x) * (1 - Sigmoid(x))),
                ["slope-sign"] = x => (SoftplusOf(x), Sigmoid(-x)),
            },
        },
        new Check<(Tensor Inputs, Tensor Weights, double Bias), Tensor>("1.10", points: 1, member: "FiringRates")
        {
            Draw = random => (random.Tensor([5, 3]), random.Tensor([3]), random.AwayFromZero(0.4, 1)),
            Right = x => nn.functional.linear(x.Inputs, x.Weights.reshape(1, 3), tensor(new[] { (float)x.Bias })).sigmoid().reshape(5),
            Mistakes =
            {
                ["bias-missing"] = x => sigmoid(x.Inputs.mv(x.Weights)),
                ["no-sigmoid"] = x => x.Inputs.mv(x.Weights) + x.Bias,
                ["bias-each"] = x => sigmoid(((x.Inputs * x.Weights) + x.Bias).sum(dim: 1)),
                ["bias-outside"] = x => sigmoid(x.Inputs.mv(x.Weights)) + x.Bias,
                ["wrong-axis"] = x => sigmoid((x.Inputs * x.Weights).sum(dim: 0) + x.Bias),
                ["sum-of-all"] = x => sigmoid((x.Inputs * x.Weights).sum() + x.Bias),
                ["mean"] = x => sigmoid((x.Inputs * x.Weights).mean([1]) + x.Bias),
                ["not-added"] = x => sigmoid((x.Inputs * x.Weights) + x.Bias),
            },
        },
        new Check<Tensor, Tensor>("1.11", points: 2, member: "SoftmaxRows")
        {
            Cases = 3, // small numbers; large ones; rows of very different sizes
            // As many rows as columns: a sum without keepdim is stretched over the wrong ones, and no exception tells.
            Draw = random => random.Tensor([4, 4], -2, 2) is var x && random.Case == 0 ? x
                : random.Case == 1 ? x + 1000
                : x + tensor(random.Shuffled(4).Select(i => 500f * (i - 1)).ToArray()).reshape(4, 1),
            Right = x => nn.functional.softmax(x.to(ScalarType.Float64), 1),
            Mistakes =
            {
                ["columns"] = x => x.softmax(0),
                ["all-together"] = x => x.flatten().softmax(0).reshape(x.shape),
                ["overflow"] = x => x.exp() / x.exp().sum(dim: 1, keepdim: true),
                ["one-largest"] = x => (x - x.max()).exp() is var e ? e / e.sum(dim: 1, keepdim: true) : x,
                ["keepdim-missing"] = x => (x - x.amax([1], keepdim: true)).exp() is var e ? e / e.sum(dim: 1) : x,
                ["not-divided"] = x => (x - x.amax([1], keepdim: true)).exp(),
                ["logarithm"] = x => x.log_softmax(1),
            },
        },
        new Check<(Tensor X, Tensor W1, Tensor B1, Tensor W2, Tensor B2), Tensor>("1.12", points: 1, member: "Maxout")
        {
            Draw = random => (random.Tensor([6, 3]), random.Tensor([3, 2]), random.Tensor([2]), random.Tensor([3, 2]), random.Tensor([2])),
            // max(p, q) = (p + q + |p - q|) / 2.
            Right = x => addmm(x.B1, x.X, x.W1, 1, 1) is var p && addmm(x.B2, x.X, x.W2, 1, 1) is var q ? (p + q + (p - q).abs()) / 2 : x.X,
            Mistakes =
            {
                ["smaller"] = x => minimum(x.X.mm(x.W1) + x.B1, x.X.mm(x.W2) + x.B2),
                ["added"] = x => x.X.mm(x.W1) + x.B1 + x.X.mm(x.W2) + x.B2,
                ["biases-missing"] = x => maximum(x.X.mm(x.W1), x.X.mm(x.W2)),
                ["biases-after"] = x => maximum(x.X.mm(x.W1), x.X.mm(x.W2)) + maximum(x.B1, x.B2),
                ["larger-weights"] = x => x.X.mm(maximum(x.W1, x.W2)) + maximum(x.B1, x.B2),
                ["relu"] = x => (x.X.mm(x.W1) + x.B1).relu(),
                ["one-a-row"] = x => maximum(x.X.mm(x.W1) + x.B1, x.X.mm(x.W2) + x.B2).amax([1]),
            },
        },
        new Check<(Tensor X, double Alpha), Tensor[]>("1.13", points: 3, member: "Slopes")
        {
            Draw = random => (tensor(
                new[] { random.Number(-3, -0.2), random.Number(0.2, 3), random.AwayFromZero(0.2, 3), random.AwayFromZero(0.2, 3) }),
                random.Number(0.2, 0.6)),
            Right = Derivatives,
            Mistakes =
            {
                ["not-cleared"] = x => Derivatives(x) is var d ? [.. d.Select((_, i) => d[..(i + 1)].Aggregate((a, b) => a + b))] : [],
                ["neither"] = x => Derivatives(x) is var d ? [.. d.Select(_ => d.Aggregate((a, b) => a + b))] : [],
                ["not-copied"] = x => Derivatives(x) is var d ? [.. d.Select(_ => d[^1])] : [],
                ["mean"] = x => [.. Derivatives(x).Select(d => d / x.X.numel())],
                ["functions"] = x =>
                [
                    x.X.tanh(), x.X.atan(), x.X.relu(), where(x.X.gt(0), x.X, x.Alpha * x.X),
                    where(x.X.gt(0), x.X, x.Alpha * x.X.expm1()), x.X.exp().log1p(),
                ],
            },
        },
        new Check<(Tensor[] Weights, Tensor[] Biases), (Tensor, Tensor)>("1.14", points: 3, member: "Collapse")
        {
            Cases = 3, // two layers, four, one
            Draw = random => random.Case switch { 0 => 2, 1 => 4, _ => 1 } is var layers
                ? (Many(layers, () => Float64(random, 3, 3)), Many(layers, () => Float64(random, 3)))
                : default,
            // Mathematics: of an affine map, b is what it makes of 0, and W's columns are what it makes of the unit vectors, less b.
            Right = x =>
            {
                Tensor Network(Tensor columns) => x.Weights.Zip(x.Biases)
                    .Aggregate(columns, (input, layer) => layer.First.mm(input) + layer.Second.reshape(3, 1));
                var atZero = Network(torch.zeros(3, 1, ScalarType.Float64));
                return (Network(torch.eye(3, dtype: ScalarType.Float64)) - atZero, atZero.reshape(3));
            },
            Mistakes =
            {
                ["order-reversed"] = x => Folded(x, (w, next) => w.mm(next), (b, next, bias) => next.mv(b) + bias),
                ["biases-added"] = x => Folded(x, (w, next) => next.mm(w), (b, _, bias) => b + bias),
                ["last-bias"] = x => Folded(x, (w, next) => next.mm(w), (_, _, bias) => bias),
                ["bias-missing"] = x => Folded(x, (w, next) => next.mm(w), (b, next, _) => next.mv(b)),
                ["entry-by-entry"] = x => Folded(x, (w, next) => next * w, (b, next, bias) => next.mv(b) + bias),
                ["weights-added"] = x => Folded(x, (w, next) => next + w, (b, next, bias) => next.mv(b) + bias),
            },
        },
        new Check<(int Inputs, int Hidden, int Outputs, Tensor X), Model>("1.15", points: 2, member: "NonDeep")
        {
            Draw = random => random.Whole(2, 4) is var inputs
                ? (inputs, random.Whole(5, 7), random.Whole(1, 3), random.Tensor([4, inputs]))
                : default,
            Right = x => Model.Of(nn.Sequential(nn.Linear(x.Inputs, x.Hidden), nn.Sigmoid(), nn.Linear(x.Hidden, x.Outputs)), x.X),
            Mistakes =
            {
                ["activation-missing"] = x => Model.Of(nn.Sequential(nn.Linear(x.Inputs, x.Hidden), nn.Linear(x.Hidden, x.Outputs)), x.X),
                ["activation-last"] = x => Model.Of(
                    nn.Sequential(nn.Linear(x.Inputs, x.Hidden), nn.Sigmoid(), nn.Linear(x.Hidden, x.Outputs), nn.Sigmoid()), x.X),
                ["activation-only-last"] = x => Model.Of(
                    nn.Sequential(nn.Linear(x.Inputs, x.Hidden), nn.Linear(x.Hidden, x.Outputs), nn.Sigmoid()), x.X),
                ["activation-first"] = x => Model.Of(
                    nn.Sequential(nn.Sigmoid(), nn.Linear(x.Inputs, x.Hidden), nn.Linear(x.Hidden, x.Outputs)), x.X),
                ["relu"] = x => Model.Of(nn.Sequential(nn.Linear(x.Inputs, x.Hidden), nn.ReLU(), nn.Linear(x.Hidden, x.Outputs)), x.X),
                ["tanh"] = x => Model.Of(nn.Sequential(nn.Linear(x.Inputs, x.Hidden), nn.Tanh(), nn.Linear(x.Hidden, x.Outputs)), x.X),
                ["one-layer"] = x => Model.Of(nn.Sequential(nn.Linear(x.Inputs, x.Outputs), nn.Sigmoid()), x.X),
                ["extra-layer"] = x => Model.Of(
                    nn.Sequential(
                        nn.Linear(x.Inputs, x.Hidden), nn.Sigmoid(), nn.Linear(x.Hidden, x.Hidden), nn.Sigmoid(),
                        nn.Linear(x.Hidden, x.Outputs)),
                    x.X),
            },
        },
    ];

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static double SoftplusOf(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));

    private static int Tau(double s) => s >= 0 ? 1 : -1;

    // Each number's part of the sum of all.
    private static double[] Shares(double[] x, Func<double, double> function)
    {
        double[] values = [.. x.Select(function)];
        return [.. values.Select(v => v / values.Sum())];
    }

    private static Tensor Float64(Draw random, params long[] shape) => random.Tensor(shape, type: ScalarType.Float64);

    private static double[] Nonzero(Draw random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => (double)random.OneOf(-3, -2, -1, 1, 2, 3))];

    private static Matrix Whole(Draw random, int rows, int columns) =>
        Matrix.FromValues(rows, columns, [.. random.Wholes(rows * columns, -3, 3).Select(n => (double)n)]);

    // The four corners in some order, two of them twice.
    private static Matrix Corners(Draw random) =>
        Matrix.FromRows([.. random.Shuffled(4).Concat(random.Shuffled(4).Take(2)).Select(i => new double[] { i % 2, i / 2 })]);

    private static int[] Gate(Matrix x, Func<int, int, bool> gate) =>
        [.. Enumerable.Range(0, x.Rows).Select(i => gate((int)x[i, 0], (int)x[i, 1]) ? 1 : -1)];

    // s of each row; w begins with the bias.
    private static double[] Sums(Matrix x, double[] w) =>
        [.. Enumerable.Range(0, x.Rows).Select(i => w[0] + x.Row(i).ToArray().Zip(w[1..]).Sum(p => p.First * p.Second))];

    private static int[] Outputs(Matrix x, double[] w) => [.. Sums(x, w).Select(Tau)];

    // w + eta * error(s, t) * (1, x).
    private static double[] Moved((double[] W, double[] X, int T, double Eta) x, Func<double, int, double> error)
    {
        double[] ones = [1, .. x.X];
        var by = x.Eta * error(x.W.Zip(ones).Sum(p => p.First * p.Second), x.T);
        return [.. x.W.Zip(ones).Select(p => p.First + (by * p.Second))];
    }

    // The perceptron's loop, with some mistake in it.
    private static (double[] W, int Epochs) Loop(
        (Matrix X, int[] T, double Eta, int MaxEpochs) x, bool batch = false, bool strict = false, bool biasLeft = false,
        bool firstErrorEnds = false)
    {
        var w = new double[x.X.Columns + 1];
        for (var epoch = 1; ; epoch++)
        {
            var next = (double[])w.Clone();
            var wrong = 0;
            for (var n = 0; n < x.T.Length; n++)
            {
                double[] ones = [1, .. x.X.Row(n)];
                var s = (batch ? w : next).Zip(ones).Sum(p => p.First * p.Second);
                var y = s > 0 || (s == 0 && !strict) ? 1 : -1;
                for (var i = biasLeft ? 1 : 0; i < w.Length; i++)
                    next[i] += x.Eta * (x.T[n] - y) * ones[i];
                wrong += y == x.T[n] ? 0 : 1;
                if (wrong > 0 && firstErrorEnds)
                    break;
            }

            w = next;
            if (wrong == 0 || epoch == x.MaxEpochs)
                return (w, epoch);
        }
    }

    private static (double F, double Slope) Autograd(Func<Tensor, Tensor> function, double at) =>
        MatrixTensors.Autograd(t => function(t[0]).sum(), Matrix.FromRow(at)) is var (f, slopes) ? (f, slopes[0][0, 0]) : default;

    // Mathematics: tanh, arctan, ReLU, PReLU, ELU and softplus.
    private static Tensor[] Derivatives((Tensor X, double Alpha) x)
    {
        (var above, var below) = (x.X.gt(0).to(ScalarType.Float64), x.X.lt(0).to(ScalarType.Float64));
        return
        [
            1 - x.X.tanh().pow(2), 1 / (1 + x.X.pow(2)), above, above + (x.Alpha * below), above + (x.Alpha * below * x.X.exp()),
            1 / (1 + x.X.neg().exp()),
        ];
    }

    private static Tensor[] Many(int count, Func<Tensor> make) => [.. Enumerable.Range(0, count).Select(_ => make())];

    // One layer after the other taken in, with some rules for W and b.
    private static (Tensor W, Tensor B) Folded(
        (Tensor[] Weights, Tensor[] Biases) x, Func<Tensor, Tensor, Tensor> weight, Func<Tensor, Tensor, Tensor, Tensor> bias)
    {
        (var w, var b) = (x.Weights[0], x.Biases[0]);
        for (var i = 1; i < x.Weights.Length; i++)
            (w, b) = (weight(w, x.Weights[i]), bias(b, x.Weights[i], x.Biases[i]));
        return (w, b);
    }
}
