using System.Globalization;
using CourseLabs.Exercises;
using CourseLabs.Exercises.Values;
using CourseLabs.Matrices;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CourseLabs.Checks;

/// <summary>Lab 09's tasks. What is right comes from torch in float64, from how the input was made, or from Adam's formula by hand.</summary>
public sealed class Lab09() : Exercise("09-house-prices")
{
    public override IReadOnlyList<Check> Checks { get; } =
    [
        new Check<double[], double[]>("9.1", points: 3, member: "Standardize")
        {
            Cases = 3, // some missing; none; all the same
            Draw = random => random.Case switch
            {
                0 => [random.Number(4, 9), double.NaN, .. random.Numbers(4, 4, 9), double.NaN, random.Number(4, 9)],
                1 => random.Numbers(6, -3, 9),
                _ => [14.62, 14.62, double.NaN, 14.62, 14.62, 14.62],
            },
            Right = x =>
            {
                // torch's std divides by n - 1.
                var present = tensor(Present(x));
                (var mean, var std) = (present.mean().item<double>(), present.std().item<double>());
                return Distinct(x) == 1 ? [.. x.Select(v => v - v)] : [.. x.Select(v => (v - mean) / std)];
            },
            Mistakes =
            {
                ["over-n"] = x => Scaled(x, Present(x), 0),
                ["missing-as-zero"] = x => Scaled([.. x.Select(v => double.IsNaN(v) ? 0 : v)], [.. x.Select(v => double.IsNaN(v) ? 0 : v)], 1),
                ["not-divided"] = x => [.. x.Select(v => v - Present(x).Average())],
                ["variance"] = x => Distinct(x) == 1 ? [.. x.Select(v => v - v)] : [.. x.Select(v => (v - Present(x).Average()) / Math.Pow(Std(Present(x), 1), 2))],
                ["zero-to-one"] = x => Distinct(x) == 1 ? [.. x.Select(v => v - v)]
                    : [.. x.Select(v => (v - Present(x).Min()) / (Present(x).Max() - Present(x).Min()))],
                ["constant-column"] = x => [.. x.Select(v => (v - Present(x).Average()) / (Distinct(x) == 1 ? 0 : Std(Present(x), 1)))],
            },
        },
        new Check<double[], double[]>("9.2", points: 1, member: "FillMissing")
        {
            Draw = random => [random.Number(1, 2), double.NaN, .. random.Numbers(3, -1, 2), double.NaN],
            Right = x => tensor(x).nan_to_num(0).data<double>().ToArray(),
            Mistakes =
            {
                ["dropped"] = x => Present(x),
                ["by-the-mean-of-the-rest"] = x => [.. x.Select(v => double.IsNaN(v) ? Present(x).Average() : v)],
                ["left-missing"] = x => x,
                ["by-the-number-before"] = x => [.. x.Select((v, i) => double.IsNaN(v) ? x[i - 1] : v)],
            },
        },
        new Check<string[], Matrix>("9.3", points: 3, member: "OneHot")
        {
            // In another order than the alphabet's, and with two missing.
            Draw = random => random.OneOf<string[]>(["RM", "C", "", "RL", "FV"], ["Pave", "Grvl", "", "Alley", "Dirt"], ["b", "a", "", "C", "d"]) is var names
                ? [names[0], names[2], names[1], names[0], .. Enumerable.Range(0, 5).Select(_ => random.OneOf(names)), names[3], names[4]] : [],
            Right = column =>
            {
                string[] all = [.. column.Where(t => t.Length > 0).Distinct().Order(StringComparer.Ordinal), ""];
                return Matrix.FromRows([.. column.Select(t => all.Select(c => c == t ? 1.0 : 0).ToArray())]);
            },
            Mistakes =
            {
                ["missing-left-out"] = column => Hot(column, Categories(column)),
                ["order-of-appearance"] = column => Hot(column, [.. column.Where(t => t.Length > 0).Distinct(), ""]),
                ["missing-first"] = column => Hot(column, ["", .. Categories(column)]),
                ["missing-not-marked"] = column => Hot([.. column.Select(t => t.Length == 0 ? "?" : t)], [.. Categories(column), ""]),
                ["numbers"] = column => Matrix.FromRows([.. column.Select(t => new double[] { Array.IndexOf(Categories(column), t) })]),
            },
        },
        new Check<(double[] Prediction, double[] Price), double>("9.4", points: 2, member: "LogRmse")
        {
            Cases = 2, // all above 1; some at or below 0
            Draw = random => (random.Case == 0
                ? random.Numbers(5, 80_000, 300_000) : [.. random.Numbers(3, 80_000, 300_000), random.Number(-9000, -1), random.Number(0.1, 0.9)],
                random.Numbers(5, 80_000, 300_000)),
            Right = x => (tensor(x.Prediction).maximum(tensor(1.0)).log() - tensor(x.Price).log()).pow(2).mean().sqrt().item<double>(),
            Mistakes =
            {
                ["not-clamped"] = x => Rms(x.Prediction.Select(v => Math.Log(v)), x.Price.Select(v => Math.Log(v))),
                ["no-logarithm"] = x => Rms(x.Prediction.Select(p => Math.Max(p, 1)), x.Price),
                ["no-root"] = x => Math.Pow(Rms(x.Prediction.Select(p => Math.Log(Math.Max(p, 1))), x.Price.Select(v => Math.Log(v))), 2),
                ["sum"] = x => Rms(x.Prediction.Select(p => Math.Log(Math.Max(p, 1))), x.Price.Select(v => Math.Log(v))) * Math.Sqrt(5),
                ["absolute"] = x => x.Prediction.Zip(x.Price).Average(p => Math.Abs(Math.Log(Math.Max(p.First, 1)) - Math.Log(p.Second))),
                ["log-of-the-rmse"] = x => Math.Log(Rms(x.Prediction.Select(p => Math.Max(p, 1)), x.Price)),
            },
        },
        new Check<(int N, int K), int[][]>("9.5", points: 2, member: "Folds")
        {
            // n mod k is at least 2, so that it matters where the rest goes.
            Draw = random => random.Whole(4, 6) is var k ? ((k * random.Whole(2, 4)) + random.Whole(2, k - 1), k) : default,
            Right = x => [.. arange(x.N).tensor_split(x.K).Select(part => part.data<long>().ToArray().Select(v => (int)v).ToArray())],
            Mistakes =
            {
                ["rest-dropped"] = x => [.. Enumerable.Range(0, x.K).Select(i => Enumerable.Range(i * (x.N / x.K), x.N / x.K).ToArray())],
                ["rest-to-the-last"] = x => [.. Enumerable.Range(0, x.K).Select(i =>
                    Enumerable.Range(i * (x.N / x.K), i == x.K - 1 ? x.N - (i * (x.N / x.K)) : x.N / x.K).ToArray())],
                ["in-turn"] = x => [.. Enumerable.Range(0, x.K).Select(i => Enumerable.Range(0, x.N).Where(r => r % x.K == i).ToArray())],
                ["from-one"] = x => [.. arange(x.N).tensor_split(x.K).Select(part => part.data<long>().ToArray().Select(v => (int)v + 1).ToArray())],
            },
        },
        new Check<(double[] Train, double[] Valid), (double[], double[])>("9.6", points: 2, member: "ScaleInsideFold")
        {
            Draw = random => (random.Numbers(6, 2, 5), random.Numbers(4, 4, 9)),
            Right = x =>
            {
                (var mean, var std) = (tensor(x.Train).mean().item<double>(), tensor(x.Train).std().item<double>());
                return ([.. x.Train.Select(v => (v - mean) / std)], [.. x.Valid.Select(v => (v - mean) / std)]);
            },
            Mistakes =
            {
                ["each-by-its-own"] = x => (Scaled(x.Train, x.Train, 1), Scaled(x.Valid, x.Valid, 1)),
                ["over-all-rows"] = x => (Scaled(x.Train, [.. x.Train, .. x.Valid], 1), Scaled(x.Valid, [.. x.Train, .. x.Valid], 1)),
                ["valid-not-scaled"] = x => (Scaled(x.Train, x.Train, 1), x.Valid),
                ["over-n"] = x => (Scaled(x.Train, x.Train, 0), Scaled(x.Valid, x.Train, 0)),
                ["by-the-held-out"] = x => (Scaled(x.Train, x.Valid, 1), Scaled(x.Valid, x.Valid, 1)),
            },
        },
        new Check<(int[] Id, double[] Price), string[]>("9.7", points: 1, member: "SubmissionLines")
        {
            Draw = random => (random.Shuffled(4).Select(n => n + 1461).ToArray(), random.Numbers(4, 80_000, 300_000)),
            Right = x => ["Id,SalePrice", .. x.Id.Select((id, i) => $"{id},{Math.Round(x.Price[i], 2, MidpointRounding.AwayFromZero).ToString("0.00", CultureInfo.InvariantCulture)}")],
            Mistakes =
            {
                ["no-header"] = x => [.. x.Id.Zip(x.Price, (i, p) => string.Create(CultureInfo.InvariantCulture, $"{i},{p:F2}"))],
                ["whole-prices"] = x => ["Id,SalePrice", .. x.Id.Zip(x.Price, (i, p) => string.Create(CultureInfo.InvariantCulture, $"{i},{p:F0}"))],
                ["columns-swapped"] = x => ["Id,SalePrice", .. x.Id.Zip(x.Price, (i, p) => string.Create(CultureInfo.InvariantCulture, $"{p:F2},{i}"))],
                ["comma-for-point"] = x => ["Id,SalePrice", .. x.Id.Zip(x.Price, (i, p) => string.Create(CultureInfo.InvariantCulture, $"{i},{p:F2}").Replace('.', ','))],
                ["thousands"] = x => ["Id,SalePrice", .. x.Id.Zip(x.Price, (i, p) => string.Create(CultureInfo.InvariantCulture, $"{i},{p:N2}"))],
                ["counted"] = x => ["Id,SalePrice", .. x.Price.Select((p, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1},{p:F2}"))],
            },
        },
        new Check<(Tensor Prediction, Tensor Price), Tensor>("9.8", points: 2, member: "LogRmseOfTensors")
        {
            Cases = 2, // all above 1; some at or below 0
            Draw = random => (random.Case == 0 ? random.Tensor([5, 1], 8, 30) : cat([random.Tensor([3, 1], 8, 30), random.Tensor([2, 1], -9, 0.5)], 0),
                random.Tensor([5, 1], 8, 30)),
            Right = x => (x.Prediction.to(ScalarType.Float64).maximum(tensor(1.0)).log() - x.Price.to(ScalarType.Float64).log()).pow(2).mean().sqrt().to(ScalarType.Float32),
            Mistakes =
            {
                ["not-clamped"] = x => functional.mse_loss(x.Prediction.log(), x.Price.log()).sqrt(),
                ["no-root"] = x => functional.mse_loss(x.Prediction.clamp(min: 1).log(), x.Price.log()),
                ["no-logarithm"] = x => functional.mse_loss(x.Prediction.clamp(min: 1), x.Price).sqrt(),
                ["one-each"] = x => (x.Prediction.clamp(min: 1).log() - x.Price.log()).abs(),
                ["absolute"] = x => (x.Prediction.clamp(min: 1).log() - x.Price.log()).abs().mean(),
            },
        },
        new Check<(int InFeatures, Tensor X), Model>("9.9", points: 1, member: "Net")
        {
            Draw = random => random.Whole(3, 6) is var n ? (n, random.Tensor([4, n], -2, 2)) : default,
            Right = x => Model.Of(Linear(x.InFeatures, 1), x.X),
            Mistakes =
            {
                ["no-bias"] = x => Model.Of(Linear(x.InFeatures, 1, hasBias: false), x.X),
                ["relu-behind"] = x => Model.Of(Sequential(Linear(x.InFeatures, 1), ReLU()), x.X),
                ["hidden-layer"] = x => Model.Of(Sequential(Linear(x.InFeatures, x.InFeatures), ReLU(), Linear(x.InFeatures, 1)), x.X),
                ["an-output-a-feature"] = x => Model.Of(Linear(x.InFeatures, x.InFeatures), x.X),
            },
        },
        new Check<(int K, int I, Tensor X), (Tensor, Tensor)>("9.10", points: 2, member: "FoldData")
        {
            Draw = random => random.Whole(3, 5) is var k ? (k, random.Whole(1, k - 2), random.Tensor([(k * 2) + 1, 2])) : default,
            Right = x => x.X.tensor_split(x.K, 0) is var parts
                ? (x.X.index_select(0, Rows(parts, i => i != x.I)), x.X.index_select(0, Rows(parts, i => i == x.I))) : default,
            Mistakes =
            {
                ["swapped"] = x => x.X.tensor_split(x.K, 0) is var parts ? (parts[x.I], cat([.. parts[..x.I], .. parts[(x.I + 1)..]], 0)) : default,
                ["all-rows"] = x => x.X.tensor_split(x.K, 0) is var parts ? (x.X, parts[x.I]) : default,
                ["rows-before-alone"] = x => x.X.tensor_split(x.K, 0) is var parts ? (cat([.. parts[..x.I]], 0), parts[x.I]) : default,
                ["fold-before"] = x => x.X.tensor_split(x.K, 0) is var parts
                    ? (cat([.. parts[..(x.I - 1)], .. parts[x.I..]], 0), parts[x.I - 1]) : default,
                ["order-changed"] = x => x.X.tensor_split(x.K, 0) is var parts ? (cat([.. parts[(x.I + 1)..], .. parts[..x.I]], 0), parts[x.I]) : default,
            },
        },
        new Check<(Tensor X, Tensor Y, int Epochs, int Batch, double Lr), (Tensor, Tensor)>("9.11", points: 3, member: "Train")
        {
            Draw = random => (random.Tensor([10, 3], 0.5, 2), random.Tensor([10, 1], 3, 6), random.Whole(2, 4), random.Whole(3, 4), random.Number(0.02, 0.1)),
            Right = x => ByHand(x, batches: true, zeroGrad: true),
            Tolerance = 1e-3, // a dozen float32 steps; a mistake moves the weights by percents
            Mistakes =
            {
                ["no-zero-grad"] = x => ByHand(x, batches: true, zeroGrad: false),
                ["no-step"] = x => (zeros(1, 3), zeros(1)),
                ["full-batch"] = x => ByHand(x, batches: false, zeroGrad: true),
                ["sgd"] = x => ByHand(x, batches: true, zeroGrad: true, adam: false),
            },
        },
    ];

    private static double[] Present(double[] x) => [.. x.Where(v => !double.IsNaN(v))];

    private static int Distinct(double[] x) => Present(x).Distinct().Count();

    private static double Std(double[] x, int less) => Math.Sqrt(x.Sum(v => Math.Pow(v - x.Average(), 2)) / (x.Length - less));

    // x by the mean and the deviation of other numbers, over n - less.
    private static double[] Scaled(double[] x, double[] by, int less) =>
        [.. x.Select(v => by.Distinct().Count() == 1 ? v - v : (v - by.Average()) / Std(by, less))];

    private static string[] Categories(string[] column) => [.. column.Where(t => t.Length > 0).Distinct().Order(StringComparer.Ordinal)];

    private static Matrix Hot(string[] column, string[] categories) =>
        Matrix.FromRows([.. column.Select(t => categories.Select(c => c == t ? 1.0 : 0).ToArray())]);

    private static double Rms(IEnumerable<double> a, IEnumerable<double> b) => Math.Sqrt(a.Zip(b).Average(p => Math.Pow(p.First - p.Second, 2)));

    // The numbers of the rows of some parts.
    private static Tensor Rows(Tensor[] parts, Func<int, bool> which)
    {
        var rows = new List<long>();
        var first = 0L;
        for (var i = 0; i < parts.Length; i++)
        {
            for (var r = 0; r < parts[i].shape[0] && which(i); r++)
                rows.Add(first + r);
            first += parts[i].shape[0];
        }

        return tensor(rows.ToArray());
    }

    // Adam (or SGD) by its formula in float64, on the linear model, which begins with zeros.
    private static (Tensor, Tensor) ByHand((Tensor X, Tensor Y, int Epochs, int Batch, double Lr) x, bool batches, bool zeroGrad, bool adam = true)
    {
        (var features, var rows) = ((int)x.X.shape[1], (int)x.X.shape[0]);
        double[] w = new double[features + 1], m = new double[features + 1], v = new double[features + 1], g = new double[features + 1];
        var t = 0;
        for (var epoch = 0; epoch < x.Epochs; epoch++)
        {
            for (var from = 0; from < rows; from += batches ? x.Batch : rows)
            {
                var to = batches ? Math.Min(from + x.Batch, rows) : rows;
                if (zeroGrad)
                    Array.Clear(g);
                for (var r = from; r < to; r++)
                {
                    var error = w[features] - x.Y[r, 0].item<float>();
                    for (var j = 0; j < features; j++)
                        error += w[j] * x.X[r, j].item<float>();
                    for (var j = 0; j < features; j++)
                        g[j] += 2 * error * x.X[r, j].item<float>() / (to - from);
                    g[features] += 2 * error / (to - from);
                }

                t++;
                for (var j = 0; j <= features; j++)
                {
                    m[j] = (0.9 * m[j]) + (0.1 * g[j]);
                    v[j] = (0.999 * v[j]) + (0.001 * g[j] * g[j]);
                    w[j] -= adam ? x.Lr * (m[j] / (1 - Math.Pow(0.9, t))) / (Math.Sqrt(v[j] / (1 - Math.Pow(0.999, t))) + 1e-8) : x.Lr * g[j];
                }
            }
        }

        return (tensor(w[..features]).to(ScalarType.Float32).unsqueeze(0), tensor(w[features..]).to(ScalarType.Float32));
    }
}
