using CourseLabs.Examples;
using CourseLabs.Torch;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CourseLabs.Labs;

/// <summary>A boundary w1 x1 + w2 x2 + b = 0 in the plane, and the share of wrong predictions before and after the shift.</summary>
public sealed record Boundary(string Name, double W1, double W2, double B, double ErrorBefore, double ErrorAfter)
{
    /// <summary>Where the boundary's normal points, in degrees from the first axis.</summary>
    public double Degrees => Math.Atan2(W2, W1) * 180 / Math.PI;

    /// <summary>The logit of label 1.</summary>
    public double Score(double x1, double x2) => (W1 * x1) + (W2 * x2) + B;
}

/// <summary>
/// Concept shift (COURSE D6): the inputs stay, their labels change, as soft drinks are called otherwise where one moves on the map. The
/// inputs are normal in the plane; the border between the two labels turns by an angle; a few labels are wrong before and after.
/// </summary>
public sealed class ConceptShift
{
    /// <summary>The share of labels that are wrong: what no model can get below.</summary>
    public const double Flipped = 0.05;

    private ConceptShift(Sample before, Sample after, Tensor beta, Boundary[] boundaries) =>
        (Before, After, Beta, Boundaries) = (LabelledPoint.From(before), LabelledPoint.From(after), beta.Floats(), boundaries);

    /// <summary>The training examples.</summary>
    public IReadOnlyList<LabelledPoint> Before { get; }

    /// <summary>Examples from after the shift.</summary>
    public IReadOnlyList<LabelledPoint> After { get; }

    /// <summary>The weights that the covariate-shift cure gives the training examples; the true ratio is 1 everywhere.</summary>
    public float[] Beta { get; }

    /// <summary>The boundaries: trained before, weighted by the estimated ratio, trained on labels from after the shift.</summary>
    public IReadOnlyList<Boundary> Boundaries { get; }

    /// <summary>
    /// The error after the shift of the border that was right before: the two borders cut a disc into sectors, and of the directions of the
    /// plane the share angle / pi lies between them; there every true label is missed, elsewhere every flipped one.
    /// </summary>
    /// <param name="degrees">How far the border turns.</param>
    public static double OldConceptsError(double degrees) => Flipped + ((1 - (2 * Flipped)) * degrees / 180);

    /// <summary>Draws the data, trains before the shift, tries the cure, and trains anew.</summary>
    /// <param name="seed">The seed of all draws.</param>
    /// <param name="points">Examples before and after the shift.</param>
    /// <param name="degrees">How far the border turns.</param>
    /// <param name="device">Where to train.</param>
    /// <param name="epochs">How often each model sees its data.</param>
    /// <param name="progress">Told epoch and loss now and then.</param>
    /// <param name="cancellation">Ends it with an exception.</param>
    public static ConceptShift Run(
        long seed, int points, double degrees, Device device, int epochs = Trainer.ToTheMinimum,
        Action<ProgressStep>? progress = null, CancellationToken cancellation = default)
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(seed);
        var trainer = new Trainer(4, epochs, progress, cancellation);
        Sample before = Draw(points, Math.PI / 2).To(device);
        Sample after = Draw(points, (Math.PI / 2) - (degrees * Math.PI / 180)).To(device);
        using Linear old = Classifier(trainer, before);

        // The cure of covariate shift looks at inputs, which have not moved: it finds weights of about 1 and teaches the old labels again.
        using Linear h = DensityRatio.Classifier(trainer, before.X, after.X);
        Tensor beta = DensityRatio.Weights(h, before.X, c: 20);
        using Linear reweighted = Classifier(trainer, before, beta);

        // What helps is new labels, and to train on them.
        using Linear retrained = Classifier(trainer, after);

        Boundary Found(string name, Linear model)
        {
            float[] w = model.weight!.Floats();
            return new(name, w[0], w[1], model.bias!.item<float>(), Error(model, before), Error(model, after));
        }

        return new(
            before,
            after,
            beta,
            [
                Found("trained before the shift", old),
                Found("weighted by exp(h(x))", reweighted),
                Found("trained after the shift", retrained),
            ]);
    }

    // The label is 1 on the side that the border's normal points to.
    private static Sample Draw(int points, double normal)
    {
        Tensor x = empty(points, 2).normal_(0, 1);
        Tensor side = x.mm(tensor(new[] { (float)Math.Cos(normal), (float)Math.Sin(normal) }).reshape(2, 1)).gt(0);
        Tensor wrong = empty(points, 1).uniform_(0, 1).lt(Flipped);
        return new(x, side.ne(wrong).to(float32));
    }

    private static Linear Classifier(Trainer trainer, Sample data, Tensor? beta = null) =>
        trainer.Fit(BCEWithLogitsLoss(reduction: Reduction.None), data.X, data.Y, beta: beta);

    private static double Error(Linear model, Sample data)
    {
        using IDisposable noGrad = no_grad();
        return model.call(data.X).gt(0).to(float32).ne(data.Y).to(float32).mean().item<float>();
    }
}
