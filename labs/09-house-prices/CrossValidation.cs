using CourseLabs.Examples;
using static TorchSharp.torch;

namespace CourseLabs.Labs;

/// <summary>k-fold cross-validation (COURSE D9): a model a fold, each validated with the rows that it has not seen.</summary>
/// <param name="Folds">Each fold's curves, in order.</param>
public sealed record CrossValidation(IReadOnlyList<HouseCurves> Folds)
{
    /// <summary>The mean over the folds of the last train log-RMSE.</summary>
    public double Train => Folds.Average(fold => (double)fold.Train[^1]);

    /// <summary>The mean over the folds of the last validation log-RMSE.</summary>
    public double Valid => Folds.Average(fold => (double)fold.Valid[^1]);

    /// <summary>Draws each fold's model, one after the other, then trains them.</summary>
    /// <param name="seed">The seed of all draws.</param>
    /// <param name="folds">What to train on and validate with.</param>
    /// <param name="settings">How each is trained.</param>
    /// <param name="atOnce">How many folds are trained at the same time; the results do not depend on it.</param>
    /// <param name="report">Told every tenth of the epochs of all folds.</param>
    /// <param name="cancellation">Ends it with an exception.</param>
    public static CrossValidation Run(
        long seed, IReadOnlyList<HouseFold> folds, HouseSettings settings, int atOnce, Action<ProgressStep>? report = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(folds);
        ArgumentNullException.ThrowIfNull(settings);
        manual_seed(seed);
        HouseModel[] models = [.. folds.Select(fold => HouseModel.Draw(fold.Train, settings))];
        try
        {
            var progress = new Progress(folds.Count * settings.Epochs, report);
            var curves = new HouseCurves[folds.Count];
            Parallel.For(
                0, folds.Count, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation },
                i => curves[i] = models[i].Train(folds[i], progress.EpochDone, cancellation));
            return new(curves);
        }
        finally
        {
            foreach (HouseModel model in models)
                model.Dispose();
        }
    }

    // Whoever shows progress is told by one fold at a time.
    private sealed class Progress(int total, Action<ProgressStep>? report)
    {
        private readonly Lock gate = new();
        private int done;

        public void EpochDone()
        {
            lock (gate)
            {
                if (done++ % Math.Max(1, total / 10) == 0)
                    report?.Invoke(new(done - 1, total, "epoch"));
            }
        }
    }
}
