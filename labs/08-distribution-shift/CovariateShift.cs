using CourseLabs.Examples;
using CourseLabs.Torch;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CourseLabs.Labs;

/// <summary>A line through the points, its mean squared error on the training data and after the shift.</summary>
public sealed record FittedLine(string Name, double Slope, double Intercept, double ErrorBefore, double ErrorAfter);

/// <summary>
/// Covariate shift (COURSE D6): the inputs move, P(y|x) stays. Inputs are normal with deviation 1, their mean moves from 0.5; the labels
/// are sin(x) with noise all along; the model is a line, which cannot follow the sine everywhere and so depends on where the inputs lie.
/// </summary>
public sealed class CovariateShift
{
    private const double SourceMean = 0.5;
    private const double Noise = 0.1;

    private CovariateShift(Sample training, Sample test, Tensor beta, FittedLine[] lines, (double Slope, double Intercept) h)
    {
        (X, Y) = (training.Feature(0), training.Y.Floats());
        (U, V) = (test.Feature(0), test.Y.Floats());
        (Beta, Lines, H) = (beta.Floats(), lines, h);
    }

    /// <summary>The training inputs, drawn from q.</summary>
    public float[] X { get; }

    /// <summary>Their labels.</summary>
    public float[] Y { get; }

    /// <summary>The inputs after the shift, drawn from p.</summary>
    public float[] U { get; }

    /// <summary>Their labels, which no cure sees.</summary>
    public float[] V { get; }

    /// <summary>The weight of each training example, min(exp(h(x)), c).</summary>
    public float[] Beta { get; }

    /// <summary>
    /// The lines: trained before, weighted by the estimated ratio, by the true ratio, and trained on labels from after the shift.
    /// </summary>
    public IReadOnlyList<FittedLine> Lines { get; }

    /// <summary>The classifier's h(x) = slope x + intercept, the estimated log p(x)/q(x).</summary>
    public (double Slope, double Intercept) H { get; }

    /// <summary>log p(x)/q(x) of two normals with deviation 1, a straight line too: slope x + intercept.</summary>
    /// <param name="shift">How far the mean moves.</param>
    public static (double Slope, double Intercept) TrueLogRatio(double shift) =>
        (shift, -shift * (SourceMean + (shift / 2)));

    /// <summary>Draws the data, trains before the shift, and cures.</summary>
    /// <param name="seed">The seed of all draws.</param>
    /// <param name="points">Examples before and after the shift.</param>
    /// <param name="shift">How far the mean of the inputs moves, in standard deviations.</param>
    /// <param name="c">The largest weight.</param>
    /// <param name="device">Where to train.</param>
    /// <param name="epochs">How often each model sees its data.</param>
    /// <param name="progress">Told epoch and loss now and then.</param>
    /// <param name="cancellation">Ends it with an exception.</param>
    public static CovariateShift Run(
        long seed, int points, double shift, double c, Device device, int epochs = Trainer.ToTheMinimum,
        Action<ProgressStep>? progress = null, CancellationToken cancellation = default)
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(seed);
        var trainer = new Trainer(5, epochs, progress, cancellation);
        Sample training = Draw(points, SourceMean).To(device);
        Sample test = Draw(points, SourceMean + shift).To(device);
        using Linear before = Line(trainer, training);

        // The cure: weights from inputs alone, then the same training with them (the book's step 4).
        using Linear h = DensityRatio.Classifier(trainer, training.X, test.X);
        Tensor beta = DensityRatio.Weights(h, training.X, c);
        using Linear cured = Line(trainer, training, beta);

        // What the cure cannot have: the true ratio, and labels from after the shift.
        (double slope, double intercept) = TrueLogRatio(shift);
        using Linear curedByTruth = Line(trainer, training, ((slope * training.X) + intercept).exp());
        using Linear retrained = Line(trainer, test);

        FittedLine Fitted(string name, Linear line) =>
            new(name, line.weight!.item<float>(), line.bias!.item<float>(), Error(line, training), Error(line, test));
        return new(
            training,
            test,
            beta,
            [
                Fitted("trained before the shift", before),
                Fitted("weighted by exp(h(x))", cured),
                Fitted("weighted by the true ratio", curedByTruth),
                Fitted("trained after the shift", retrained),
            ],
            (h.weight!.item<float>(), h.bias!.item<float>()));
    }

    private static Sample Draw(int points, double mean)
    {
        Tensor x = empty(points, 1).normal_(mean, 1);
        return new(x, x.sin() + empty(points, 1).normal_(0, Noise));
    }

    private static Linear Line(Trainer trainer, Sample data, Tensor? beta = null) =>
        trainer.Fit(MSELoss(Reduction.None), data.X, data.Y, beta: beta);

    private static double Error(Linear line, Sample data)
    {
        using IDisposable noGrad = no_grad();
        return functional.mse_loss(line.call(data.X), data.Y).item<float>();
    }
}
