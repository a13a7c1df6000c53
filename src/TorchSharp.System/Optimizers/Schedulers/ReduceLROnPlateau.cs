namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Multiplies the rate by factor when a measure has not got better for more than patience epochs.</summary>
                public class ReduceLROnPlateau : LRScheduler
                {
                    private readonly bool min;
                    private readonly bool relative;
                    private readonly double factor;
                    private readonly double threshold;
                    private readonly double eps;
                    private readonly int patience;
                    private readonly int cooldown;
                    private readonly double[] minRates;
                    private double best;
                    private int badEpochs;
                    private int cooldownLeft;

                    public ReduceLROnPlateau(Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4, string threshold_mode = "rel", int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-8, bool verbose = false)
                        : base(optimizer, -1, verbose)
                    {
                        if (factor >= 1) throw new ArgumentException("Factor should be < 1.0");
                        if (mode is not ("min" or "max")) throw new ArgumentException($"mode {mode} is unknown!");
                        if (threshold_mode is not ("rel" or "abs")) throw new ArgumentException($"threshold mode {threshold_mode} is unknown!");
                        (min, relative) = (mode == "min", threshold_mode == "rel");
                        (this.factor, this.threshold, this.eps, this.patience, this.cooldown) = (factor, threshold, eps, patience, cooldown);
                        best = min ? double.PositiveInfinity : double.NegativeInfinity;
                        minRates = min_lr is { Count: > 1 } ? [.. min_lr] : [.. _base_lrs.Select(_ => min_lr is { Count: 1 } ? min_lr[0] : 0)];
                    }

                    public override void step() =>
                        throw new InvalidOperationException("step() should not be used with the ReduceLROnPlateau scheduler. Use step(double, int?), instead.");

                    public override void step(int? epoch) =>
                        throw new InvalidOperationException("step(int?) should not be used with the ReduceLROnPlateau scheduler. Use step(double, int?), instead.");

                    public override void step(double current, int? epoch = null)
                    {
                        _last_epoch = epoch ?? _last_epoch + 1;
                        if (IsBetter(current)) (best, badEpochs) = (current, 0);
                        else badEpochs++;
                        if (cooldownLeft > 0) (cooldownLeft, badEpochs) = (cooldownLeft - 1, 0);
                        if (badEpochs > patience)
                        {
                            Reduce();
                            (cooldownLeft, badEpochs) = (cooldown, 0);
                        }
                        _last_lrs = [.. Rates];
                    }

                    private bool IsBetter(double current) => (min, relative) switch
                    {
                        (true, true) => current < best * (1 - threshold),
                        (true, false) => current < best - threshold,
                        (false, true) => current > best * (threshold + 1),
                        (false, false) => current > best + threshold,
                    };

                    private void Reduce()
                    {
                        foreach (var (index, group) in _optimizer.ParamGroups.Index())
                        {
                            var reduced = Math.Max(group.LearningRate * factor, minRates[index]);
                            if (group.LearningRate - reduced <= eps) continue;
                            group.LearningRate = reduced;
                            if (_verbose) Console.WriteLine($"Epoch {_last_epoch}: reducing learning rate of group {index} to {reduced:g4}.");
                        }
                    }
                }
            }
        }
    }
}
