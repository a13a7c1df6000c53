using CourseLabs.Torch;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CourseLabs.Labs;

// Label shift, which Dive into Deep Learning 4.9 adds to the two of the slides (4.9 환경과 분포 이동, COURSE D6), in the book's steps:
// P(y) changes, P(x|y) stays. An epidemic: two symptoms depend on who is healthy, has a cold or the flu as ever, but the shares of the
// three change.
public static class LabelShift
{
    public static IReadOnlyList<string> Classes { get; } = ["healthy", "cold", "flu"];

    // q(y), the shares before the shift.
    public static double[] SourceShares { get; } = [0.6, 0.3, 0.1];

    // The mean symptoms of each class; the deviation is 0.7.
    private static readonly float[,] Means = { { 0, 1 }, { -0.9f, -0.5f }, { 0.9f, -0.5f } };

    // Weights (classes x 2) and biases, row by row, and the shares of wrong predictions.
    public sealed record Model(string Name, float[] W, float[] B, double ErrorBefore, double ErrorAfter)
    {
        // By how much the last class leads the best of the others.
        public double LeadOfLast(double x1, double x2)
        {
            double[] logits = [.. B.Select((b, i) => (W[2 * i] * x1) + (W[(2 * i) + 1] * x2) + b)];
            return logits[^1] - logits[..^1].Max();
        }
    }

    // Confusion is C row by row, MeanPrediction mu, Estimate C^-1 mu, Weights the beta of each class.
    public sealed record Outcome(
        IReadOnlyList<LabeledPoint> Before, IReadOnlyList<LabeledPoint> After,
        double[] Confusion, double[] MeanPrediction, double[] Estimate, double[] Weights, IReadOnlyList<Model> Models);

    // p(y), the shares after the shift: so many have the flu, and of the others three in four a cold.
    public static double[] TargetShares(double flu) => [(1 - flu) / 4, (1 - flu) * 3 / 4, flu];

    // Null where the confusion matrix has no inverse.
    public static Outcome? Run(
        long seed, int points, double[] target, Device device, int epochs = ImportanceWeighting.ToTheMinimum, Action<float>? print = null)
    {
        using var scope = NewDisposeScope();
        manual_seed(seed);
        (var x, var y) = Draw(SourceShares);
        (var xValid, var yValid) = Draw(SourceShares);
        (var u, var v) = Draw(target); // no cure sees v
        using var before = Linear(2, Classes.Count).to(device);
        Fit(before, x, y);

        // The book's C p(y) = mu. It calls c_ij a share of all validation examples; for the equation to give p(y) it must be the share
        // of those whose label is j, so each column sums to 1. (With shares of all, the solution is p(y) / q(y), the weights at once.)
        var joint = OneHot(Predict(before, xValid)).t().mm(OneHot(yValid)) / points;
        var confusion = joint / joint.sum(dim: 0); // sum(0) alone would be C#'s sum(ScalarType.Byte)
        var mu = OneHot(Predict(before, u)).mean([0]);
        if (!(confusion.det().abs().item<float>() > 1e-4))
            return null;
        var estimate = linalg.solve(confusion, mu);

        // beta_i = p(y_i) / q(y_i); an estimate may fall below 0, a share may not.
        using Scalar zero = 0; // a local, because TorchSharp lets the garbage collector take a Scalar that is still in use
        var ratio = estimate.clamp(min: zero) / OneHot(y).mean([0]);
        using var cured = Linear(2, Classes.Count).to(device);
        Fit(cured, x, y, ratio[y]);

        // What the cure cannot have: the true shares, and labels from after the shift.
        var trueRatio = Shares(target) / Shares(SourceShares);
        using var curedByTruth = Linear(2, Classes.Count).to(device);
        Fit(curedByTruth, x, y, trueRatio[y]);
        using var retrained = Linear(2, Classes.Count).to(device);
        Fit(retrained, u, v);

        return new(
            LabeledPoint.From(x, y), LabeledPoint.From(u, v), Doubles(confusion), Doubles(mu), Doubles(estimate), Doubles(ratio),
            [
                Found("trained before the shift", before),
                Found("weighted by the estimated shares", cured),
                Found("weighted by the true shares", curedByTruth),
                Found("trained after the shift", retrained),
            ]);

        // The label first, by its share of the numbers from 0 to 1; then the symptoms that it causes. Drawn on the CPU, the data are the
        // same for every device.
        (Tensor X, Tensor Y) Draw(double[] shares)
        {
            var borders = tensor(new[] { (float)shares[0], (float)(shares[0] + shares[1]) });
            var illness = bucketize(empty(points).uniform_(0, 1), borders);
            return ((tensor(Means)[illness] + empty(points, 2).normal_(0, 0.7)).to(device), illness.to(device));
        }

        void Fit(Linear model, Tensor symptoms, Tensor illness, Tensor? weights = null) => ImportanceWeighting.Train(
            model, CrossEntropyLoss(reduction: Reduction.None), symptoms, illness, weights, epochs, print);

        Model Found(string name, Linear model) =>
            new(name, model.weight!.Floats(), model.bias!.Floats(), Error(model, x, y), Error(model, u, v));

        Tensor Shares(double[] shares) => tensor(shares.Select(share => (float)share).ToArray(), device: device);
    }

    private static Tensor Predict(Linear model, Tensor x)
    {
        using var noGrad = no_grad();
        return model.call(x).argmax(1);
    }

    private static double Error(Linear model, Tensor x, Tensor y) => Predict(model, x).ne(y).to(float32).mean().item<float>();

    private static Tensor OneHot(Tensor y) => functional.one_hot(y, Classes.Count).to(float32);

    private static double[] Doubles(Tensor values) => [.. values.Floats().Select(value => (double)value)];
}
