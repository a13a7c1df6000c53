using CourseLabs.Backprop.Activations;
using CourseLabs.Backprop.Losses;
using CourseLabs.Backprop.Networks;
using CourseLabs.Matrices;
using CourseLabs.Torch;
using static TorchSharp.torch;

namespace CourseLabs.Benchmarks;

/// <summary>
/// A training step of sigmoid networks of any size: by hand, in TorchSharp and in PyTorch. All begin with the same weights and rows in
/// float64 and compute on one thread; after three steps they must have the same loss.
/// </summary>
internal static class StepGrowth
{
    private const double LearningRate = 0.001;

    public static Growth Width { get; } = Of(
        "width", "A training step by width: three layers of n neurons, batches of 32", "n, neurons in each layer",
        [8, 16, 32, 64, 128, 256, 512, 1024], n => ([n, n, n, n], 32));

    public static Growth Depth { get; } = Of(
        "depth", "A training step by depth: n layers of 64 neurons, batches of 32", "n, layers",
        [1, 2, 4, 8, 16, 32, 64, 128], n => ([.. Enumerable.Repeat(64, n + 1)], 32));

    public static Growth Batch { get; } = Of(
        "batch", "A training step of the 784-100-10 network by batch", "n, rows in a batch",
        [1, 4, 16, 64, 256, 1024], n => ([784, 100, 10], n));

    /// <summary>Those who are timed on a network.</summary>
    /// <param name="widths">The size of the input and of every layer.</param>
    /// <param name="batch">How many rows a step has.</param>
    public static Contender[] Contenders(int[] widths, int batch)
    {
        double? expected = null;
        return
        [
            new("C# by hand", () => Same(ByHand(widths, batch))),
            new("TorchSharp", () => Same(InTorchSharp(widths, batch))),
            new("PyTorch", () => Same(InPyTorch(widths, batch)), Peer.TorchPackages),
        ];

        double Same((double Loss, double Microseconds) run)
        {
            expected ??= run.Loss;
            return Math.Abs(run.Loss - expected.Value) <= 1e-9 * expected
                ? run.Microseconds
                : throw new InvalidDataException($"The losses of the third step differ, {run.Loss} and {expected}: the times say nothing.");
        }
    }

    private static Growth Of(string name, string title, string x, int[] sizes, Func<int, (int[] Widths, int Batch)> network) =>
        new(name, title, x, "microseconds a step", sizes, n => Contenders(network(n).Widths, network(n).Batch));

    private static (double, double) ByHand(int[] widths, int batch)
    {
        var (x, target) = Rows(widths, batch);
        var network = new Network([.. Weights(widths).Select(w => new Dense(w, new(1, w.Columns), new Sigmoid()))]);
        var loss = new HalfSquaredError();
        return Timing.OfStep(() => network.Train(x, target, loss, LearningRate));
    }

    private static (double, double) InTorchSharp(int[] widths, int batch)
    {
        using var threads = ThreadCount.Use(1);
        using var all = NewDisposeScope();
        var (x, target) = (Rows(widths, batch).X.ToTensor(), Rows(widths, batch).Target.ToTensor());
        var model = nn.Sequential(Weights(widths).SelectMany(w => new nn.Module<Tensor, Tensor>[]
        {
            new Dense(w, new(1, w.Columns), new Sigmoid()).ToLinear(), nn.Sigmoid(),
        }));
        var optimizer = optim.SGD(model.parameters(), LearningRate);
        return Timing.OfStep(() =>
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var loss = (model.call(x) - target).square().sum() / 2;
            loss.backward();
            optimizer.step();
            return loss.item<double>();
        });
    }

    private static (double, double) InPyTorch(int[] widths, int batch)
    {
        var printed = Timing.Printed(Peer.PythonPrints("step.py", [$"{batch}", .. widths.Select(w => $"{w}")]));
        return (printed[0], printed[1]);
    }

    // As in Peers/step.py. Of about the variance 1 / n_in, so that neither signals nor gradients vanish faster than they must.
    private static Matrix[] Weights(int[] widths) =>
    [
        .. Enumerable.Range(0, widths.Length - 1).Select(k => Filled(widths[k], widths[k + 1], (i, o) =>
            ((7919 * i + 104729 * o + 1299709 * k) % 1009 / 1009.0 - 0.5) * Math.Sqrt(12.0 / widths[k]))),
    ];

    private static (Matrix X, Matrix Target) Rows(int[] widths, int batch) =>
        (Filled(batch, widths[0], (r, i) => ((5 * r) + (3 * i)) % 13 / 13.0), Filled(batch, widths[^1], (r, o) => (r + o) % 3 / 2.0));

    private static Matrix Filled(int rows, int columns, Func<int, int, double> entry)
    {
        var matrix = new Matrix(rows, columns);
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
                matrix[r, c] = entry(r, c);
        }
        return matrix;
    }
}
