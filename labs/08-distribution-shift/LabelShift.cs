using CourseLabs.Examples;
using CourseLabs.Torch;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CourseLabs.Labs;

/// <summary>
/// Label shift, which Dive into Deep Learning 4.9 adds to the slide's two (COURSE D6): P(y) changes, P(x|y) stays. An epidemic: two
/// symptoms hang on who is healthy, has a cold or the flu as ever, but the shares of the three change.
/// </summary>
public sealed class LabelShift
{
    /// <summary>The classes.</summary>
    public static IReadOnlyList<string> Classes { get; } = ["healthy", "cold", "flu"];

    /// <summary>Their shares before the shift, q(y).</summary>
    public static IReadOnlyList<double> SourceShares { get; } = [0.6, 0.3, 0.1];

    // The mean symptoms of each class; the deviation is 0.7.
    private static readonly float[,] Means = { { 0, 1 }, { -0.9f, -0.5f }, { 0.9f, -0.5f } };

    private LabelShift(Sample before, Sample after) => (Before, After) = (LabelledPoint.From(before), LabelledPoint.From(after));

    /// <summary>The training examples.</summary>
    public IReadOnlyList<LabelledPoint> Before { get; }

    /// <summary>Examples from after the shift; no cure sees their labels.</summary>
    public IReadOnlyList<LabelledPoint> After { get; }

    /// <summary>C, row by row: c_ij is the share of class j that the model takes for i.</summary>
    public required double[] Confusion { get; init; }

    /// <summary>mu: the share of each class among the model's predictions after the shift.</summary>
    public required double[] MeanPrediction { get; init; }

    /// <summary>C^-1 mu: the estimated shares after the shift.</summary>
    public required double[] Estimate { get; init; }

    /// <summary>beta: what each class's examples weigh, the estimated share (not below 0) over that of the training data.</summary>
    public required double[] Weights { get; init; }

    /// <summary>
    /// The models: trained before, weighted by the estimated shares, by the true ones, and trained on labels from after the shift.
    /// </summary>
    public required IReadOnlyList<Diagnosis> Models { get; init; }

    /// <summary>The shares after the shift, p(y): so many have the flu, and of the others three in four a cold.</summary>
    public static double[] TargetShares(double flu) => [(1 - flu) / 4, (1 - flu) * 3 / 4, flu];

    /// <summary>Draws the data, trains before the shift, estimates the shares after it, and cures.</summary>
    /// <param name="seed">The seed of all draws.</param>
    /// <param name="points">Examples for training, for validation and after the shift, each.</param>
    /// <param name="target">The shares after the shift.</param>
    /// <param name="device">Where to train.</param>
    /// <param name="epochs">How often each model sees its data.</param>
    /// <param name="progress">Told epoch and loss now and then.</param>
    /// <param name="cancellation">Ends it with an exception.</param>
    /// <returns>What came out; null where the confusion matrix has no inverse.</returns>
    public static LabelShift? Run(
        long seed, int points, double[] target, Device device, int epochs = Trainer.ToTheMinimum,
        Action<ProgressStep>? progress = null, CancellationToken cancellation = default)
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(seed);
        var trainer = new Trainer(4, epochs, progress, cancellation);
        Sample training = Draw(points, SourceShares).To(device);
        Sample validation = Draw(points, SourceShares).To(device);
        Sample test = Draw(points, target).To(device);
        using Linear before = Classifier(trainer, training);

        // The book's C p(y) = mu. It calls c_ij a share of all validation examples; for the equation to give p(y) it must be the share
        // of those whose label is j, so each column sums to 1. (With shares of all, the solution is p(y) / q(y), the weights at once.)
        Tensor joint = OneHot(Predict(before, validation)).t().mm(OneHot(validation.Y)) / points;
        Tensor confusion = joint / joint.sum(dim: 0); // sum(0) alone would be C#'s sum(ScalarType.Byte)
        Tensor mu = OneHot(Predict(before, test)).mean([0]);
        if (!(confusion.det().abs().item<float>() > 1e-4))
            return null;
        Tensor estimate = linalg.solve(confusion, mu);

        // beta_i = p(y_i) / q(y_i); an estimate may fall below 0, a share may not.
        Tensor ratio = estimate.clamp(min: 0) / OneHot(training.Y).mean([0]);
        using Linear cured = Classifier(trainer, training, ratio[training.Y]);

        // What the cure cannot have: the true shares, and labels from after the shift.
        Tensor trueRatio = Shares(target).to(device) / Shares(SourceShares).to(device);
        using Linear curedByTruth = Classifier(trainer, training, trueRatio[training.Y]);
        using Linear retrained = Classifier(trainer, test);

        Diagnosis Diagnosed(string name, Linear model) =>
            new(name, model.weight!.Floats(), model.bias!.Floats(), Error(model, training), Error(model, test));
        return new(training, test)
        {
            Confusion = Doubles(confusion),
            MeanPrediction = Doubles(mu),
            Estimate = Doubles(estimate),
            Weights = Doubles(ratio),
            Models =
            [
                Diagnosed("trained before the shift", before),
                Diagnosed("weighted by the estimated shares", cured),
                Diagnosed("weighted by the true shares", curedByTruth),
                Diagnosed("trained after the shift", retrained),
            ],
        };
    }

    // The label first, by its share of the numbers from 0 to 1; then the symptoms that it causes.
    private static Sample Draw(int points, IReadOnlyList<double> shares)
    {
        Tensor borders = tensor(new[] { (float)shares[0], (float)(shares[0] + shares[1]) });
        Tensor y = bucketize(empty(points).uniform_(0, 1), borders);
        return new(tensor(Means)[y] + empty(points, 2).normal_(0, 0.7), y);
    }

    private static Linear Classifier(Trainer trainer, Sample data, Tensor? beta = null) =>
        trainer.Fit(CrossEntropyLoss(reduction: Reduction.None), data.X, data.Y, Classes.Count, beta);

    private static Tensor Predict(Linear model, Sample data)
    {
        using IDisposable noGrad = no_grad();
        return model.call(data.X).argmax(1);
    }

    private static double Error(Linear model, Sample data) => Predict(model, data).ne(data.Y).to(float32).mean().item<float>();

    private static Tensor OneHot(Tensor y) => functional.one_hot(y, Classes.Count).to(float32);

    private static Tensor Shares(IReadOnlyList<double> shares) => tensor(shares.Select(share => (float)share).ToArray());

    private static double[] Doubles(Tensor values) => [.. values.Floats().Select(value => (double)value)];
}
