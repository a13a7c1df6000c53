using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CourseLabs.Labs;

/// <summary>
/// How much likelier an input is after the shift than before, p(x) / q(x), learned from inputs alone by a classifier that tells the two
/// samples apart (Dive into Deep Learning 4.9, covariate shift correction, steps 1 to 3).
/// </summary>
internal static class DensityRatio
{
    /// <summary>Steps 1 and 2: logistic regression on {(x, 0)} and {(u, 1)}; the book writes -1 and 1, the loss is the same.</summary>
    /// <param name="trainer">Fits it.</param>
    /// <param name="x">Training inputs (n x features).</param>
    /// <param name="u">Inputs after the shift, without labels (n x features): as many, so that exp(h) is the ratio itself.</param>
    /// <returns>h, the logit of "comes from after the shift"; the caller disposes it.</returns>
    public static Linear Classifier(Trainer trainer, Tensor x, Tensor u)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor z = cat([zeros(x.shape[0], 1), ones(u.shape[0], 1)], 0).to(x.device);
        return trainer.Fit(BCEWithLogitsLoss(reduction: Reduction.None), cat([x, u], 0), z);
    }

    /// <summary>Step 3: beta_i = min(exp(h(x_i)), c), so that no single example rules the fit.</summary>
    public static Tensor Weights(Linear h, Tensor x, double c)
    {
        using IDisposable noGrad = no_grad();
        return h.call(x).exp().clamp(max: c);
    }
}
