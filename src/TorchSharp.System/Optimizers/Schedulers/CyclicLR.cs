namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The rate goes up and down between base_lr and max_lr, the momentum against it. (Smith, 2017)</summary>
                public class CyclicLR : LRScheduler
                {
                    private readonly double[] maxRates;
                    private readonly double[] baseMomenta;
                    private readonly double[] maxMomenta;
                    private readonly double totalSize;
                    private readonly double stepRatio;
                    private readonly Func<double, double> scale;
                    private readonly bool byCycle;
                    private readonly bool cycleMomentum;

                    public enum Mode
                    {
                        Triangular,
                        Triangular2,
                        ExpRange,
                    }

                    public enum ScaleMode
                    {
                        Cycle,
                        Iterations,
                    }

                    public CyclicLR(Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1, Mode mode = Mode.Triangular, double gamma = 1, Func<double, double>? scale_fn = null, ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true, double base_momentum = 0.8, double max_momentum = 0.9, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, ForEachGroup(optimizer, base_lr), ForEachGroup(optimizer, max_lr), step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode, cycle_momentum, ForEachGroup(optimizer, base_momentum), ForEachGroup(optimizer, max_momentum), last_epoch, verbose) { }

                    public CyclicLR(Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000, int step_size_down = -1, Mode mode = Mode.Triangular, double gamma = 1, Func<double, double>? scale_fn = null, ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        if (cycle_momentum && optimizer is not IMomentum) throw new ArgumentException("optimizer must support momentum with `cycle_momentum` option enabled");
                        totalSize = step_size_up + (double)(step_size_down == -1 ? step_size_up : step_size_down);
                        stepRatio = step_size_up / totalSize;
                        _base_lrs = [.. base_lr];
                        maxRates = [.. max_lr];
                        baseMomenta = [.. base_momentum ?? ForEachGroup(optimizer, 0.8)];
                        maxMomenta = [.. max_momentum ?? ForEachGroup(optimizer, 0.9)];
                        cycleMomentum = cycle_momentum;
                        byCycle = scale_fn is null ? mode != Mode.ExpRange : scale_mode == ScaleMode.Cycle;
                        scale = scale_fn ?? mode switch
                        {
                            Mode.Triangular2 => x => 1 / Math.Pow(2, x - 1),
                            Mode.ExpRange => x => Math.Pow(gamma, x),
                            _ => _ => 1,
                        };
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        var cycle = Math.Floor(1 + _last_epoch / totalSize);
                        var x = 1 + _last_epoch / totalSize - cycle;
                        var height = x <= stepRatio ? x / stepRatio : (x - 1) / (stepRatio - 1);
                        var amplitude = scale(byCycle ? cycle : _last_epoch);
                        if (cycleMomentum)
                            foreach (var (i, group) in _optimizer.ParamGroups.Index())
                                ((IMomentum)group).Momentum = maxMomenta[i] - (maxMomenta[i] - baseMomenta[i]) * height * amplitude;
                        return _base_lrs.Zip(maxRates, (low, high) => low + (high - low) * height * amplitude);
                    }
                }
            }
        }
    }
}
