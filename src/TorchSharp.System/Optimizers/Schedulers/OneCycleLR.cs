namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The rate goes up to max_lr once and then far below where it began, the momentum against it. (Smith and Topin, 2018)</summary>
                public class OneCycleLR : LRScheduler
                {
                    private readonly int totalSteps;
                    private readonly Phase[] phases;
                    private readonly AnnealStrategy strategy;
                    private readonly bool cycleMomentum;

                    public enum AnnealStrategy
                    {
                        Cos,
                        Linear,
                    }

                    /// <summary>From a rate and a momentum to others, up to a step.</summary>
                    private sealed record Phase(double End, double[] FromRate, double[] ToRate, double[] FromMomentum, double[] ToMomentum);

                    public OneCycleLR(Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, ForEachGroup(optimizer, max_lr), total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum, ForEachGroup(optimizer, base_momentum), ForEachGroup(optimizer, max_momentum), div_factor, final_div_factor, three_phase, last_epoch, verbose) { }

                    public OneCycleLR(Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        if (cycle_momentum && optimizer is not (IMomentum or IBetas)) throw new ArgumentException("optimizer must support momentum with `cycle_momentum` option enabled");
                        if (pct_start is < 0 or > 1) throw new ArgumentException($"Expected float between 0 and 1 for pct_start, but got {pct_start}");
                        totalSteps = Total(total_steps, epochs, steps_per_epoch);
                        (strategy, cycleMomentum) = (anneal_strategy, cycle_momentum);

                        double[] highest = [.. max_lr];
                        double[] initial = [.. highest.Select(rate => rate / div_factor)];
                        double[] lowest = [.. initial.Select(rate => rate / final_div_factor)];
                        double[] heavy = [.. max_momentum ?? ForEachGroup(optimizer, 0.95)];
                        double[] light = [.. base_momentum ?? ForEachGroup(optimizer, 0.85)];
                        var up = new Phase(pct_start * totalSteps - 1, initial, highest, heavy, light);
                        phases = three_phase
                            ? [up, new(2 * pct_start * totalSteps - 2, highest, initial, light, heavy), new(totalSteps - 1, initial, lowest, heavy, heavy)]
                            : [up, new(totalSteps - 1, highest, lowest, light, heavy)];
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (_last_epoch > totalSteps) throw new InvalidOperationException($"Tried to step {_last_epoch + 1} times. The specified number of total steps is {totalSteps}");
                        var current = Array.FindIndex(phases, phase => _last_epoch <= phase.End);
                        if (current < 0) current = phases.Length - 1;
                        var (phase, begin) = (phases[current], current == 0 ? 0 : phases[current - 1].End);
                        var part = (_last_epoch - begin) / (phase.End - begin);
                        if (cycleMomentum)
                            foreach (var (i, group) in _optimizer.ParamGroups.Index()) SetMomentum(group, Anneal(phase.FromMomentum[i], phase.ToMomentum[i], part));
                        return phase.FromRate.Zip(phase.ToRate, (from, to) => Anneal(from, to, part));
                    }

                    private double Anneal(double from, double to, double part) => strategy == AnnealStrategy.Cos
                        ? to + (from - to) / 2 * (Math.Cos(Math.PI * part) + 1)
                        : (to - from) * part + from;

                    private static void SetMomentum(ILearningRateController group, double momentum)
                    {
                        if (group is IBetas adam) adam.Betas = (momentum, adam.Betas.Item2);
                        else ((IMomentum)group).Momentum = momentum;
                    }

                    private static int Total(int steps, int epochs, int stepsPerEpoch)
                    {
                        if (steps == -1 && epochs == -1 && stepsPerEpoch == -1) throw new ArgumentException("You must define either total_steps OR (epochs AND steps_per_epoch)");
                        if (steps != -1) return steps > 0 ? steps : throw new ArgumentException($"Expected positive integer total_steps, but got {steps}");
                        if (epochs <= 0) throw new ArgumentException($"Expected positive integer epochs, but got {epochs}");
                        if (stepsPerEpoch <= 0) throw new ArgumentException($"Expected positive integer steps_per_epoch, but got {stepsPerEpoch}");
                        return epochs * stepsPerEpoch;
                    }
                }
            }
        }
    }
}
