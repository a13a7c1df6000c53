using CourseLabs.Exercises;
using CourseLabs.Exercises.Values;
using CourseLabs.Matrices;
using CourseLabs.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace CourseLabs.Checks;

/// <summary>Lab 05's tasks. What is right comes from torch's own functions in float64, or from mathematics.</summary>
public sealed class Lab05() : Exercise("05-regression")
{
    public override IReadOnlyList<Check> Checks { get; } =
    [
        new Check<(double[] Output, double[] Label), double>("5.1", points: 1, member: "L1Loss")
        {
            Cases = 2, // errors of both signs; every output too small
            Draw = random => random.Numbers(random.Whole(4, 7), -9, 9) is var output && random.Case == 0
                ? (output, [.. output.Select((o, i) => o + ((i % 2 == 0 ? 1 : -1) * random.Number(0.5, 4)))])
                : (output, [.. output.Select(o => o + random.Number(0.5, 4))]),
            Right = x => nn.functional.l1_loss(tensor(x.Output), tensor(x.Label)).item<double>(),
            Mistakes =
            {
                ["sum"] = x => x.Output.Zip(x.Label).Sum(p => Math.Abs(p.First - p.Second)),
                ["squared"] = x => x.Output.Zip(x.Label).Average(p => Math.Pow(p.First - p.Second, 2)),
                ["no-abs"] = x => x.Output.Zip(x.Label).Average(p => p.First - p.Second),
                ["abs-outside"] = x => Math.Abs(x.Output.Zip(x.Label).Average(p => p.First - p.Second)),
                ["half"] = x => x.Output.Zip(x.Label).Average(p => Math.Abs(p.First - p.Second)) / 2,
            },
        },
        new Check<(double[] Output, double[] Label), double[]>("5.2", points: 2, member: "L1Gradient")
        {
            Cases = 2, // errors of both signs; some outputs that are their label
            Draw = random => random.Numbers(random.Whole(5, 8), -9, 9) is var output && random.Case == 0
                ? (output, [.. output.Select((o, i) => o + ((i % 2 == 0 ? 1 : -1) * random.Number(0.5, 4)))])
                : (output, [.. output.Select((o, i) => o + (((i % 3) - 1) * random.Number(1.5, 4)))]),
            Right = x =>
            {
                var output = tensor(x.Output, requires_grad: true);
                nn.functional.l1_loss(output, tensor(x.Label)).backward();
                return output.grad!.data<double>().ToArray();
            },
            Mistakes =
            {
                ["label-minus-output"] = x =>
                    [.. x.Output.Zip(x.Label).Select(p => Math.Sign(p.Second - p.First) / (double)x.Output.Length)],
                ["not-divided"] = x => [.. x.Output.Zip(x.Label).Select(p => (double)Math.Sign(p.First - p.Second))],
                ["whole-division"] = x => [.. x.Output.Zip(x.Label).Select(p => (double)(Math.Sign(p.First - p.Second) / x.Output.Length))],
                ["plus-at-corner"] = x => [.. x.Output.Zip(x.Label).Select(p => (p.First >= p.Second ? 1.0 : -1) / x.Output.Length)],
                ["minus-at-corner"] = x => [.. x.Output.Zip(x.Label).Select(p => (p.First > p.Second ? 1.0 : -1) / x.Output.Length)],
                ["nan-at-corner"] = x =>
                    [.. x.Output.Zip(x.Label).Select(p => (p.First - p.Second) / Math.Abs(p.First - p.Second) / x.Output.Length)],
                ["of-the-squares"] = x => [.. x.Output.Zip(x.Label).Select(p => 2 * (p.First - p.Second) / x.Output.Length)],
            },
        },
        new Check<int[], int>("5.3", points: 1, member: "ParameterCount")
        {
            Cases = 2, // the slide's; others
            Draw = random => random.Case == 0 ? [1, 10, 6, 1] : random.Wholes(random.Whole(3, 5), 2, 9),
            Right = sizes => (int)Net(() => nn.ReLU(), sizes).parameters().Sum(p => p.numel()),
            Mistakes =
            {
                ["no-biases"] = sizes => sizes.Zip(sizes.Skip(1)).Sum(p => p.First * p.Second),
                ["one-bias-a-layer"] = sizes => sizes.Zip(sizes.Skip(1)).Sum(p => (p.First * p.Second) + 1),
                ["bias-an-input"] = sizes => sizes.Zip(sizes.Skip(1)).Sum(p => (p.First * p.Second) + p.First + p.Second),
                ["last-layer-missing"] = sizes => sizes.Zip(sizes.Skip(1)).SkipLast(1).Sum(p => (p.First * p.Second) + p.Second),
                ["neurons"] = sizes => sizes.Sum(),
                ["always-the-slides"] = _ => 93,
            },
        },
        new Check<(Matrix X, Matrix[] Weights), Matrix>("5.4", points: 2, member: "Forward")
        {
            Cases = 2, // two hidden layers, as on the slide; one
            Draw = random => random.Case == 0
                ? (random.Matrix(4, 2, -2, 2), [random.Matrix(2, 4), random.Matrix(1, 4), random.Matrix(4, 3), random.Matrix(1, 3),
                    random.Matrix(3, 2), Matrix.FromRow(-2, random.Number(-1, 1))])
                : (random.Matrix(5, 3, -2, 2), [random.Matrix(3, 4), random.Matrix(1, 4), random.Matrix(4, 2), Matrix.FromRow(-3, 1)]),
            Right = x =>
            {
                var a = x.X.ToTensor();
                for (var i = 0; i < x.Weights.Length; i += 2)
                {
                    a = nn.functional.linear(
                        i == 0 ? a : nn.functional.relu(a), x.Weights[i].ToTensor().transpose(0, 1), x.Weights[i + 1].ToTensor().flatten());
                }

                return a.ToMatrix();
            },
            Mistakes =
            {
                ["relu-missing"] = x => Layers(x, hidden: z => z),
                ["relu-last"] = x => Layers(x, last: z => Math.Max(0, z)),
                ["relu-on-input"] = x => Layers((x.X.Map(z => Math.Max(0, z)), x.Weights)),
                ["biases-missing"] = x => Layers((x.X, [.. x.Weights.Select((w, i) => i % 2 == 0 ? w : 0 * w)])),
                ["bias-after-relu"] = x => x.Weights.Chunk(2).Select((pair, i) => (Pair: pair, IsLast: (2 * i) + 2 == x.Weights.Length))
                    .Aggregate(x.X, (a, layer) => a.Dot(layer.Pair[0]).Map(z => layer.IsLast ? z : Math.Max(0, z)) + layer.Pair[1]),
                ["min-for-max"] = x => Layers(x, hidden: z => Math.Min(0, z)),
                ["abs-for-relu"] = x => Layers(x, hidden: Math.Abs),
                ["sigmoid-for-relu"] = x => Layers(x, hidden: z => 1 / (1 + Math.Exp(-z))),
            },
        },
        new Check<(int[] Order, int Size), int[][]>("5.5", points: 2, member: "Batches")
        {
            Cases = 4, // a short last batch; all of one size; fewer rows than a batch; no rows
            Draw = random => random.Whole(2, 4) is var size ? random.Case switch
            {
                0 => (random.Shuffled((3 * size) + random.Whole(1, size - 1)), size),
                1 => (random.Shuffled(3 * size), size),
                2 => (random.Shuffled(3), random.Whole(4, 6)),
                _ => ([], size),
            } : default,
            Right = x => [.. x.Order.Chunk(x.Size)],
            Mistakes =
            {
                ["last-dropped"] = x => [.. x.Order.Chunk(x.Size).Where(batch => batch.Length == x.Size)],
                ["empty-batch"] = x =>
                    [.. Enumerable.Range(0, (x.Order.Length / x.Size) + 1).Select(i => x.Order.Skip(i * x.Size).Take(x.Size).ToArray())],
                ["last-filled-up"] = x =>
                    [.. x.Order.Chunk(x.Size).Select(batch => batch.Concat(x.Order).Take(Math.Min(x.Size, x.Order.Length)).ToArray())],
                ["order-ignored"] = x => [.. Enumerable.Range(0, x.Order.Length).Chunk(x.Size)],
                ["last-overlaps"] = x =>
                    [.. x.Order.Chunk(x.Size).Select(b => b.Length < x.Size && x.Order.Length >= x.Size ? x.Order[^x.Size..] : b)],
                ["strided"] = x => ((x.Order.Length + x.Size - 1) / x.Size) is var count
                    ? [.. Enumerable.Range(0, count).Select(b => x.Order.Where((_, i) => i % count == b).ToArray())] : [],
            },
        },
        new Check<int, (Tensor, Tensor)>("5.6", points: 2, member: "Data")
        {
            Tolerance = 3e-6, // another order of operations moves the seventh digit of y, up to 1800; the noise of 1 must show
            Draw = random => random.Whole(20, 40),
            Right = count =>
            {
                var x = empty(count, 1).uniform_(-15, 15);
                return (x, Curve(x) + empty(count, 1).normal_(0, 1));
            },
            Mistakes =
            {
                ["no-noise"] = count => empty(count, 1).uniform_(-15, 15) is var x ? (x, Curve(x)) : default,
                ["noise-first"] = count => empty(count, 1).normal_(0, 1) is var noise && empty(count, 1).uniform_(-15, 15) is var x
                    ? (x, Curve(x) + noise) : default,
                ["from-0-to-1"] = count => rand(count, 1) is var x ? (x, Curve(x) + randn(count, 1)) : default,
                ["noise-is-uniform"] = count => empty(count, 1).uniform_(-15, 15) is var x ? (x, Curve(x) + rand(count, 1)) : default,
                ["no-square"] = count => empty(count, 1).uniform_(-15, 15) is var x
                    ? (x, (8 * x) + (7 * x) + 3 + randn(count, 1)) : default,
                ["no-columns"] = count => empty(count).uniform_(-15, 15) is var x ? (x, Curve(x) + empty(count).normal_(0, 1)) : default,
                ["one-noise-for-all"] = count => empty(count, 1).uniform_(-15, 15) is var x ? (x, Curve(x) + randn(1)) : default,
            },
        },
        new Check<(int Hidden1, int Hidden2, Tensor X), Model>("5.7", points: 2, member: "RegressionModel")
        {
            Cases = 2, // the slide's sizes; others
            // Filled by the check, the others have negative outputs, which a last ReLU changes.
            Draw = random => (random.Case == 0 ? (10, 6) : random.OneOf((5, 6), (7, 4))) is var (hidden1, hidden2)
                ? (hidden1, hidden2, linspace(-15, 15, 7).reshape(-1, 1)) : default,
            Right = x => Model.Of(Net(() => nn.ReLU(), 1, x.Hidden1, x.Hidden2, 1), x.X),
            Mistakes =
            {
                ["always-the-slides"] = x => Model.Of(Net(() => nn.ReLU(), 1, 10, 6, 1), x.X),
                ["no-relu"] = x => Model.Of(Net(() => nn.Identity(), 1, x.Hidden1, x.Hidden2, 1), x.X),
                ["one-relu"] = x => Model.Of(
                    nn.Sequential(nn.Linear(1, x.Hidden1), nn.ReLU(), nn.Linear(x.Hidden1, x.Hidden2), nn.Linear(x.Hidden2, 1)), x.X),
                ["relu-last"] = x => Model.Of(nn.Sequential(Net(() => nn.ReLU(), 1, x.Hidden1, x.Hidden2, 1), nn.ReLU()), x.X),
                ["sigmoid"] = x => Model.Of(Net(() => nn.Sigmoid(), 1, x.Hidden1, x.Hidden2, 1), x.X),
                ["sizes-swapped"] = x => Model.Of(Net(() => nn.ReLU(), 1, x.Hidden2, x.Hidden1, 1), x.X),
                ["one-hidden-layer"] = x => Model.Of(Net(() => nn.ReLU(), 1, x.Hidden1, 1), x.X),
                ["no-biases"] = x => Model.Of(
                    nn.Sequential(nn.Linear(1, x.Hidden1, false), nn.ReLU(), nn.Linear(x.Hidden1, x.Hidden2, false), nn.ReLU(),
                        nn.Linear(x.Hidden2, 1, false)),
                    x.X),
            },
        },
        new Check<(Tensor X, Tensor Label, Tensor Weight, Tensor Bias, double Lr, int Epochs), (double[], Tensor, Tensor)>(
            "5.8", points: 3, member: "Train")
        {
            Draw = random => (
                Float64(random, 6, 2), random.Tensor([6, 1], -9, 9, ScalarType.Float64), Float64(random, 1, 2), Float64(random, 1),
                random.Number(0.1, 0.3), random.Whole(4, 6)),
            // Mathematics: the mean of |x w + b - label| has the gradients sign(x w + b - label) x / rows and sign(...) / rows.
            Right = x => Descent(x, (gradient, before) => gradient),
            Mistakes =
            {
                ["not-cleared"] = x => Descent(x, (gradient, before) => gradient + before),
                ["never-moves"] = x => Descent(x, (gradient, before) => 0 * gradient),
                ["one-epoch-late"] = x => Descent(x, (gradient, before) => gradient, late: true),
                ["loss-after-step"] = x => Descent((x.X, x.Label, x.Weight, x.Bias, x.Lr, x.Epochs + 1), (gradient, before) => gradient)
                    is var longer && Descent(x, (gradient, before) => gradient) is var right
                    ? (longer.Item1[1..], right.Item2, right.Item3) : default,
                ["losses-added-up"] = x => Descent(x, (gradient, before) => gradient) is var right
                    ? ([.. right.Item1.Select((_, i) => right.Item1.Take(i + 1).Sum())], right.Item2, right.Item3) : default,
            },
        },
        new Check<(Tensor Output, Tensor Label), double>("5.9", points: 2, member: "PairedLoss")
        {
            Draw = random => random.Whole(4, 7) is var n ? (Float64(random, n, 1), Float64(random, n)) : default,
            Right = x => Pairs(x.Output, x.Label).Average(p => Math.Abs(p.First - p.Second)),
            Mistakes =
            {
                ["all-with-all"] = x => (x.Output - x.Label).abs().mean().item<double>(),
                ["all-with-all-summed"] = x => (x.Output - x.Label).abs().sum().item<double>(),
                ["sum"] = x => (x.Output.flatten() - x.Label).abs().sum().item<double>(),
                ["squared"] = x => (x.Output.flatten() - x.Label).pow(2).mean().item<double>(),
                ["no-abs"] = x => (x.Output.flatten() - x.Label).mean().item<double>(),
                ["first-row"] = x => (x.Output[0] - x.Label).abs().mean().item<double>(),
            },
        },
        new Check<(Tensor X, Tensor W1, Tensor B1, Tensor W2, Tensor B2), (Tensor, bool)>("5.10", points: 2, member: "Predict")
        {
            Draw = random => (
                Float64(random, 6, 2), Float64(random, 2, 4), Float64(random, 1, 4), Float64(random, 4, 1), Float64(random, 1, 1) - 1),
            Right = x => (Layers((x.X.ToMatrix(), [x.W1.ToMatrix(), x.B1.ToMatrix(), x.W2.ToMatrix(), x.B2.ToMatrix()])).ToTensor(), false),
            Mistakes =
            {
                ["tracked"] = x => (nn.functional.relu(x.X.mm(x.W1) + x.B1).mm(x.W2) + x.B2, true),
                ["relu-missing"] = x => ((x.X.mm(x.W1) + x.B1).mm(x.W2) + x.B2, false),
                ["relu-last"] = x => (nn.functional.relu(nn.functional.relu(x.X.mm(x.W1) + x.B1).mm(x.W2) + x.B2), false),
                ["biases-missing"] = x => (nn.functional.relu(x.X.mm(x.W1)).mm(x.W2), false),
            },
        },
        new Check<(Tensor Output, Tensor Label), (double, double)>("5.11", points: 2, member: "Errors")
        {
            Draw = random => random.Whole(60, 90) is var n ? (random.Tensor([n, 1], -20, 2000), random.Tensor([n, 1], -20, 2000)) : default,
            Right = x => Pairs(x.Output, x.Label) is var pairs
                ? (pairs.Average(p => Math.Abs(p.First - p.Second)), pairs.Average(p => Math.Pow(p.First - p.Second, 2))) : default,
            Mistakes =
            {
                ["float32"] = x => ((x.Output - x.Label).abs().mean().item<float>(), (x.Output - x.Label).pow(2).mean().item<float>()),
                ["converted-too-late"] = x => ((x.Output - x.Label).to(ScalarType.Float64).abs().mean().item<double>(),
                    (x.Output - x.Label).to(ScalarType.Float64).pow(2).mean().item<double>()),
                ["root"] = x => Difference64(x) is var d ? (d.abs().mean().item<double>(), d.pow(2).mean().sqrt().item<double>()) : default,
                ["sums"] = x => Difference64(x) is var d ? (d.abs().sum().item<double>(), d.pow(2).sum().item<double>()) : default,
                ["square-of-mean"] = x => Difference64(x) is var d
                    ? (d.abs().mean().item<double>(), d.abs().mean().pow(2).item<double>()) : default,
                ["swapped"] = x => Difference64(x) is var d ? (d.pow(2).mean().item<double>(), d.abs().mean().item<double>()) : default,
            },
        },
    ];

    private static Tensor Float64(Draw random, params long[] shape) => random.Tensor(shape, type: ScalarType.Float64);

    private static Tensor Curve(Tensor x) => (8 * x.pow(2)) + (7 * x) + 3;

    private static Tensor Difference64((Tensor Output, Tensor Label) x) => x.Output.to(ScalarType.Float64) - x.Label.to(ScalarType.Float64);

    private static (double First, double Second)[] Pairs(Tensor output, Tensor label) =>
        [.. output.to(ScalarType.Float64).flatten().data<double>().Zip(label.to(ScalarType.Float64).flatten().data<double>())];

    // The network by hand, with some functions for ReLU between the layers and for nothing after the last.
    private static Matrix Layers((Matrix X, Matrix[] Weights) x, Func<double, double>? hidden = null, Func<double, double>? last = null)
    {
        var a = x.X;
        for (var i = 0; i < x.Weights.Length; i += 2)
        {
            a = (a.Dot(x.Weights[i]) + x.Weights[i + 1])
                .Map(i + 2 < x.Weights.Length ? hidden ?? (z => Math.Max(0, z)) : last ?? (z => z));
        }

        return a;
    }

    private static nn.Module<Tensor, Tensor> Net(Func<nn.Module<Tensor, Tensor>> activation, params int[] sizes)
    {
        var layers = new List<nn.Module<Tensor, Tensor>>();
        for (var i = 1; i < sizes.Length; i++)
            layers.AddRange(i == 1 ? [nn.Linear(sizes[0], sizes[1])] : [activation(), nn.Linear(sizes[i - 1], sizes[i])]);
        return nn.Sequential(layers);
    }

    // Gradient descent on the L1 loss of a linear layer, by mathematics. grad is what stands in .grad when the step is taken, from the
    // gradient of this epoch and what stood there before; late: the step of an epoch has the gradient of the epoch before.
    private static (double[], Tensor, Tensor) Descent(
        (Tensor X, Tensor Label, Tensor Weight, Tensor Bias, double Lr, int Epochs) x, Func<Tensor, Tensor, Tensor> grad, bool late = false)
    {
        (var w, var b) = (x.Weight, x.Bias);
        (var dw, var db) = (zeros_like(w), zeros_like(b));
        var losses = new double[x.Epochs];
        for (var i = 0; i < x.Epochs; i++)
        {
            var error = x.X.mm(w.transpose(0, 1)) + b - x.Label;
            losses[i] = error.abs().mean().item<double>();
            (var oldDw, var oldDb) = (dw, db);
            var sign = error.sign() / error.numel();
            (dw, db) = (grad(sign.transpose(0, 1).mm(x.X), dw), grad(sign.sum().reshape(1), db));
            (w, b) = (w - (x.Lr * (late ? oldDw : dw)), b - (x.Lr * (late ? oldDb : db)));
        }

        return (losses, w, b);
    }
}
