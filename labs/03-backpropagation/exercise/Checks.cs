using CourseLabs.Exercises;
using CourseLabs.Matrices;
using CourseLabs.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace CourseLabs.Checks;

/// <summary>Lab 03's tasks. What is right comes from autograd.</summary>
public sealed class Lab03() : Exercise("03-backpropagation")
{
    public override IReadOnlyList<Check> Checks { get; } =
    [
        new Check<(double X, double W1, double B1, double W2, double B2, double W3), (double, double, double, double, double, double)>(
            "3.1", points: 3, member: "ScalarGradients")
        {
            Draw = random => (random.AwayFromZero(1, 3), random.AwayFromZero(0.5, 2), random.Number(-1, 1), random.AwayFromZero(0.5, 2),
                random.Number(-1, 1), random.AwayFromZero(0.5, 2)),
            Right = x =>
            {
                var g = Autograd(p => (p[4] * sigmoid((p[2] * sigmoid((p[0] * x.X) + p[1])) + p[3])) + p[5], x.W1, x.B1, x.W2, x.B2, x.W3, 0);
                return (g[0], g[1], g[2], g[3], g[4], g[5]);
            },
            Mistakes =
            {
                ["slide-sigmoid"] = x =>
                {
                    (var h1, var h2) = Hidden(x);
                    var toH2 = x.W3 * h2 * (1 - h2);
                    var toH1 = toH2 * x.W2 * h1 * (1 - h1);
                    return (toH1 * x.X, toH1, x.W3 * h2 * h1, toH2, h2, 1);
                },
                ["w2-missing"] = x =>
                {
                    (var h1, var h2) = Hidden(x);
                    var toH2 = x.W3 * h2 * (1 - h2);
                    var toH1 = toH2 * h1 * (1 - h1);
                    return (toH1 * x.X, toH1, toH2 * h1, toH2, h2, 1);
                },
                ["w3-missing"] = x =>
                {
                    (var h1, var h2) = Hidden(x);
                    var toH2 = h2 * (1 - h2);
                    var toH1 = toH2 * x.W2 * h1 * (1 - h1);
                    return (toH1 * x.X, toH1, toH2 * h1, toH2, h2, 1);
                },
                ["derivative-at-output"] = x =>
                {
                    (var h1, var h2) = Hidden(x);
                    var toH2 = x.W3 * Sigmoid(h2) * (1 - Sigmoid(h2));
                    var toH1 = toH2 * x.W2 * Sigmoid(h1) * (1 - Sigmoid(h1));
                    return (toH1 * x.X, toH1, toH2 * h1, toH2, h2, 1);
                },
            },
        },
        new Check<(Func<double, double> F, double X, double H), double>("3.2", points: 1, member: "CentralDifference")
        {
            Draw = random => (new Curve(random.AwayFromZero(1, 3), random.Number(-2, 2), random.Number(-2, 2), random.AwayFromZero(1, 2)).Function,
                random.Number(-2, 2), random.Number(0.05, 0.2)),
            // Mathematics: of a x^2 + b x + c the central difference is the slope itself, of sin x it is cos x sin(h) / h.
            Right = x => (Curve)x.F.Target! is var c ? (2 * c.A * x.X) + c.B + (c.D * Math.Cos(x.X) * Math.Sin(x.H) / x.H) : 0,
            Tolerance = 1e-8, // the difference of two numbers of size 10, over 2h
            Mistakes =
            {
                ["forward"] = x => (x.F(x.X + x.H) - x.F(x.X)) / x.H,
                ["backward"] = x => (x.F(x.X) - x.F(x.X - x.H)) / x.H,
                ["over-h"] = x => (x.F(x.X + x.H) - x.F(x.X - x.H)) / x.H,
                ["no-brackets"] = x => (x.F(x.X + x.H) - x.F(x.X - x.H)) / 2 * x.H,
                ["not-divided"] = x => x.F(x.X + x.H) - x.F(x.X - x.H),
            },
        },
        new Check<(double[] A, double[] B), double>("3.3", points: 2, member: "RelativeError")
        {
            Cases = 3, // near each other; far apart; both all 0
            Draw = random => random.Case switch
            {
                0 => random.Numbers(5, -2, 2) is var a ? (a, [.. a.Select(n => n + random.Number(-0.01, 0.01))]) : default,
                1 => (random.Numbers(4, -2, 2), random.Numbers(4, -9, 9)),
                _ => (new double[3], new double[3]),
            },
            Right = x =>
            {
                using Tensor a = tensor(x.A), b = tensor(x.B);
                var size = Math.Max(linalg.norm(a).item<double>(), linalg.norm(b).item<double>());
                return size == 0 ? 0 : linalg.norm(a - b).item<double>() / size;
            },
            Mistakes =
            {
                ["no-zero"] = x => Norm(Minus(x.A, x.B)) / Math.Max(Norm(x.A), Norm(x.B)),
                ["absolute"] = x => Norm(Minus(x.A, x.B)),
                ["sum-below"] = x => Norm(x.A) + Norm(x.B) is 0 ? 0 : Norm(Minus(x.A, x.B)) / (Norm(x.A) + Norm(x.B)),
                ["first-below"] = x => Norm(x.A) is 0 ? 0 : Norm(Minus(x.A, x.B)) / Norm(x.A),
                ["norms-apart"] = x => Math.Max(Norm(x.A), Norm(x.B)) is 0 ? 0
                    : Math.Abs(Norm(x.A) - Norm(x.B)) / Math.Max(Norm(x.A), Norm(x.B)),
                ["no-root"] = x => Math.Max(Norm(x.A), Norm(x.B)) is 0 ? 0
                    : Math.Pow(Norm(Minus(x.A, x.B)), 2) / Math.Pow(Math.Max(Norm(x.A), Norm(x.B)), 2),
            },
        },
        new Check<(Matrix A, Matrix T), Matrix>("3.4", points: 2, member: "OutputDelta")
        {
            Draw = random => random.Matrix(random.Whole(2, 4), 3, 0.05, 0.95) is var a
                ? (a, random.Matrix(a.Rows, a.Columns, 0, 1))
                : default,
            Right = x => MatrixTensors.Autograd(z => 0.5 * (x.T.ToTensor() - sigmoid(z[0])).pow(2).sum(), Logit(x.A)).Gradients[0],
            Mistakes =
            {
                ["derivative-missing"] = x => x.A - x.T,
                ["target-minus-output"] = x => (x.T - x.A) * x.A * (1 - x.A),
                ["sigmoid-twice"] = x => (x.A - x.T) * x.A.Map(Sigmoid) * (1 - x.A.Map(Sigmoid)),
                ["one-minus-missing"] = x => (x.A - x.T) * x.A,
                ["squared"] = x => (x.A - x.T) * (x.A - x.T) * x.A * (1 - x.A),
                ["two-times"] = x => 2 * (x.A - x.T) * x.A * (1 - x.A),
                ["averaged"] = x => (x.A - x.T) * x.A * (1 - x.A) / x.A.Rows,
            },
        },
        new Check<(Matrix NextDelta, Matrix W, Matrix A), Matrix>("3.5", points: 2, member: "HiddenDelta")
        {
            Draw = random => (random.Matrix(2, 4), random.Matrix(3, 4), random.Matrix(2, 3, 0.05, 0.95)),
            // The delta is the gradient by z of sum nextDelta * (sigmoid(z) w): what the next layer does with it.
            Right = x => MatrixTensors.Autograd(z => (x.NextDelta.ToTensor() * sigmoid(z[0]).mm(x.W.ToTensor())).sum(), Logit(x.A)).Gradients[0],
            Mistakes =
            {
                ["derivative-missing"] = x => x.NextDelta.Dot(x.W.T),
                ["one-minus-missing"] = x => x.NextDelta.Dot(x.W.T) * x.A,
                ["weights-missing"] = x => x.NextDelta.SumOfColumns() * x.A * (1 - x.A),
                ["sigmoid-twice"] = x => x.NextDelta.Dot(x.W.T) * x.A.Map(Sigmoid) * (1 - x.A.Map(Sigmoid)),
                ["sign"] = x => -(x.NextDelta.Dot(x.W.T) * x.A * (1 - x.A)),
            },
        },
        new Check<(Matrix Previous, Matrix Delta), (Matrix, Matrix)>("3.6", points: 2, member: "LayerGradients")
        {
            Draw = random => (random.Matrix(4, 3), random.Matrix(4, 2)),
            // The gradients of sum delta * (previous W + b) by W and b.
            Right = x =>
            {
                var g = MatrixTensors.Autograd(
                    p => (x.Delta.ToTensor() * (x.Previous.ToTensor().mm(p[0]) + p[1])).sum(), new Matrix(3, 2), new Matrix(1, 2)).Gradients;
                return (g[0], g[1]);
            },
            Mistakes =
            {
                ["transposed"] = x => (x.Delta.T.Dot(x.Previous), x.Delta.SumOfRows()),
                ["averaged"] = x => (x.Previous.T.Dot(x.Delta) / x.Previous.Rows, x.Delta.SumOfRows() / x.Previous.Rows),
                ["db-averaged"] = x => (x.Previous.T.Dot(x.Delta), x.Delta.SumOfRows() / x.Previous.Rows),
                ["db-not-summed"] = x => (x.Previous.T.Dot(x.Delta), x.Delta),
                ["db-other-axis"] = x => (x.Previous.T.Dot(x.Delta), x.Delta.SumOfColumns().T),
                ["first-row-only"] = x => (Matrix.FromRow(x.Previous.Row(0)).T.Dot(Matrix.FromRow(x.Delta.Row(0))), Matrix.FromRow(x.Delta.Row(0))),
            },
        },
        new Check<(Matrix A1, Matrix T, Matrix W2, Matrix B2, Matrix W3, Matrix B3), (double, double, double, double, double)>(
            "3.7", points: 3, member: "DoItYourself")
        {
            Draw = random => (random.Matrix(1, 2), random.Matrix(1, 2, -0.9, 0.9), random.Matrix(2, 2), random.Matrix(1, 2), random.Matrix(2, 2),
                random.Matrix(1, 2)),
            Right = x =>
            {
                var g = MatrixTensors.Autograd(
                    p => 0.5 * (x.T.ToTensor() - tanh(tanh(x.A1.ToTensor().mm(p[0]) + p[1]).mm(x.W3.ToTensor()) + x.B3.ToTensor())).pow(2).sum(),
                    x.W2, x.B2).Gradients;
                return (g[0][0, 1], g[0][1, 0], g[0][1, 1], g[1][0, 0], g[1][0, 1]);
            },
            Mistakes =
            {
                ["sigmoid-derivative"] = x => Five(x, Tanh(x), a => a * (1 - a), a => a * (1 - a), x.W3),
                ["hidden-derivative-missing"] = x => Five(x, Tanh(x), a => 1 - (a * a), _ => 1, x.W3),
                ["output-derivative-missing"] = x => Five(x, Tanh(x), _ => 1, a => 1 - (a * a), x.W3),
                ["weights-transposed"] = x => Five(x, Tanh(x), a => 1 - (a * a), a => 1 - (a * a), x.W3.T),
                ["w12-for-w21"] = x => Five(x, Tanh(x), a => 1 - (a * a), a => 1 - (a * a), x.W3) is var g
                    ? (g.Item2, g.Item1, g.Item3, g.Item4, g.Item5) : default,
                ["one-branch"] = x => Five(x, Tanh(x), a => 1 - (a * a), a => 1 - (a * a),
                    Matrix.FromRows([x.W3[0, 0], 0], [0, x.W3[1, 1]])),
            },
        },
        new Check<(Matrix X, Matrix T, Matrix[] Weights), Matrix[]>("3.8", points: 4, member: "AnyDepth")
        {
            Cases = 3, // one, two and three layers of weights
            Draw = random => random.Case switch
            {
                0 => (random.Matrix(3, 2), random.Matrix(3, 2, 0, 1), [random.Matrix(2, 2), random.Matrix(1, 2)]),
                1 => (random.Matrix(3, 2), random.Matrix(3, 3, 0, 1),
                    [random.Matrix(2, 4), random.Matrix(1, 4), random.Matrix(4, 3), random.Matrix(1, 3)]),
                _ => (random.Matrix(4, 3), random.Matrix(4, 2, 0, 1),
                    [random.Matrix(3, 3), random.Matrix(1, 3), random.Matrix(3, 3), random.Matrix(1, 3), random.Matrix(3, 2), random.Matrix(1, 2)]),
            },
            Right = x => MatrixTensors.Autograd(
                p =>
                {
                    var a = x.X.ToTensor();
                    for (var i = 0; i < p.Length; i += 2)
                        a = sigmoid(a.mm(p[i]) + p[i + 1]);
                    return 0.5 * (x.T.ToTensor() - a).pow(2).sum();
                },
                x.Weights).Gradients,
            Mistakes =
            {
                ["a2-for-a1"] = x => Backward(x, (outputs, layer) => outputs[Math.Max(1, layer - 1)]),
                ["always-the-input"] = x => Backward(x, (outputs, _) => outputs[0]),
                ["hidden-derivative-missing"] = x => Backward(x, (outputs, layer) => outputs[layer - 1], hidden: _ => 1),
                ["output-derivative-missing"] = x => Backward(x, (outputs, layer) => outputs[layer - 1], output: _ => 1),
                ["db-averaged"] = x => [.. Backward(x, (outputs, layer) => outputs[layer - 1]).Select((g, i) => i % 2 == 1 ? g / x.X.Rows : g)],
                ["order-reversed"] = x => Backward(x, (outputs, layer) => outputs[layer - 1]) is var g
                    ? [.. Enumerable.Range(0, g.Length / 2).Reverse().SelectMany(i => new[] { g[2 * i], g[(2 * i) + 1] })] : [],
            },
        },
        new Check<(Matrix[] Weights, Matrix[] Gradients, double Eta), Matrix[]>("3.9", points: 1, member: "Step")
        {
            Draw = random => ([random.Matrix(2, 3), random.Matrix(1, 3)], [random.Matrix(2, 3), random.Matrix(1, 3)], random.Number(0.1, 0.6)),
            Right = x => [.. x.Weights.Zip(x.Gradients).Select(p => (p.First.ToTensor() - (p.Second.ToTensor() * x.Eta)).ToMatrix())],
            Mistakes =
            {
                ["added"] = x => [.. x.Weights.Zip(x.Gradients).Select(p => p.First + (x.Eta * p.Second))],
                ["eta-missing"] = x => [.. x.Weights.Zip(x.Gradients).Select(p => p.First - p.Second)],
                ["step-only"] = x => [.. x.Gradients.Select(g => -(x.Eta * g))],
                ["weights-scaled"] = x => [.. x.Weights.Zip(x.Gradients).Select(p => (x.Eta * p.First) - p.Second)],
                ["biases-left"] = x => [.. x.Weights.Zip(x.Gradients).Select((p, i) => i % 2 == 0 ? p.First - (x.Eta * p.Second) : p.First)],
            },
        },
        new Check<(Tensor X, Tensor T, Tensor W2, Tensor B2, Tensor W3, Tensor B3), Tensor[]>("3.10", points: 3, member: "AutogradGradients")
        {
            Draw = random => (Float64(random, 3, 2), Float64(random, 3, 2), Float64(random, 2, 4), Float64(random, 1, 4), Float64(random, 4, 2),
                Float64(random, 1, 2)),
            Right = x => Gradients(x, (t, a) => 0.5 * (t - a).pow(2).sum(), sigmoid),
            Mistakes =
            {
                ["half-missing"] = x => Gradients(x, (t, a) => (t - a).pow(2).sum(), sigmoid),
                ["mean"] = x => Gradients(x, (t, a) => 0.5 * (t - a).pow(2).mean(), sigmoid),
                ["mse-loss"] = x => Gradients(x, (t, a) => nn.functional.mse_loss(a, t), sigmoid),
                ["no-square"] = x => Gradients(x, (t, a) => 0.5 * (t - a).sum(), sigmoid),
                ["last-sigmoid-missing"] = x => Gradients(x, (t, a) => 0.5 * (t - a).pow(2).sum(), z => z),
            },
        },
        new Check<(Tensor W, Tensor First, Tensor Second), (Tensor, Tensor)>("3.11", points: 2, member: "TwoBatches")
        {
            Draw = random => (Float64(random, 3), Float64(random, 4, 3), Float64(random, 5, 3)),
            // Mathematics: d/dw sum (w x)^2 = 2 w sum x^2.
            Right = x => (2 * x.W * x.First.pow(2).sum(dim: 0), 2 * x.W * x.Second.pow(2).sum(dim: 0)),
            Mistakes =
            {
                ["not-cleared"] = x => (2 * x.W * x.First.pow(2).sum(dim: 0), 2 * x.W * (x.First.pow(2).sum(dim: 0) + x.Second.pow(2).sum(dim: 0))),
                ["not-copied"] = x => (2 * x.W * x.Second.pow(2).sum(dim: 0), 2 * x.W * x.Second.pow(2).sum(dim: 0)),
                ["neither"] = x => 2 * x.W * (x.First.pow(2).sum(dim: 0) + x.Second.pow(2).sum(dim: 0)) is var g ? (g, g) : default,
                ["swapped"] = x => (2 * x.W * x.Second.pow(2).sum(dim: 0), 2 * x.W * x.First.pow(2).sum(dim: 0)),
                ["no-square"] = x => (x.First.sum(dim: 0) + (0 * x.W), x.Second.sum(dim: 0) + (0 * x.W)),
            },
        },
    ];

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

    // z where sigmoid(z) is a.
    private static Matrix Logit(Matrix a) => a.Map(v => Math.Log(v / (1 - v)));

    private static double Norm(double[] a) => Math.Sqrt(a.Sum(v => v * v));

    private static double[] Minus(double[] a, double[] b) => [.. a.Zip(b).Select(p => p.First - p.Second)];

    private static (double H1, double H2) Hidden((double X, double W1, double B1, double W2, double B2, double W3) x)
    {
        var h1 = Sigmoid((x.W1 * x.X) + x.B1);
        return (h1, Sigmoid((x.W2 * h1) + x.B2));
    }

    private static double[] Autograd(Func<Tensor[], Tensor> function, params double[] at) =>
        [.. MatrixTensors.Autograd(p => function(p).sum(), [.. at.Select(v => Matrix.FromRow(v))]).Gradients.Select(g => g[0, 0])];

    private static Tensor Float64(Draw random, params long[] shape) => random.Tensor(shape, type: ScalarType.Float64);

    private static (Matrix A2, Matrix A3) Tanh((Matrix A1, Matrix T, Matrix W2, Matrix B2, Matrix W3, Matrix B3) x)
    {
        var a2 = (x.A1.Dot(x.W2) + x.B2).Map(Math.Tanh);
        return (a2, (a2.Dot(x.W3) + x.B3).Map(Math.Tanh));
    }

    // The five derivatives, with some slopes and weights for the layers.
    private static (double, double, double, double, double) Five(
        (Matrix A1, Matrix T, Matrix W2, Matrix B2, Matrix W3, Matrix B3) x, (Matrix A2, Matrix A3) y,
        Func<double, double> output, Func<double, double> hidden, Matrix w3)
    {
        var delta = ((y.A3 - x.T) * y.A3.Map(output)).Dot(w3.T) * y.A2.Map(hidden);
        return (delta[0, 1] * x.A1[0, 0], delta[0, 0] * x.A1[0, 1], delta[0, 1] * x.A1[0, 1], delta[0, 0], delta[0, 1]);
    }

    // Backwards through the layers, with some output for that of the layer before, and some slopes.
    private static Matrix[] Backward(
        (Matrix X, Matrix T, Matrix[] Weights) x, Func<List<Matrix>, int, Matrix> previous,
        Func<double, double>? hidden = null, Func<double, double>? output = null)
    {
        List<Matrix> outputs = [x.X];
        for (var i = 0; i < x.Weights.Length; i += 2)
            outputs.Add((outputs[^1].Dot(x.Weights[i]) + x.Weights[i + 1]).Map(Sigmoid));
        var gradients = new Matrix[x.Weights.Length];
        var arriving = outputs[^1] - x.T;
        for (var layer = x.Weights.Length / 2; layer > 0; layer--)
        {
            var slope = (layer == x.Weights.Length / 2 ? output : hidden) ?? (a => a * (1 - a));
            var delta = arriving * outputs[layer].Map(slope);
            gradients[(2 * layer) - 2] = previous(outputs, layer).T.Dot(delta);
            gradients[(2 * layer) - 1] = delta.SumOfRows();
            arriving = delta.Dot(x.Weights[(2 * layer) - 2].T);
        }

        return gradients;
    }

    private static Tensor[] Gradients(
        (Tensor X, Tensor T, Tensor W2, Tensor B2, Tensor W3, Tensor B3) x, Func<Tensor, Tensor, Tensor> loss, Func<Tensor, Tensor> last)
    {
        Tensor[] leaves = [.. new[] { x.W2, x.B2, x.W3, x.B3 }.Select(w => w.clone().requires_grad_())];
        loss(x.T, last(sigmoid(x.X.mm(leaves[0]) + leaves[1]).mm(leaves[2]) + leaves[3])).backward();
        return [.. leaves.Select(leaf => leaf.grad!)];
    }
}
