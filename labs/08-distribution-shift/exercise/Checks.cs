using CourseLabs.Exercises;
using CourseLabs.Matrices;
using CourseLabs.Torch;
using static TorchSharp.torch;

namespace CourseLabs.Checks;

/// <summary>Lab 08's tasks. What is right comes from torch in float64, or from how the input was made.</summary>
public sealed class Lab08() : Exercise("08-distribution-shift")
{
    public override IReadOnlyList<Check> Checks { get; } =
    [
        new Check<(double[] Probability, double C), double[]>("8.1", points: 2, member: "ImportanceWeights")
        {
            // Of eight some are above the bound.
            Draw = random => ([.. random.Numbers(5, 0.05, 0.6), .. random.Numbers(3, 0.9, 0.99)], random.Number(2, 5)),
            // sigmoid(h) = p means exp(h) = p / (1 - p).
            Right = x => tensor(x.Probability).logit().exp().minimum(tensor(x.C)).data<double>().ToArray(),
            Mistakes =
            {
                ["upside-down"] = x => [.. x.Probability.Select(p => Math.Min((1 - p) / p, x.C))],
                ["probability"] = x => x.Probability,
                ["one-minus-missing"] = x => [.. x.Probability.Select(p => Math.Min(1 / (1 - p), x.C))],
                ["not-bounded"] = x => [.. x.Probability.Select(p => p / (1 - p))],
                ["at-least"] = x => [.. x.Probability.Select(p => Math.Max(p / (1 - p), x.C))],
            },
        },
        new Check<(double[] Weights, double[] Losses), double>("8.2", points: 1, member: "WeightedRisk")
        {
            Draw = random => random.Whole(4, 9) is var n ? (random.Numbers(n, 0.1, 3), random.Numbers(n, 0.1, 2)) : default,
            Right = x => (tensor(x.Weights) * tensor(x.Losses)).mean().item<double>(),
            Mistakes =
            {
                ["over-weights"] = x => Dot(x.Weights, x.Losses) / x.Weights.Sum(),
                ["sum"] = x => Dot(x.Weights, x.Losses),
                ["unweighted"] = x => x.Losses.Average(),
                ["means-multiplied"] = x => x.Weights.Average() * x.Losses.Average(),
            },
        },
        new Check<(int[] Predicted, int[] Label, int Classes), Matrix>("8.3", points: 2, member: "Confusion")
        {
            // Every class is a label; the first ones are predicted more often than they are.
            Draw = random => ([.. random.Wholes(20, 0, 2), .. random.Wholes(5, 0, 1)], [0, 1, 2, 0, 1, 2, .. random.Wholes(19, 0, 2)], 3),
            Right = x =>
            {
                var joint = OneHot(x.Predicted, x.Classes).t().mm(OneHot(x.Label, x.Classes));
                return (joint / joint.sum(dim: 0, keepdim: true)).ToMatrix();
            },
            Mistakes =
            {
                ["rows-sum-to-one"] = x => Counts(x.Predicted, x.Label, x.Classes) is var c ? c / c.SumOfColumns().Map(n => Math.Max(n, 1)) : c,
                ["transposed"] = x => Counts(x.Predicted, x.Label, x.Classes) is var c ? (c / c.SumOfRows()).T : c,
                ["of-all"] = x => Counts(x.Predicted, x.Label, x.Classes) / x.Label.Length,
                ["counts"] = x => Counts(x.Predicted, x.Label, x.Classes),
            },
        },
        new Check<(Matrix C, double[] Mu), double[]>("8.4", points: 2, member: "LabelShares")
        {
            Draw = random => (random.Number(0.7, 0.95), random.Number(0.05, 0.3), random.Number(0.1, 0.9)) is var (a, b, p)
                ? (Matrix.FromRows([a, b], [1 - a, 1 - b]), [(a * p) + (b * (1 - p)), ((1 - a) * p) + ((1 - b) * (1 - p))])
                : default,
            Right = x => linalg.solve(x.C.ToTensor(), tensor(x.Mu)).data<double>().ToArray(),
            Mistakes =
            {
                ["mu"] = x => x.Mu,
                ["multiplied"] = x => [(x.C[0, 0] * x.Mu[0]) + (x.C[0, 1] * x.Mu[1]), (x.C[1, 0] * x.Mu[0]) + (x.C[1, 1] * x.Mu[1])],
                ["transposed"] = x => Solve(x.C.T, x.Mu),
                ["determinant-missing"] = x => Solve(x.C, x.Mu) is var p && (x.C[0, 0] * x.C[1, 1]) - (x.C[0, 1] * x.C[1, 0]) is var d
                    ? [p[0] * d, p[1] * d] : [],
                ["swapped"] = x => Solve(x.C, x.Mu) is var p ? [p[1], p[0]] : [],
            },
        },
        new Check<(Matrix Before, Matrix After), string>("8.5", points: 3, member: "WhichShift")
        {
            Cases = 5, // none, covariate, label, concept, other
            Draw = random =>
            {
                Matrix x = Shares(random.Matrix(3, 1, 0.2, 1)), x2 = Shares(random.Matrix(3, 1, 0.2, 1));
                Matrix y = Shares(random.Matrix(1, 2, 0.2, 1)), y2 = Shares(random.Matrix(1, 2, 0.2, 1));
                Matrix yOfX = Rows(random.Matrix(3, 2, 0.2, 1)), yOfX2 = Rows(random.Matrix(3, 2, 0.2, 1)), xOfY = Rows(random.Matrix(2, 3, 0.2, 1)).T;
                return random.Case switch
                {
                    0 => (x * yOfX, x * yOfX),
                    1 => (x * yOfX, x2 * yOfX),
                    2 => (y * xOfY, y2 * xOfY),
                    3 => (x * yOfX, x * yOfX2),
                    _ => (x * yOfX, x2 * yOfX2),
                };
            },
            // By how the tables were made: each case has the part that it leaves as it was.
            Right = x => Same(x.Before, x.After) ? "none" : Same(Rows(x.Before), Rows(x.After)) ? "covariate"
                : Same(Rows(x.Before.T), Rows(x.After.T)) ? "label" : Same(x.Before.SumOfColumns(), x.After.SumOfColumns()) ? "concept" : "other",
            Mistakes =
            {
                ["axes-swapped"] = x => Same(x.Before, x.After) ? "none" : Same(Rows(x.Before.T), Rows(x.After.T)) ? "covariate"
                    : Same(Rows(x.Before), Rows(x.After)) ? "label" : Same(x.Before.SumOfColumns(), x.After.SumOfColumns()) ? "concept" : "other",
                ["marginal-of-x"] = x => Same(x.Before, x.After) ? "none" : !Same(x.Before.SumOfColumns(), x.After.SumOfColumns()) ? "covariate"
                    : Same(Rows(x.Before.T), Rows(x.After.T)) ? "label" : "concept",
                ["no-label"] = x => Same(x.Before, x.After) ? "none" : Same(Rows(x.Before), Rows(x.After)) ? "covariate" : "concept",
                ["concept-of-y"] = x => Same(x.Before, x.After) ? "none" : Same(Rows(x.Before), Rows(x.After)) ? "covariate"
                    : Same(Rows(x.Before.T), Rows(x.After.T)) ? "label" : Same(x.Before.SumOfRows(), x.After.SumOfRows()) ? "concept" : "other",
            },
        },
        new Check<(Tensor Logits, double C), Tensor>("8.6", points: 1, member: "WeightsOfLogits")
        {
            Draw = random => (cat([random.Tensor([5, 1], -2, 0.1), random.Tensor([3, 1], 2, 4)], 0), random.Number(1.2, 1.8)),
            Right = x => x.Logits.to(ScalarType.Float64).exp().minimum(tensor(x.C)).to(ScalarType.Float32),
            Mistakes =
            {
                ["sigmoid"] = x => x.Logits.sigmoid().clamp(max: x.C),
                ["not-bounded"] = x => x.Logits.exp(),
                ["bounded-first"] = x => x.Logits.clamp(max: x.C).exp(),
                ["minus"] = x => (-x.Logits).exp().clamp(max: x.C),
            },
        },
        new Check<(Tensor Logits, Tensor Labels, Tensor Weights), Tensor>("8.7", points: 2, member: "WeightedCrossEntropy")
        {
            Draw = random => (random.Tensor([6, 3], -2, 2), random.Labels(6, 0, 2), random.Tensor([6], 0.1, 3)),
            Right = x =>
            {
                // -log softmax by hand: log sum exp minus the label's logit.
                var logits = x.Logits.to(ScalarType.Float64);
                var losses = logits.logsumexp(1) - logits.gather(1, x.Labels.unsqueeze(1)).squeeze(1);
                return (x.Weights.to(ScalarType.Float64) * losses).mean().to(ScalarType.Float32);
            },
            Mistakes =
            {
                ["over-weights"] = x => (x.Weights * Losses(x.Logits, x.Labels)).sum() / x.Weights.sum(),
                ["means-multiplied"] = x => x.Weights.mean() * Losses(x.Logits, x.Labels).mean(),
                ["sum"] = x => (x.Weights * Losses(x.Logits, x.Labels)).sum(),
                ["unweighted"] = x => Losses(x.Logits, x.Labels).mean(),
                ["softmax-twice"] = x => (x.Weights * Losses(nn.functional.softmax(x.Logits, 1), x.Labels)).mean(),
            },
        },
        new Check<(Tensor W, Tensor B, Tensor X, Tensor Y, Tensor U, Tensor V), (double, double)>("8.8", points: 2, member: "ErrorRates")
        {
            // u lies elsewhere; labels at random, so that the shares differ.
            Draw = random => (random.Tensor([3, 1]), tensor(new[] { (float)random.AwayFromZero(0.6, 1.2) }), random.Tensor([31, 3], -2, 2),
                random.Labels(31, 0, 1).to(ScalarType.Float32).unsqueeze(1), random.Tensor([37, 3], -1, 3),
                random.Labels(37, 0, 1).to(ScalarType.Float32).unsqueeze(1)),
            Right = x => (Wrong(x.X, x.Y, x.W, x.B, 0), Wrong(x.U, x.V, x.W, x.B, 0)),
            Mistakes =
            {
                ["accuracy"] = x => (1 - Wrong(x.X, x.Y, x.W, x.B, 0), 1 - Wrong(x.U, x.V, x.W, x.B, 0)),
                ["bias-missing"] = x => (Wrong(x.X, x.Y, x.W, 0 * x.B, 0), Wrong(x.U, x.V, x.W, 0 * x.B, 0)),
                ["logit-above-half"] = x => (Wrong(x.X, x.Y, x.W, x.B, 0.5), Wrong(x.U, x.V, x.W, x.B, 0.5)),
                ["counts"] = x => (Wrong(x.X, x.Y, x.W, x.B, 0) * 31, Wrong(x.U, x.V, x.W, x.B, 0) * 37),
                ["swapped"] = x => (Wrong(x.U, x.V, x.W, x.B, 0), Wrong(x.X, x.Y, x.W, x.B, 0)),
            },
        },
    ];

    private static double Dot(double[] a, double[] b) => a.Zip(b).Sum(p => p.First * p.Second);

    private static Tensor OneHot(int[] classes, int count) =>
        nn.functional.one_hot(tensor(classes.Select(c => (long)c).ToArray()), count).to(ScalarType.Float64);

    private static Matrix Counts(int[] predicted, int[] label, int classes)
    {
        var c = new Matrix(classes, classes);
        for (var n = 0; n < label.Length; n++)
            c[predicted[n], label[n]]++;
        return c;
    }

    private static double[] Solve(Matrix c, double[] mu) => linalg.solve(c.ToTensor(), tensor(mu)).data<double>().ToArray();

    private static Matrix Shares(Matrix m) => m / m.Sum();

    private static Matrix Rows(Matrix m) => m / m.SumOfColumns();

    private static bool Same(Matrix a, Matrix b) => a.Values.ToArray().Zip(b.Values.ToArray()).All(p => Math.Abs(p.First - p.Second) < 1e-6);

    private static Tensor Losses(Tensor logits, Tensor labels) => nn.functional.cross_entropy(logits, labels, reduction: nn.Reduction.None);

    // Row by row, in float64.
    private static double Wrong(Tensor x, Tensor y, Tensor w, Tensor b, double threshold)
    {
        var logits = x.to(ScalarType.Float64).mm(w.to(ScalarType.Float64)) + b.to(ScalarType.Float64);
        return Enumerable.Range(0, (int)x.shape[0]).Average(i => (logits[i, 0].item<double>() > threshold ? 1 : 0) == y[i, 0].item<float>() ? 0.0 : 1);
    }
}
