using CourseLabs.Exercises;
using CourseLabs.Matrices;
using CourseLabs.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace CourseLabs.Checks;

/// <summary>Lab 06's tasks. What is right comes from autograd, from torch's own functions in float64, or from mathematics.</summary>
public sealed class Lab06() : Exercise("06-stability")
{
    public override IReadOnlyList<Check> Checks { get; } =
    [
        new Check<(double Z, int Layers), double>("6.1", points: 2, member: "SigmoidStackGradient")
        {
            Cases = 3, // one layer; some; so many that the gradient is tiny
            Smallest = 0, // 0.2 to the power 30
            Draw = random => random.Case switch
            {
                0 => (random.Number(-5, 4), 1),
                1 => (random.Number(-5, 4), random.Whole(3, 6)),
                _ => (random.Number(-5, 4), random.Whole(25, 30)),
            },
            Right = x =>
            {
                var z = tensor(x.Z, requires_grad: true);
                var a = z;
                for (var layer = 0; layer < x.Layers; layer++)
                    a = sigmoid(a);
                a.backward();
                return z.grad!.item<double>();
            },
            Mistakes =
            {
                ["a-quarter-a-layer"] = x => Math.Pow(0.25, x.Layers),
                ["always-at-z"] = x => Math.Pow(Sigmoid(x.Z) * (1 - Sigmoid(x.Z)), x.Layers),
                ["derivative-at-output"] = x => Stack(x.Z, x.Layers).Aggregate(1.0, (g, a) => g * Sigmoid(a) * (1 - Sigmoid(a))),
                ["one-layer-less"] = x => Stack(x.Z, x.Layers - 1).Aggregate(1.0, (g, a) => g * a * (1 - a)),
                ["one-layer-more"] = x => Stack(x.Z, x.Layers + 1).Aggregate(1.0, (g, a) => g * a * (1 - a)),
                ["added"] = x => Stack(x.Z, x.Layers).Sum(a => a * (1 - a)),
                ["last-layer-only"] = x => Stack(x.Z, x.Layers)[^1] is var a ? a * (1 - a) : 0,
                ["one-minus-missing"] = x => Stack(x.Z, x.Layers).Aggregate(1.0, (g, a) => g * a),
            },
        },
        new Check<(int NIn, int NOut), (double, double)>("6.2", points: 1, member: "Xavier")
        {
            Draw = random => (random.Whole(300, 800), random.Whole(50, 200)),
            // Mathematics: the variance of U(-b, b) is b^2 / 3.
            Right = x => Math.Pow((x.NIn + x.NOut) / 2.0, -0.5) is var deviation ? (deviation, Math.Sqrt(3) * deviation) : default,
            Mistakes =
            {
                ["slides-variance"] = x => (Math.Sqrt(Math.Sqrt(2.0 / (x.NIn + x.NOut))), Math.Sqrt(6.0 / (x.NIn + x.NOut))),
                ["variance"] = x => (2.0 / (x.NIn + x.NOut), Math.Sqrt(6.0 / (x.NIn + x.NOut))),
                ["no-roots"] = x => (2.0 / (x.NIn + x.NOut), 6.0 / (x.NIn + x.NOut)),
                ["whole-division"] = x => (Math.Sqrt(2 / (x.NIn + x.NOut)), Math.Sqrt(6 / (x.NIn + x.NOut))),
                ["bound-is-deviation"] = x => (Math.Sqrt(2.0 / (x.NIn + x.NOut)), Math.Sqrt(2.0 / (x.NIn + x.NOut))),
                ["hes"] = x => (Math.Sqrt(2.0 / x.NIn), Math.Sqrt(6.0 / x.NIn)),
                ["one-for-two"] = x => (Math.Sqrt(1.0 / (x.NIn + x.NOut)), Math.Sqrt(3.0 / (x.NIn + x.NOut))),
                ["swapped"] = x => (Math.Sqrt(6.0 / (x.NIn + x.NOut)), Math.Sqrt(2.0 / (x.NIn + x.NOut))),
            },
        },
        new Check<(int NIn, int NOut), (double, double)>("6.3", points: 1, member: "He")
        {
            Draw = random => (random.Whole(300, 800), random.Whole(50, 200)),
            Right = x => nn.init.calculate_gain(nn.init.NonlinearityType.ReLU) is var gain
                ? (gain / Math.Sqrt(x.NIn), gain * Math.Sqrt(3.0 / x.NIn)) : default,
            Mistakes =
            {
                ["xaviers"] = x => (Math.Sqrt(2.0 / (x.NIn + x.NOut)), Math.Sqrt(6.0 / (x.NIn + x.NOut))),
                ["outputs"] = x => (Math.Sqrt(2.0 / x.NOut), Math.Sqrt(6.0 / x.NOut)),
                ["factor-2-missing"] = x => (Math.Sqrt(1.0 / x.NIn), Math.Sqrt(3.0 / x.NIn)),
                ["no-roots"] = x => (2.0 / x.NIn, 6.0 / x.NIn),
                ["variance"] = x => (2.0 / x.NIn, Math.Sqrt(6.0 / x.NIn)),
                ["whole-division"] = x => (Math.Sqrt(2 / x.NIn), Math.Sqrt(6 / x.NIn)),
                ["bound-is-deviation"] = x => (Math.Sqrt(2.0 / x.NIn), Math.Sqrt(2.0 / x.NIn)),
            },
        },
        new Check<double[][], double[]>("6.4", points: 3, member: "LayerNorms")
        {
            Cases = 4, // plain; exploded; vanished; a layer of zeros, and one of negative numbers
            Smallest = 0, // the norm of a vanished gradient is 1e-200
            Draw = random => random.Case switch
            {
                0 => [random.Numbers(3, -2, 2), random.Numbers(5, -2, 2), random.Numbers(4, -2, 2)],
                1 => [[0, .. random.Numbers(4, -9e200, 9e200)], [.. random.Numbers(3, -9e200, 9e200), 1e-200]],
                2 => [random.Numbers(4, -9e-200, 9e-200), [.. random.Numbers(3, -9e-200, 9e-200), 0]],
                _ => [random.Numbers(3, -2, 2), new double[4], random.Numbers(2, -2, -1)],
            },
            Right = gradients => [.. gradients.Select(TorchNorm)],
            Mistakes =
            {
                ["squares"] = gradients => [.. gradients.Select(g => Math.Sqrt(g.Sum(v => v * v)))],
                ["nan-at-zero"] = gradients =>
                    [.. gradients.Select(g => g.Max(Math.Abs) * Math.Sqrt(g.Sum(v => Math.Pow(v / g.Max(Math.Abs), 2))))],
                ["root-missing"] = gradients => [.. gradients.Select(g => g.Sum(v => v * v))],
                ["sizes-added"] = gradients => [.. gradients.Select(g => g.Sum(Math.Abs))],
                ["largest-entry"] = gradients => [.. gradients.Select(g => g.Max(Math.Abs))],
                ["mean-of-squares"] = gradients => [.. gradients.Select(g => TorchNorm(g) / Math.Sqrt(g.Length))],
                ["not-multiplied-back"] = gradients =>
                    [.. gradients.Select(g => g.All(v => v == 0) ? 0 : Math.Sqrt(g.Sum(v => Math.Pow(v / g.Max(Math.Abs), 2))))],
                ["signed-maximum"] = gradients => [.. gradients.Select(g => g.Max() is var largest && largest == 0 ? 0
                    : largest * Math.Sqrt(g.Sum(v => v / largest * (v / largest))))],
            },
        },
        new Check<(Matrix[] Gradients, double MaxNorm), Matrix[]>("6.5", points: 2, member: "Clip")
        {
            Cases = 3, // larger than maxNorm; smaller; all 0
            Draw = random => random.Case switch
            {
                0 => ([random.Matrix(2, 3, 0.5, 2), random.Matrix(1, 3, -2, -0.5), random.Matrix(3, 1, -2, 2)], random.Number(0.3, 1)),
                1 => ([random.Matrix(2, 3, -0.1, 0.1), random.Matrix(1, 3, -0.1, 0.1)], random.Number(1, 2)),
                _ => ([new Matrix(2, 2), new Matrix(1, 2)], random.Number(1, 2)),
            },
            Right = x => Norm(x.Gradients) is var norm && norm <= x.MaxNorm ? x.Gradients
                : [.. x.Gradients.Select(g => (g.ToTensor() / norm * x.MaxNorm).ToMatrix())],
            Mistakes =
            {
                ["each-alone"] = x => [.. x.Gradients.Select(g => g.Norm > x.MaxNorm ? g * (x.MaxNorm / g.Norm) : g)],
                ["always"] = x => [.. x.Gradients.Select(g => g * (x.MaxNorm / Norm(x.Gradients)))],
                ["never"] = x => x.Gradients,
                ["entry-by-entry"] = x => [.. x.Gradients.Select(g => g.Map(v => Math.Clamp(v, -x.MaxNorm, x.MaxNorm)))],
                ["to-norm-one"] = x => Norm(x.Gradients) is var norm && norm > x.MaxNorm
                    ? [.. x.Gradients.Select(g => g / norm)] : x.Gradients,
                ["upside-down"] = x => Norm(x.Gradients) is var norm && norm > x.MaxNorm
                    ? [.. x.Gradients.Select(g => g * (norm / x.MaxNorm))] : x.Gradients,
                ["norms-added"] = x => x.Gradients.Sum(g => g.Norm) is var sum && sum > x.MaxNorm
                    ? [.. x.Gradients.Select(g => g * (x.MaxNorm / sum))] : x.Gradients,
                ["root-missing"] = x => Math.Pow(Norm(x.Gradients), 2) is var squares && squares > x.MaxNorm
                    ? [.. x.Gradients.Select(g => g * (x.MaxNorm / squares))] : x.Gradients,
            },
        },
        new Check<Matrix[], double[]>("6.6", points: 2, member: "ProductNorms")
        {
            Cases = 2, // a few factors; a hundred, as on the slide
            Draw = random => random.Case == 0
                ? [.. Enumerable.Range(0, random.Whole(3, 5)).Select(_ => random.Matrix(3, 3, -2, 2))]
                : [.. Enumerable.Range(0, 101).Select(_ => random.Matrix(4, 4, -2, 2))],
            Right = factors =>
            {
                var product = eye(factors[0].Rows, dtype: ScalarType.Float64);
                return [.. factors.Select(f => linalg.norm(product = product.mm(f.ToTensor())).item<double>())];
            },
            Mistakes =
            {
                ["from-the-left"] = factors => Norms(factors, (product, f) => f.Dot(product)),
                ["entry-by-entry"] = factors => Norms(factors, (product, f) => product * f),
                ["factors-alone"] = factors => Norms(factors, (product, f) => f),
                ["sums"] = factors => Norms(factors, (product, f) => product + f),
                ["norms-multiplied"] = factors => [.. factors.Select((_, i) => factors.Take(i + 1).Aggregate(1.0, (p, f) => p * f.Norm))],
                ["first-missing"] = factors => Norms(factors, (product, f) => product.Dot(f))[1..],
                ["last-missing"] = factors => Norms(factors, (product, f) => product.Dot(f))[..^1],
                ["first-twice"] = factors => Norms([factors[0], .. factors], (product, f) => product.Dot(f))[..^1],
            },
        },
        new Check<double[], double>("6.7", points: 1, member: "Growth")
        {
            Cases = 2, // a few norms; from 1e-200 to 1e200
            Draw = random => random.Case == 0
                ? random.Numbers(random.Whole(4, 7), 0.5, 20)
                : [.. Enumerable.Range(0, 9).Select(i => random.Number(1, 9) * Math.Pow(10, (50 * i) - 200))],
            Right = norms => Math.Exp(norms.Zip(norms.Skip(1)).Average(p => Math.Log(p.Second / p.First))),
            Mistakes =
            {
                ["quotient-overflows"] = norms => Math.Pow(norms[^1] / norms[0], 1.0 / (norms.Length - 1)),
                ["one-step-too-many"] = norms => Math.Exp((Math.Log(norms[^1]) - Math.Log(norms[0])) / norms.Length),
                ["whole-division"] = norms => Math.Pow(norms[^1] / norms[0], 1 / (norms.Length - 1)),
                ["arithmetic-mean"] = norms => norms.Zip(norms.Skip(1)).Average(p => p.Second / p.First),
                ["logarithm"] = norms => (Math.Log(norms[^1]) - Math.Log(norms[0])) / (norms.Length - 1),
                ["upside-down"] = norms => Math.Exp((Math.Log(norms[0]) - Math.Log(norms[^1])) / (norms.Length - 1)),
                ["ten-for-e"] = norms => Math.Pow(10, (Math.Log(norms[^1]) - Math.Log(norms[0])) / (norms.Length - 1)),
            },
        },
        new Check<Tensor, (Tensor, Tensor)>("6.8", points: 1, member: "SigmoidGradient")
        {
            Draw = random => random.Tensor([random.Whole(8, 12)], -8, 8),
            // Mathematics: sigmoid'(x) = 1 / (2 + e^x + e^-x).
            Right = x => (1 / (1 + (-x).exp()), 1 / (2 + x.exp() + (-x).exp())),
            Mistakes =
            {
                ["of-the-mean"] = x => sigmoid(x) is var y ? (y, y * (1 - y) / x.numel()) : default,
                ["one-minus-missing"] = x => sigmoid(x) is var y ? (y, y) : default,
                ["at-the-output"] = x => sigmoid(x) is var y ? (y, sigmoid(y) * (1 - sigmoid(y))) : default,
                ["backward-with-x"] = x => sigmoid(x) is var y ? (y, x * y * (1 - y)) : default,
                ["backward-with-y"] = x => sigmoid(x) is var y ? (y, y * y * (1 - y)) : default,
                ["backward-twice"] = x => sigmoid(x) is var y ? (y, 2 * y * (1 - y)) : default,
                ["x-for-y"] = x => sigmoid(x) is var y ? (x, y * (1 - y)) : default,
                ["tanh"] = x => tanh(x) is var y ? (y, 1 - (y * y)) : default,
            },
        },
        new Check<Tensor, double>("6.9", points: 1, member: "Saturated")
        {
            Draw = random => random.Tensor([6, random.Whole(7, 9)], -9, 9),
            Right = z => z.data<float>().Count(v => v is < -4 or > 4) / (double)z.numel(),
            Mistakes =
            {
                ["one-side"] = z => z.data<float>().Count(v => v > 4) / (double)z.numel(),
                ["inside"] = z => z.data<float>().Count(v => v is >= -4 and <= 4) / (double)z.numel(),
                ["count"] = z => z.data<float>().Count(v => v is < -4 or > 4),
                ["whole-division"] = z => z.data<float>().Count(v => v is < -4 or > 4) / z.numel(),
                ["a-row"] = z => z.data<float>().Count(v => v is < -4 or > 4) / (double)z.shape[0],
                ["percent"] = z => 100.0 * z.data<float>().Count(v => v is < -4 or > 4) / z.numel(),
            },
        },
        new Check<(int NIn, int NOut), Tensor>("6.10", points: 2, member: "HeNormal")
        {
            Draw = random => (random.Whole(8, 12), random.Whole(4, 6)),
            Right = x => randn(x.NOut, x.NIn) * Math.Sqrt(2.0 / x.NIn),
            Mistakes =
            {
                ["variance-for-deviation"] = x => randn(x.NOut, x.NIn) * (2.0 / x.NIn),
                ["factor-2-missing"] = x => randn(x.NOut, x.NIn) * Math.Sqrt(1.0 / x.NIn),
                ["outputs"] = x => randn(x.NOut, x.NIn) * Math.Sqrt(2.0 / x.NOut),
                ["xaviers"] = x => randn(x.NOut, x.NIn) * Math.Sqrt(2.0 / (x.NIn + x.NOut)),
                ["transposed"] = x => randn(x.NIn, x.NOut) * Math.Sqrt(2.0 / x.NIn),
                ["uniform"] = x => empty(x.NOut, x.NIn).uniform_(-Math.Sqrt(6.0 / x.NIn), Math.Sqrt(6.0 / x.NIn)),
                ["not-scaled"] = x => randn(x.NOut, x.NIn),
                ["whole-division"] = x => randn(x.NOut, x.NIn) * Math.Sqrt(2 / x.NIn),
            },
        },
        new Check<(Tensor X, Tensor[] Weights), double[]>("6.11", points: 2, member: "LayerVariances")
        {
            Draw = random => (Float64(random, 4, 5), [Float64(random, 6, 5), Float64(random, 4, 6), Float64(random, 3, 4)]),
            // Mathematics: the numbers' mean and the mean of their squares.
            Right = x =>
                [.. Outputs(x, z => z.clamp(min: 0)).Select(a => (Second(a) - Math.Pow(Mean(a), 2)) * a.numel() / (a.numel() - 1))],
            Mistakes =
            {
                ["relu-missing"] = x => [.. Outputs(x, z => z).Select(a => a.var().item<double>())],
                ["before-relu"] = x =>
                    [.. Outputs(x, z => z.clamp(min: 0)).Prepend(x.X)
                        .Zip(x.Weights, (a, w) => a.mm(w.t()).var().item<double>())],
                ["over-n"] = x => [.. Outputs(x, z => z.clamp(min: 0)).Select(a => Second(a) - Math.Pow(Mean(a), 2))],
                ["deviation"] = x => [.. Outputs(x, z => z.clamp(min: 0)).Select(a => a.std().item<double>())],
                ["mean-of-squares"] = x => [.. Outputs(x, z => z.clamp(min: 0)).Select(Second)],
                ["input-first"] = x =>
                    [.. Outputs(x, z => z.clamp(min: 0)).Prepend(x.X).SkipLast(1).Select(a => a.var().item<double>())],
                ["input-every-time"] = x => Outputs(x, z => z.clamp(min: 0)) is var outputs
                    ? [outputs[0].var().item<double>(), .. outputs.Skip(1).Select(_ => outputs[0].var().item<double>())] : [],
                ["sigmoid-for-relu"] = x => [.. Outputs(x, sigmoid).Select(a => a.var().item<double>())],
            },
        },
        new Check<(Tensor X, Tensor[] Weights), double[]>("6.12", points: 3, member: "GradientNorms")
        {
            Cases = 2, // two layers; five
            Draw = random => random.Case == 0
                ? (Float64(random, 3, 4), [Float64(random, 5, 4), Float64(random, 2, 5)])
                : (Float64(random, 4, 3), [Float64(random, 5, 3), Float64(random, 4, 5), Float64(random, 5, 4), Float64(random, 4, 5),
                    Float64(random, 3, 4)]),
            // By the three rules of backpropagation.
            Right = x => Backward(x, a => a * (1 - a)),
            Mistakes =
            {
                ["of-the-mean"] = x => [.. Backward(x, a => a * (1 - a)).Select(n => n / (x.X.shape[0] * x.Weights[^1].shape[0]))],
                ["last-first"] = x => [.. Backward(x, a => a * (1 - a)).Reverse()],
                ["squares"] = x => [.. Backward(x, a => a * (1 - a)).Select(n => n * n)],
                ["divided-by-count"] = x => [.. Backward(x, a => a * (1 - a)).Zip(x.Weights, (n, w) => n / Math.Sqrt(w.numel()))],
                ["of-the-weights"] = x => [.. x.Weights.Select(w => w.norm().item<double>())],
                ["last-sigmoid-missing"] = x => Backward(x, a => a * (1 - a), lastIsLinear: true),
                ["all-together"] = x => Math.Sqrt(Backward(x, a => a * (1 - a)).Sum(n => n * n)) is var all
                    ? [.. x.Weights.Select(_ => all)] : [],
            },
        },
        new Check<(Tensor W, Tensor X, Tensor Y, double Lr, double MaxNorm), Tensor>("6.13", points: 3, member: "ClippedStep")
        {
            Cases = 2, // a gradient that is too large; one that is not
            Tolerance = 1e-5, // torch adds 1e-6 to the norm; who clips without it is right too
            Draw = random => Float64(random, 3, 2) is var w && Float64(random, 6, 3) is var x && random.Case == 0
                ? (w, x, x.mm(w) + (20 * x.mm(ones(3, 2, ScalarType.Float64))) + 5, random.Number(0.1, 0.5), random.Number(0.5, 1))
                : (w, x, x.mm(w) + random.Tensor([6, 2], -0.1, 0.1, ScalarType.Float64), random.Number(0.1, 0.5), random.Number(2, 3)),
            // Mathematics: the mean's gradient is 2 X' (X W - Y) / numbers.
            Right = x => Slope(x) is var g && g.norm().item<double>() is var norm ? x.W - (x.Lr * Math.Min(1, x.MaxNorm / norm) * g) : x.W,
            Mistakes =
            {
                ["not-clipped"] = x => x.W - (x.Lr * Slope(x)),
                ["no-step"] = x => x.W.clone(),
                ["not-cleared"] = x => Slope(x) + 1 is var g
                    ? x.W - (x.Lr * Math.Min(1, x.MaxNorm / g.norm().item<double>()) * g) : x.W,
                ["neither-cleared-nor-clipped"] = x => x.W - (x.Lr * (Slope(x) + 1)),
                ["entry-by-entry"] = x => x.W - (x.Lr * Slope(x).clamp(-x.MaxNorm, x.MaxNorm)),
                ["always"] = x => Slope(x) is var g ? x.W - (x.Lr * x.MaxNorm / g.norm().item<double>() * g) : x.W,
                ["to-norm-one"] = x => Slope(x) is var g ? x.W - (x.Lr * Math.Min(1, 1 / g.norm().item<double>()) * g) : x.W,
                ["step-clipped"] = x => x.Lr * Slope(x) is var s ? x.W - (Math.Min(1, x.MaxNorm / s.norm().item<double>()) * s) : x.W,
                ["weights-clipped"] = x => Slope(x) is var g && x.W - (x.Lr * g) is var w
                    ? w * Math.Min(1, x.MaxNorm / w.norm().item<double>()) : x.W,
            },
        },
    ];

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

    private static Tensor Float64(Draw random, params long[] shape) => random.Tensor(shape, type: ScalarType.Float64);

    // The outputs of a sigmoid of a sigmoid of ... of z.
    private static double[] Stack(double z, int layers) => [.. Enumerable.Range(0, layers).Select(_ => z = Sigmoid(z))];

    // A power of two is taken out first, which rounds nothing.
    private static double TorchNorm(double[] numbers)
    {
        var exponent = numbers.All(v => v == 0) ? 0 : Math.ILogB(numbers.Max(Math.Abs));
        return Math.ScaleB(linalg.norm(tensor(numbers.Select(v => Math.ScaleB(v, -exponent)).ToArray())).item<double>(), exponent);
    }

    private static double Norm(Matrix[] matrices) => linalg.norm(cat([.. matrices.Select(m => m.ToTensor().flatten())])).item<double>();

    private static double[] Norms(Matrix[] factors, Func<Matrix, Matrix, Matrix> next)
    {
        var product = factors[0];
        return [product.Norm, .. factors.Skip(1).Select(f => (product = next(product, f)).Norm)];
    }

    private static Tensor[] Outputs((Tensor X, Tensor[] Weights) x, Func<Tensor, Tensor> activation)
    {
        var a = x.X;
        return [.. x.Weights.Select(w => a = activation(a.mm(w.t())))];
    }

    private static double Mean(Tensor a) => a.mean().item<double>();

    private static double Second(Tensor a) => a.pow(2).mean().item<double>();

    // The norms of the gradients of the sum of all outputs of a sigmoid stack, by hand.
    private static double[] Backward((Tensor X, Tensor[] Weights) x, Func<Tensor, Tensor> slope, bool lastIsLinear = false)
    {
        Tensor[] outputs = [x.X, .. Outputs(x, sigmoid)];
        var norms = new double[x.Weights.Length];
        var arriving = ones_like(outputs[^1]);
        for (var layer = x.Weights.Length; layer > 0; layer--)
        {
            var delta = lastIsLinear && layer == x.Weights.Length ? arriving : arriving * slope(outputs[layer]);
            norms[layer - 1] = linalg.norm(delta.t().mm(outputs[layer - 1])).item<double>();
            arriving = delta.mm(x.Weights[layer - 1]);
        }

        return norms;
    }

    private static Tensor Slope((Tensor W, Tensor X, Tensor Y, double Lr, double MaxNorm) x) =>
        2 * x.X.t().mm(x.X.mm(x.W) - x.Y) / x.Y.numel();
}
